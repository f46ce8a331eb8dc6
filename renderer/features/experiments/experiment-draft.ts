import type {
  Experiment,
  ExperimentArm,
  ExperimentMetric,
} from '@shared/domain/experiments/experiment.schema';
import {
  USUAL_BASELINE,
  USUAL_CORRELATION,
} from '@shared/domain/experiments/experiment-plan.rules';
import type { z } from 'zod';
import { experimentDraftSchema } from './experiments.commands';

/** What the form holds; an arm's label may still be empty. */
export type Draft = z.infer<typeof experimentDraftSchema>;

const KEYS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** `A` … `Z`, `A2` … */
export const armKeyAt = (at: number): string => {
  const letter = KEYS[at % KEYS.length] ?? 'A';
  const turn = Math.floor(at / KEYS.length);
  return turn === 0 ? letter : `${letter}${turn + 1}`;
};

const PRESET_HOURS = 72;
const PRESET_PEOPLE = 5000;

export const emptyDraft = (): Draft => ({
  name: '',
  hypothesis: '',
  factor: 'title',
  design: 'parallel',
  unit: 'group',
  arms: [0, 1].map((at) => ({ key: armKeyAt(at), label: '' })),
  weights: { conversion: 0.5, dwell: 0.25, share: 0.25 },
  alpha: 0.05,
  power: 0.8,
  baseline: USUAL_BASELINE,
  clusterCorrelation: USUAL_CORRELATION,
  hours: PRESET_HOURS,
  minPeople: PRESET_PEOPLE,
  groupIds: [],
});

/** A stored draft as the form shows it: a label that only repeats the key was never written. */
export function draftOf(experiment: Experiment): Draft {
  const draft = experimentDraftSchema.parse(experiment);
  return {
    ...draft,
    arms: draft.arms.map((arm) => (arm.label === arm.key ? { ...arm, label: '' } : arm)),
  };
}

/** What can be stored of it: nameless experiments and arms get what they are called anyway. */
export function storable(draft: Draft, usualName: string): Draft {
  return {
    ...draft,
    name: draft.name.trim() || usualName,
    arms: draft.arms.map((arm) => ({ ...arm, label: arm.label.trim() || arm.key })),
  };
}

/** Arms with keys in their order again, after one was added or removed. */
export const rekeyed = (arms: readonly ExperimentArm[]): ExperimentArm[] =>
  arms.map((arm, at) => ({ ...arm, key: armKeyAt(at) }));

/** Whether the arm's own part is a line, a text or a picture. */
export function armPart(factor: Draft['factor']): 'label' | 'text' | 'asset' {
  if (factor === 'cover') return 'asset';
  return factor === 'text' || factor === 'callToAction' ? 'text' : 'label';
}

/** What still keeps the lot from being drawn, in the order of the form. */
export type DraftGap = 'armEmpty' | 'noGroups' | 'noDay' | 'commonTitle';
export function draftGaps(draft: Draft): DraftGap[] {
  const part = armPart(draft.factor);
  const isFilled = ({ label, text, assetId }: ExperimentArm) =>
    part === 'asset'
      ? assetId !== undefined
      : (part === 'text' ? (text ?? '') : label).trim() !== '';
  const gaps: DraftGap[] = [];
  if (!draft.arms.every(isFilled)) gaps.push('armEmpty');
  if (draft.factor !== 'title' && (draft.commonTitle ?? '').trim() === '') gaps.push('commonTitle');
  if ((draft.groupIds ?? []).length === 0) gaps.push('noGroups');
  if (draft.dayPlanned === undefined || draft.slotPlanned === undefined) gaps.push('noDay');
  return gaps;
}

/** The weights as shares of one, for the screen; all zero counts as conversion alone. */
export function shownWeights(weights: Draft['weights']): Record<ExperimentMetric, number> {
  const sum = weights.conversion + weights.dwell + weights.share;
  if (sum <= 0) return { conversion: 1, dwell: 0, share: 0 };
  return {
    conversion: weights.conversion / sum,
    dwell: weights.dwell / sum,
    share: weights.share / sum,
  };
}
