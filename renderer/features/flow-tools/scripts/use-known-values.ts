import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { useFormat } from '@/app/use-format';
import { useNamedThings } from '@/features/segments';
import { useTargetWords } from '../segment/use-target-words';

type Values = Readonly<Record<string, string>>;

/** What the step knows without being told: in step 1 whom the run is for, and how many they are. */
export function useKnownValues(run: SopRun, step: SopStep): Values {
  const format = useFormat();
  const nameOf = useTargetWords();
  const { snapshots } = useNamedThings();
  const kept = snapshots.find(({ id }) => id === run.targetSnapshotId);
  if (step.definition.tool !== 'segment' || !run.target || !kept) return {};
  const whom = nameOf(run.target);
  const count = format.count(kept.count);
  return { 目标人群: whom, 人数: count, targetPeople: whom, count };
}
