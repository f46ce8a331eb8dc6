import type { ContentItem } from '../calendar/content.schema';
import type { Figures } from './figures.rules';

export const MEASURES = [
  'openRate',
  'conversion',
  'buyRate',
  'participation',
  'shareRate',
  'watchSeconds',
  'orderValue',
  'gmvPerSend',
] as const;
export type Measure = (typeof MEASURES)[number];

/** A share counts people out of people; a mean is so much per something. */
type MeasureKind = 'share' | 'money' | 'seconds';
export const MEASURE_KIND: Record<Measure, MeasureKind> = {
  openRate: 'share',
  conversion: 'share',
  buyRate: 'share',
  participation: 'share',
  shareRate: 'share',
  watchSeconds: 'seconds',
  orderValue: 'money',
  gmvPerSend: 'money',
};

/**
 * What orders told of an item: those credited to it, their buyers, and how many could have bought.
 * While its window `isOpen` the orders are only a part, and no measure rests on them.
 */
export type Credited = {
  orders: number;
  buyers: number;
  netFen: number;
  people: number;
  isOpen?: boolean;
};

/** A sent item with everything that is known of it. `sends` is in how many groups it went out. */
export type Entry = { item: ContentItem; figures: Figures; credited?: Credited; sends: number };

/** A measure of one item before dividing: `num` of `den`. */
export type Parts = { num: number; den: number };

/** Orders and money of an item: what was typed or reported, else what was credited to it. */
export function salesOf({ figures, credited }: Entry): { orders?: number; gmvFen?: number } {
  const whole = credited?.isOpen ? undefined : credited;
  const orders = figures.orders ?? whole?.orders;
  const gmvFen = figures.gmvFen ?? whole?.netFen;
  return { ...(orders !== undefined && { orders }), ...(gmvFen !== undefined && { gmvFen }) };
}

function rawParts(entry: Entry, measure: Measure): [number | undefined, number | undefined] {
  const { figures, credited, sends } = entry;
  const { orders, gmvFen } = salesOf(entry);
  switch (measure) {
    case 'openRate':
      return [figures.opens, figures.reach];
    case 'conversion':
      return [orders, figures.opens];
    case 'buyRate':
      return credited?.isOpen ? [undefined, undefined] : [credited?.buyers, credited?.people];
    case 'participation':
      return [figures.participants, figures.reach];
    case 'shareRate':
      return [figures.shares, figures.opens];
    case 'watchSeconds': {
      const weight = Math.max(1, figures.opens ?? 1);
      return [figures.averageSeconds && figures.averageSeconds * weight, weight];
    }
    case 'orderValue':
      return [gmvFen, orders];
    case 'gmvPerSend':
      return [gmvFen, sends];
  }
}

/**
 * A measure of one item, undefined where a figure is missing or where the part is more than its
 * whole (that is said beside the item, and would spoil every sum).
 *
 * Open rate = opens ÷ reached, conversion = orders ÷ opens, buying rate = buyers credited ÷ people
 * in the groups, participation = participants ÷ reached, share rate = shares ÷ opens, watching =
 * seconds per opening, order value = money ÷ orders, GMV per sending = money ÷ groups sent to.
 */
export function partsOf(entry: Entry, measure: Measure): Parts | undefined {
  const [num, den] = rawParts(entry, measure);
  if (num === undefined || den === undefined || den <= 0) return undefined;
  return MEASURE_KIND[measure] === 'share' && num > den ? undefined : { num, den };
}
