import { type References, referencesOfRuns } from '@shared/domain/funnel/bottleneck.rules';
import type { FunnelBar } from '@shared/domain/funnel/funnel.rules';
import { caseReferences } from '@shared/domain/funnel/funnel-references.schema';
import type { FunnelRun } from '../funnel.queries';
import { useFunnelOfEach } from '../use-funnel';

export type ReferenceKind = 'target' | 'earlierRuns' | 'case';

/** The conversions of at most this many runs before this one. */
const EARLIER_RUNS = 8;

/** What the steps of a run can be held against, by kind; a kind without any line is empty. */
export function useReferences(
  { run, earlier, lines }: FunnelRun,
  bars: readonly FunnelBar[],
): Record<ReferenceKind, References> | undefined {
  const answers = useFunnelOfEach(earlier.slice(0, EARLIER_RUNS).map(({ id }) => id));
  if (!answers) return undefined;
  return {
    target: new Map(
      bars.flatMap(({ position, targetRate }) =>
        targetRate === undefined ? [] : [[position, { kind: 'target', rate: targetRate }]],
      ),
    ),
    earlierRuns: referencesOfRuns(answers.map(({ steps }) => steps.map(({ bar }) => bar))),
    case: caseReferences(lines, run.templateKey),
  };
}
