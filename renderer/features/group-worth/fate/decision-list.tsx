import { decisionsOf, type GroupDecision } from '@shared/domain/group-life/decision.rules';
import { FATES } from '@shared/domain/group-life/fate.rules';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { groupAddress } from '@/features/group-life';
import classes from '../worth.module.css';
import { fateMessages } from './fate.messages';

const readDecisions = async (groupId: string) =>
  decisionsOf(await readDb.rows('groupEvents').by('groupId', groupId));

/** What was decided, by whom, on which reasons, and the way on from there. */
export function DecisionList({ groupId }: { groupId: string }) {
  const t = useMessages(fateMessages);
  const decisions = useLive(() => readDecisions(groupId), [groupId]) ?? [];
  if (decisions.length === 0) return null;
  return (
    <>
      <h3 className={classes.sub}>{t('history')}</h3>
      <ul className={classes.decisions}>
        {decisions.map((decision, at) => (
          <DecisionLine
            key={decision.id}
            decision={decision}
            groupId={groupId}
            isNewest={at === 0}
          />
        ))}
      </ul>
    </>
  );
}

type DecisionLineProps = { decision: GroupDecision; groupId: string; isNewest: boolean };

function DecisionLine({ decision: it, groupId, isNewest }: DecisionLineProps) {
  const t = useMessages(fateMessages);
  const format = useFormat();
  const today = useToday();
  const advised = FATES.find((fate) => fate === it.advised);
  const isAgainst = advised !== undefined && advised !== it.decision;
  const isDue = isNewest && it.askAgainDay !== undefined && it.askAgainDay <= today;
  const isEnding = it.decision === 'transfer' || it.decision === 'dissolve';
  return (
    <li data-testid="decision" data-decision={it.decision} data-due={isDue}>
      {format.dateTime(it.at)} {it.by ? t('decidedBy', { by: it.by }) : t('decidedPlain')}:{' '}
      <b>{t(`fate.${it.decision}`)}</b>
      {isAgainst && ` ${t('againstAdvice', { fate: t(`fate.${advised}`) })}`}
      {it.askAgainDay !== undefined &&
        ` · ${t(isDue ? 'againDue' : 'again', { day: format.day(it.askAgainDay) })}`}
      {it.runId !== undefined && (
        <>
          {' · '}
          <Link href={`/sop/${it.runId}`}>{t('openRun')}</Link>
        </>
      )}
      {isNewest && isEnding && (
        <>
          {' · '}
          <Link href={groupAddress(groupId, 'transfer')} data-testid="decision-next">
            {t('openTransfer')}
          </Link>
        </>
      )}
      {it.reasons.length > 0 && <p className={classes.quiet}>{it.reasons.join(' · ')}</p>}
      {it.note && <p className={classes.quiet}>{it.note}</p>}
    </li>
  );
}
