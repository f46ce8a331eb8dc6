import { Button } from '@mantine/core';
import { type ClockRemark, clockRemarks } from '@shared/domain/sop/clock-remarks.rules';
import type { Overlap } from '@shared/domain/sop/overlap.rules';
import type { RunEvent } from '@shared/domain/sop/run-record.schema';
import { assertNever } from '@shared/lib/errors';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { acceptOverlap } from '../run.commands';
import type { RunWithSteps } from '../sop.queries';
import { useNow } from '../use-run';
import { headMessages } from './head.messages';
import classes from './run-facts.module.css';
import { useOverlaps } from './use-overlaps';

type RunNotesProps = { flow: RunWithSteps; events: readonly RunEvent[] };

/** What one should know before going on: shared people, and a clock that was set back. */
export function RunNotes({ flow, events }: RunNotesProps) {
  const now = useNow();
  const overlaps = useOverlaps(flow.run);
  const lastAt = events.reduce<number | undefined>(
    (last, { at }) => (last !== undefined && last > at ? last : at),
    undefined,
  );
  const remarks = clockRemarks(flow, lastAt, now);
  const isAccepted = ({ runId, count }: Overlap) =>
    events.some(
      ({ kind, detail }) =>
        kind === 'overlapAccepted' && detail?.otherRunId === runId && Number(detail.count) >= count,
    );
  const open = overlaps.filter((overlap) => !isAccepted(overlap));
  if (open.length === 0 && remarks.length === 0) return null;
  return (
    <div className={classes.notes}>
      {open.map((overlap) => (
        <OverlapNote key={overlap.runId} runId={flow.run.id} overlap={overlap} />
      ))}
      {remarks.map((remark) => (
        <Note key={`${remark.kind}${'position' in remark ? remark.position : ''}`}>
          <ClockSentence remark={remark} />
        </Note>
      ))}
    </div>
  );
}

function Note({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={classes.note} role="status">
      <IconAlertTriangle size={16} aria-hidden />
      <span className={classes.grow}>{children}</span>
      {actions}
    </div>
  );
}

function OverlapNote({ runId, overlap }: { runId: string; overlap: Overlap }) {
  const t = useMessages(headMessages);
  const format = useFormat();
  const { count, title, runId: otherRunId } = overlap;
  const accept = () =>
    execute(acceptOverlap, { runId, otherRunId, title, count }).catch(showProblem);
  return (
    <Note
      actions={
        <>
          <Button component={Link} href={`/sop/${otherRunId}`} size="compact-xs" variant="subtle">
            {t('overlapSee')}
          </Button>
          <Button size="compact-xs" variant="white" onClick={() => void accept()}>
            {t('overlapAccept')}
          </Button>
        </>
      }
    >
      {t('overlap', { count, n: format.count(count), title })}
    </Note>
  );
}

function ClockSentence({ remark }: { remark: ClockRemark }) {
  const t = useMessages(headMessages);
  const format = useFormat();
  switch (remark.kind) {
    case 'doneBeforeStarted':
      return <>{t('clock_doneBeforeStarted', { position: remark.position })}</>;
    case 'endedBeforeStarted':
      return <>{t('clock_endedBeforeStarted')}</>;
    case 'nowBeforeStory':
      return <>{t('clock_nowBeforeStory', { when: format.dateTime(remark.lastAt) })}</>;
    default:
      return assertNever(remark, 'ClockSentence');
  }
}
