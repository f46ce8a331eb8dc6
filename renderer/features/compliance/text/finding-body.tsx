import { Button } from '@mantine/core';
import type { Finding } from '@shared/domain/compliance/check.rules';
import { type Rewrite, rewritesOf } from '@shared/domain/compliance/rewrite.rules';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useLanguageKey } from '@/app/i18n/use-language-key';
import { useFormat } from '@/app/use-format';
import { complianceMessages } from '../compliance.messages';
import classes from './checked-text.module.css';
import { OverrideForm } from './override-form';

export type FindingActions = {
  onRewrite: (finding: Finding, text: string) => void;
  /** Absent where nothing is stored. */
  onLetStand?: ((finding: Finding, reason: string) => void) | undefined;
  onWithdraw?: ((finding: Finding) => void) | undefined;
};

/** Why something was found, and what can be done about it. */
export function FindingBody({ finding, actions }: { finding: Finding; actions: FindingActions }) {
  const t = useMessages(complianceMessages);
  const say = useBilingual();
  const isEnglish = useLanguageKey() === 'en';
  const [isAsking, setIsAsking] = useState(false);
  const { override, contexts } = finding;
  const wordsOf = (rewrite: Rewrite) => {
    if (rewrite.text === '') return t('leaveOut');
    const isGlossed = isEnglish && rewrite.gloss !== '' && rewrite.gloss !== rewrite.text;
    const words = t('rewriteAs', { text: rewrite.text });
    return isGlossed ? `${words} (${rewrite.gloss})` : words;
  };
  return (
    <div className={classes.body}>
      <p>{say(finding.why)}</p>
      <p className={classes.quiet}>
        {t('clause')} {say(finding.clause)}
      </p>
      {contexts.length > 0 && !override && (
        <p className={classes.quiet}>
          {t('because', { why: contexts.map(({ name }) => say(name)).join('; ') })}
        </p>
      )}
      {override ? (
        <Kept finding={finding} onWithdraw={actions.onWithdraw} />
      ) : (
        <div className={classes.actions}>
          {rewritesOf(finding).map((rewrite) => (
            <Button
              key={rewrite.text}
              className={classes.rewrite}
              data-testid="compliance-rewrite"
              size="compact-sm"
              variant="light"
              onClick={() => actions.onRewrite(finding, rewrite.text)}
            >
              {wordsOf(rewrite)}
            </Button>
          ))}
          {actions.onLetStand && finding.family !== 'length' && !isAsking && (
            <Button
              data-testid="compliance-keep"
              size="compact-sm"
              variant="default"
              onClick={() => setIsAsking(true)}
            >
              {t('keep')}
            </Button>
          )}
        </div>
      )}
      {isAsking && !override && (
        <OverrideForm
          onLeave={() => setIsAsking(false)}
          onKeep={(reason) => {
            setIsAsking(false);
            actions.onLetStand?.(finding, reason);
          }}
        />
      )}
    </div>
  );
}

function Kept({ finding, onWithdraw }: Pick<FindingActions, 'onWithdraw'> & { finding: Finding }) {
  const t = useMessages(complianceMessages);
  const format = useFormat();
  const { override } = finding;
  if (!override) return null;
  const time = format.dateTime(override.at);
  return (
    <>
      <p data-testid="compliance-kept">{t('keptWhy', { reason: override.reason })}</p>
      <p className={classes.quiet}>
        {override.by === undefined ? time : t('keptBy', { who: override.by, time })}
      </p>
      {onWithdraw && (
        <div className={classes.actions}>
          <Button size="compact-sm" variant="default" onClick={() => onWithdraw(finding)}>
            {t('withdraw')}
          </Button>
        </div>
      )}
    </>
  );
}
