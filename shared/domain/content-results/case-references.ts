import type { Sense } from '../calendar/content.schema';
import type { Slot } from '../calendar/slots';
import type { Measure } from './measures.rules';

/**
 * What the published cases of community group-buying report. They come without n, base or method and
 * are shown as dashed references only, never mixed with own figures.
 */
export type CaseReference =
  | { kind: 'level'; slot: Slot; measure: Measure; value: number }
  | { kind: 'lift'; slot: Slot; measure: Measure; value: number };

export const SLOT_CASES: readonly CaseReference[] = [
  { kind: 'level', slot: 'morning', measure: 'openRate', value: 0.72 },
  { kind: 'level', slot: 'noon', measure: 'watchSeconds', value: 18 * 60 },
  { kind: 'level', slot: 'noon', measure: 'conversion', value: 0.19 },
  { kind: 'lift', slot: 'evening', measure: 'participation', value: 0.4 },
  { kind: 'lift', slot: 'night', measure: 'orderValue', value: 0.26 },
];

/** What a play on the sense is said to have moved, and to how many times what it was before. */
export const SENSE_CASES: Record<Sense, { measure: Measure; factor: number }> = {
  sight: { measure: 'conversion', factor: 1.4 },
  // The case tells repeat purchases, which no single item has; buying is the nearest to it.
  smell: { measure: 'buyRate', factor: 1.28 },
  touch: { measure: 'orderValue', factor: 1.35 },
  hearing: { measure: 'watchSeconds', factor: 2.3 },
  taste: { measure: 'participation', factor: 4 },
};

/** A character's share of people who take part in its topic, and its goods' share of sales. */
export const CHARACTER_CASES = { participation: 0.83, salesShare: 0.23 } as const;

/** Hits per item after against before, and the cost of an item. */
export const HIT_CASES = { hitsFactor: 3, costChange: -0.41 } as const;
