import { assertNever } from '@shared/lib/errors';
import type { ChecklistItem, SopStep } from './sop.schema';

/**
 * Where an item of a checklist stands. `seen` and `failedNoted` are answers; `open` has none,
 * `failedMute` failed without the note that a failure needs.
 */
export type CheckState = 'seen' | 'failedNoted' | 'failedMute' | 'open';

type Checked = Pick<SopStep, 'tickedKeys' | 'answers'>;

/** An item of a run from before there were kinds is one to tick. */
export function checkStateOf(item: ChecklistItem, step: Checked): CheckState {
  const kind = item.kind ?? 'tick';
  const answer = step.answers?.[item.key];
  switch (kind) {
    case 'tick':
      return step.tickedKeys.includes(item.key) ? 'seen' : 'open';
    case 'passFail':
      if (answer?.result === 'pass') return 'seen';
      if (answer?.result !== 'fail') return 'open';
      return answer.note?.trim() ? 'failedNoted' : 'failedMute';
    case 'value':
      return answer?.result === 'value' && answer.value?.trim() ? 'seen' : 'open';
    default:
      return assertNever(kind, 'checkStateOf');
  }
}

export type GateItem = { key: string; state: CheckState };

/** What stands between a step and its end. */
export type Gate = {
  /** Items that count as open: no answer, a failure without a note, a failure at a critical step. */
  missing: GateItem[];
  isMetricMissing: boolean;
  /** A critical step refuses with anything missing; a standard one records it and goes on. */
  verdict: 'open' | 'refuses' | 'warns';
};

/**
 * Whether a step may be completed. `count` is what stands in its metric field, if anything does:
 * without a number neither kind of step is completed.
 */
export function gateOf(
  step: Checked & Pick<SopStep, 'definition' | 'metricCount'>,
  count: number | undefined = step.metricCount,
): Gate {
  const isCritical = step.definition.rigour === 'critical';
  const missing = step.definition.checklist
    .map((item) => ({ key: item.key, state: checkStateOf(item, step) }))
    .filter(({ state }) => state !== 'seen' && (isCritical || state !== 'failedNoted'));
  const isMetricMissing = count === undefined;
  if (isMetricMissing || (isCritical && missing.length > 0)) {
    return { missing, isMetricMissing, verdict: 'refuses' };
  }
  return { missing, isMetricMissing, verdict: missing.length > 0 ? 'warns' : 'open' };
}
