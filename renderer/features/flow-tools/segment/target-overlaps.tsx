import type { Rule } from '@shared/domain/rules/rule.schema';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { useLive } from '@/db/use-live';
import classes from '../flow-tools.module.css';
import { segmentMessages } from './segment.messages';
import { otherRunningRuns } from './segment.queries';

const RUNS_SHOWN = 3;
const IN_A_GROUP: Rule = { kind: 'inGroup' };

const rulesWith = (rule: Rule, runs: readonly SopRun[]): Rule[] => [
  rule,
  IN_A_GROUP,
  ...runs.map(({ targetSnapshotId: snapshotId = '' }): Rule => ({ kind: 'snapshot', snapshotId })),
];

/** How many of them are in a group already, and how many other runs are writing to as well. */
export function TargetOverlaps({ runId, rule }: { runId: string; rule: Rule }) {
  const t = useMessages(segmentMessages);
  const format = useFormat();
  const runs = useLive(() => otherRunningRuns(runId), [runId]);
  const rules = runs && rulesWith(rule, runs);
  const table = useAnswer(rules && JSON.stringify(rules), async () =>
    dataWorker().people.overlaps(rules ?? []),
  );
  if (!table || !runs) return null;
  const [, inGroups = 0, ...shared] = table[0] ?? [];
  const others = runs
    .map((run, index) => ({ run, count: shared[index] ?? 0 }))
    .filter(({ count }) => count > 0);
  if (inGroups === 0 && others.length === 0) {
    return <p className={classes.quiet}>{t('noOverlap')}</p>;
  }
  return (
    <ul className={classes.plainList} data-testid="target-overlaps" data-in-groups={inGroups}>
      {inGroups > 0 && (
        <li>{t('overlapGroups', { count: inGroups, n: format.count(inGroups) })}</li>
      )}
      {others.slice(0, RUNS_SHOWN).map(({ run, count }) => (
        <li key={run.id} data-run-id={run.id} data-count={count}>
          {t('overlapRun', { count, n: format.count(count), title: run.title })}
        </li>
      ))}
      {others.length > RUNS_SHOWN && (
        <li>{t('overlapMore', { count: others.length - RUNS_SHOWN })}</li>
      )}
    </ul>
  );
}
