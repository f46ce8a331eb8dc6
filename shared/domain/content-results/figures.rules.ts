import type { ContentResult } from '../calendar/content-result.schema';

/** What is counted of a piece, in the order in which people type it. */
export const FIGURE_KEYS = [
  'reach',
  'opens',
  'averageSeconds',
  'participants',
  'shares',
  'comments',
  'likes',
  'orders',
  'gmvFen',
] as const;
export type FigureKey = (typeof FIGURE_KEYS)[number];

/** Counts of people and actions, seconds on average, fen. What nobody told is absent. */
export type Figures = Partial<Record<FigureKey, number>>;

/** The group part of a typed row's id: a group, or everybody together. */
export const TOGETHER = 'all';

/** The id of what was typed of an item; without a group of all that got it together. */
export const typedResultId = (itemId: string, groupId?: string): string =>
  `${itemId}.${groupId ?? TOGETHER}`;

const isTyped = ({ source }: ContentResult) => source === 'typed';

/** Several rows as one: counts and money are added, seconds weighed by opens (1 where unknown). */
export function sumFigures(rows: readonly Figures[]): Figures {
  const sum: Figures = {};
  for (const key of FIGURE_KEYS) {
    const told = rows.flatMap((row) => (row[key] === undefined ? [] : [{ row, value: row[key] }]));
    if (told.length === 0) continue;
    if (key !== 'averageSeconds') {
      sum[key] = told.reduce((total, { value }) => total + value, 0);
      continue;
    }
    const weights = told.map(({ row }) => Math.max(1, row.opens ?? 1));
    const weight = weights.reduce((total, value) => total + value, 0);
    sum[key] =
      told.reduce((total, { value }, at) => total + value * (weights[at] ?? 1), 0) / weight;
  }
  return sum;
}

/**
 * The figures of one item out of its rows. Figure by figure: what was typed for all groups together
 * goes before the sum of what was typed per group, and that before what a report told.
 */
export function figuresOf(rows: readonly ContentResult[]): Figures {
  const together = rows.filter((row) => isTyped(row) && row.groupId === undefined);
  const perGroup = sumFigures(rows.filter((row) => isTyped(row) && row.groupId !== undefined));
  const reported = sumFigures(rows.filter((row) => !isTyped(row)));
  return { ...reported, ...perGroup, ...sumFigures(together) };
}

/** What cannot be, or hardly: it is said and left as it was typed. */
type FigureRemark = { kind: 'moreThan'; key: FigureKey; than: FigureKey } | { kind: 'noOrders' };

const AT_MOST: readonly [FigureKey, FigureKey][] = [
  ['opens', 'reach'],
  ['participants', 'reach'],
  ['likes', 'opens'],
  ['orders', 'reach'],
];

/** Figures of one item that do not go together. */
export function figureRemarks(figures: Figures): FigureRemark[] {
  const remarks = AT_MOST.flatMap(([key, than]): FigureRemark[] => {
    const [value, most] = [figures[key], figures[than]];
    return value !== undefined && most !== undefined && value > most
      ? [{ kind: 'moreThan', key, than }]
      : [];
  });
  const hasMoney = (figures.gmvFen ?? 0) > 0;
  return hasMoney && figures.orders === 0 ? [...remarks, { kind: 'noOrders' }] : remarks;
}
