import { Button } from '@mantine/core';
import type { Fate } from '@shared/domain/group-life/fate.rules';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { groupAddress } from '@/features/group-life';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { Why } from '@/ui/why';
import type { GroupWorth } from '../use-worth';
import classes from '../worth.module.css';
import { DecideDialog } from './decide-dialog';
import { DecisionList } from './decision-list';
import { fateMessages } from './fate.messages';
import { useFateWords } from './use-fate-words';

const FATE_TONES = {
  keep: 'green',
  revive: 'yellow',
  transfer: 'red',
  dissolve: 'red',
  unknown: 'plain',
} as const satisfies Record<Fate, string>;

/** What the figures speak for, why, and what would change it; and what was decided. */
export function FateCard({ whole, onLately }: { whole: GroupWorth; onLately?: () => void }) {
  const t = useMessages(fateMessages);
  const say = useFateWords(whole);
  const [isDeciding, setDeciding] = useState(false);
  const { group, advice, settings, lately } = whole;
  const { keepRoi, keepActivity, reviveActivity, transferActive } = settings.economy;
  const isDissolved = group.phase === 'dissolved';
  return (
    <Card
      title={t('title')}
      actions={
        <Why word={t('why')}>
          {t('whyText', { keepRoi, keepActivity, reviveActivity, transferActive })}
        </Why>
      }
    >
      {isDissolved ? (
        <p className={classes.quiet}>
          {t('dissolved')}{' '}
          <Link href={groupAddress(group.id, 'transfer')}>{t('dissolvedLink')}</Link>
        </p>
      ) : (
        <>
          <p className={classes.big} data-testid="fate" data-fate={advice.fate}>
            <span className={classes.quiet}>{t('advised')}</span>
            <Chip tone={FATE_TONES[advice.fate]}>{say.fateText(advice.fate)}</Chip>
            <span className={classes.quiet}>{t(`means.${advice.fate}`)}</span>
          </p>
          {lately !== undefined && (
            <p className={classes.gaps} data-testid="fate-lately">
              {t('lately', { score: lately.toFixed(1), threshold: keepActivity })}{' '}
              {onLately && (
                <Button variant="subtle" size="compact-xs" onClick={onLately}>
                  {t('latelyOpen')}
                </Button>
              )}
            </p>
          )}
          <h3 className={classes.sub}>{t('reasons')}</h3>
          <ul className={classes.list}>
            {advice.reasons.map((reason) => (
              <li key={reason.why} data-testid="fate-reason" data-why={reason.why}>
                {say.reason(reason)}
              </li>
            ))}
          </ul>
          <h3 className={classes.sub}>{t('changes')}</h3>
          {advice.changes.length > 0 ? (
            <ul className={classes.list}>
              {advice.changes.map((change) => (
                <li
                  key={JSON.stringify(change)}
                  data-testid="fate-change"
                  data-by={change.by}
                  data-leads-to={change.leadsTo}
                >
                  {say.change(change)}
                </li>
              ))}
            </ul>
          ) : (
            <p className={classes.quiet}>{t(nothingKey(advice.fate, group.phase === 'early'))}</p>
          )}
          <Button mt="sm" size="xs" data-testid="decide" onClick={() => setDeciding(true)}>
            {t('decide')}
          </Button>
        </>
      )}
      <DecisionList groupId={group.id} />
      {isDeciding && <DecideDialog whole={whole} onClose={() => setDeciding(false)} />}
    </Card>
  );
}

function nothingKey(fate: Fate, isEarly: boolean) {
  if (fate === 'unknown') return 'changesUnknown';
  return isEarly ? 'changesEarly' : 'changesNone';
}
