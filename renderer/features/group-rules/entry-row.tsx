import { Button } from '@mantine/core';
import type { RuleEntry } from '@shared/domain/group-life/group-rule.schema';
import { hasOpenAppeal, isOpenReward, isStanding } from '@shared/domain/group-life/ledger.rules';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { Chip } from '@/ui/chip';
import { AppealDialog } from './appeal-dialog';
import { DecideDialog } from './decide-dialog';
import { giveReward } from './ledger.commands';
import { ledgerMessages } from './ledger.messages';
import classes from './rules.module.css';
import type { LedgerNames } from './use-ledger-names';

const TONES = { reward: 'green', warning: 'yellow', removal: 'red' } as const;

type EntryRowProps = {
  entry: RuleEntry;
  names: LedgerNames;
  isGroupShown: boolean /** Of a dissolved group: only read. */;
  isOver: boolean;
};

/** One entry: who, what, by which rule, when and by whom; struck through once withdrawn. */
export function EntryRow({ entry, names, isGroupShown, isOver }: EntryRowProps) {
  const t = useMessages(ledgerMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const [open, setOpen] = useState<'appeal' | 'decide'>();
  const { id, kind, memberId, groupId, ruleId, what, points, amountFen, at, by, givenAt, appeal } =
    entry;
  const name = names.person(memberId);
  const rule = names.rule(ruleId);
  const isOpen = isOpenReward(entry);
  const facts = [
    isGroupShown && names.group(groupId),
    rule !== undefined && rule !== what && t('byRule', { rule }),
    ruleId === undefined && t('noRule'),
    amountFen !== undefined && t('costs', { cost: format.money(amountFen) }),
    format.dateTime(at),
    by,
    givenAt !== undefined && t('given', { day: format.date(givenAt) }),
  ].filter(Boolean);
  const give = () =>
    execute(giveReward, { entryId: id }).then(
      () => showDone(t('gaveToast', { name }), { undo: true }),
      showProblem,
    );
  return (
    <li
      data-testid="ledger-entry"
      data-kind={kind}
      data-entry-id={id}
      data-member-id={memberId}
      data-standing={isStanding(entry)}
      data-open={isOpen}
    >
      <Chip tone={TONES[kind]}>{words(`ruleEntry.${kind}`)}</Chip>
      <div className={classes.entry}>
        <span className={classes.said}>
          <b>{name}</b> {what}
        </span>
        {points !== undefined && (
          <span className={classes.points}>
            {t(points > 0 ? 'plusPoints' : 'points', { points })}
          </span>
        )}{' '}
        {!names.isInside(memberId, groupId) && kind !== 'removal' && <Chip>{t('left')}</Chip>}{' '}
        {isOpen && <Chip tone="yellow">{t('openReward')}</Chip>}{' '}
        {hasOpenAppeal(entry) && <Chip tone="yellow">{t('appealWaiting')}</Chip>}
        <small>{facts.join(' · ')}</small>
        {appeal && (
          <small>
            {t('appealText', { text: appeal.text })}
            {appeal.outcome && (
              <>
                <br />
                {t(appeal.outcome, { why: appeal.why ?? t('noReason') })}
                {' · '}
                {t('decidedBy', {
                  who: appeal.decidedBy ?? '',
                  day: format.date(appeal.decidedAt ?? at),
                }).trim()}
              </>
            )}
          </small>
        )}
      </div>
      {!isOver && (
        <span className={classes.tools}>
          {isOpen && (
            <Button
              size="compact-xs"
              variant="light"
              data-testid="ledger-give"
              onClick={() => void give()}
            >
              {t('give')}
            </Button>
          )}
          {!appeal && kind !== 'reward' && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              data-testid="appeal-open"
              aria-label={t('appealOf', { name })}
              onClick={() => setOpen('appeal')}
            >
              {t('appeal')}
            </Button>
          )}
          {hasOpenAppeal(entry) && (
            <Button
              size="compact-xs"
              variant="light"
              data-testid="appeal-decide"
              onClick={() => setOpen('decide')}
            >
              {t('decide')}
            </Button>
          )}
        </span>
      )}
      {open === 'appeal' && (
        <AppealDialog entryId={id} name={name} onClose={() => setOpen(undefined)} />
      )}
      {open === 'decide' && <DecideDialog entry={entry} onClose={() => setOpen(undefined)} />}
    </li>
  );
}
