import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import type { InsightNote } from '@/workers/insights/insights-types';
import type { DataRemarks } from '@/workers/people/people-types';
import { insightsMessages } from '../insights.messages';
import classes from './insights-frame.module.css';
import { useInsight } from './use-insight';

const REMARKS = [
  ['futureOrders', 'remark.future'],
  ['refundsAboveAmount', 'remark.refund'],
  ['membersWithoutOrders', 'remark.none'],
  ['membersWithOneOrder', 'remark.one'],
] as const satisfies readonly (readonly [keyof DataRemarks, string])[];

const askRemarks = () => dataWorker().people.remarks();

/** What a reader of any figure below should know about the data, in one quiet line. */
export function Remarks({ notes }: { notes: readonly InsightNote[] }) {
  const insight = useInsight<DataRemarks>(askRemarks);
  return (
    <RemarkLines
      notes={notes}
      {...(insight.state === 'answered' ? { data: insight.answer } : {})}
    />
  );
}

type RemarkLinesProps = { notes: readonly InsightNote[]; data?: DataRemarks };

function RemarkLines({ notes, data }: RemarkLinesProps) {
  const t = useMessages(insightsMessages);
  const format = useFormat();
  const lines = REMARKS.flatMap(([key, word]) => {
    const n = data?.[key] ?? 0;
    return n > 0 ? [t(word, { n: format.count(n) })] : [];
  });
  for (const note of notes) {
    // The data's own remarks say the same already.
    if (note.code === 'future-orders' && data && data.futureOrders > 0) continue;
    lines.push(t(`note.${note.code}`, noteNumbers(note, format.count)));
  }
  if (lines.length === 0) return null;
  return (
    <ul className={classes.remarks} aria-label={t('remarksLabel')} data-testid="insights-remarks">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function noteNumbers({ data = {} }: InsightNote, count: (n: number) => string) {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      Number.isInteger(value) ? count(value) : value.toFixed(2),
    ]),
  );
}
