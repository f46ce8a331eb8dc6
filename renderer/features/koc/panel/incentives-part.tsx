import { Button } from '@mantine/core';
import type { KocIncentive } from '@shared/domain/koc/koc.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { Chip } from '@/ui/chip';
import { doAndSay } from '../do-and-say';
import { incentiveSums } from '../incentive-sums';
import { removeIncentive, setIncentiveGiven } from '../koc.commands';
import classes from '../koc.module.css';
import { readIncentives } from '../koc.queries';
import { IncentiveForm } from './incentive-form';
import { kocPanelMessages } from './koc-panel.messages';

type IncentivesPartProps = { memberId: string; name: string };

/** What was promised and given, what it cost, and what is still open. */
export function IncentivesPart({ memberId, name }: IncentivesPartProps) {
  const t = useMessages(kocPanelMessages);
  const format = useFormat();
  const rows = useLive(() => readIncentives(memberId), [memberId]);
  const { given, open } = incentiveSums(rows ?? []);
  return (
    <section className={classes.section}>
      <h3>{t('incentives')}</h3>
      {rows?.length === 0 && <p className={classes.quiet}>{t('incentivesEmpty')}</p>}
      {rows && rows.length > 0 && (
        <p data-testid="koc-incentive-sums" data-open={open.count} data-given-fen={given.amountFen}>
          {t('sums', {
            promised: given.count + open.count,
            given: given.count,
            open: open.count,
          })}
          {given.amountFen + open.amountFen > 0 && (
            <>
              <br />
              {t('sumMoney', {
                given: format.money(given.amountFen),
                open: format.money(open.amountFen),
              })}
            </>
          )}
          {given.points + open.points > 0 && (
            <>
              <br />
              {t('sumPoints', {
                given: format.count(given.points),
                open: format.count(open.points),
              })}
            </>
          )}
        </p>
      )}
      <ul className={classes.list}>
        {rows?.map((row) => (
          <IncentiveLine key={row.id} row={row} />
        ))}
      </ul>
      <IncentiveForm memberId={memberId} name={name} />
    </section>
  );
}

function IncentiveLine({ row }: { row: KocIncentive }) {
  const t = useMessages(kocPanelMessages);
  const format = useFormat();
  const { id, what, givenAt, amountFen, points } = row;
  const isGiven = givenAt !== undefined;
  const facts = [
    t(`kind.${row.kind}`),
    amountFen !== undefined && format.money(amountFen),
    points !== undefined && `${t('pointsField')} ${format.count(points)}`,
    t('promisedOn', { day: format.date(row.at) }),
    isGiven && t('givenOn', { day: format.date(givenAt) }),
    row.by,
  ].filter(Boolean);
  return (
    <li className={classes.line} data-testid="koc-incentive" data-given={isGiven}>
      <span className={classes.grow}>
        {what} {!isGiven && <Chip tone="yellow">{t('open')}</Chip>}
        <br />
        <span className={classes.quiet}>{facts.join(' · ')}</span>
      </span>
      <Button
        size="compact-xs"
        variant={isGiven ? 'subtle' : 'light'}
        data-testid="koc-incentive-give"
        onClick={() =>
          void doAndSay(
            () => execute(setIncentiveGiven, { id, what, isGiven: !isGiven }),
            t(isGiven ? 'reopened' : 'given', { what }),
          )
        }
      >
        {t(isGiven ? 'markOpen' : 'markGiven')}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        onClick={() =>
          void doAndSay(() => execute(removeIncentive, { id, what }), t('removed', { what }))
        }
      >
        {t('remove')}
      </Button>
    </li>
  );
}
