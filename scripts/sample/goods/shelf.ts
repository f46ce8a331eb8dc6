import type { OrderLine } from '@shared/domain/orders/order.schema';
import { PERSONAS, type Persona } from '../personas';
import { Random } from '../random';
import { Weighted } from '../weighted';
import { CATALOGUE, CATEGORIES, type Category } from './catalogue';

/** Nobody takes more of one thing in one order. */
export const MOST_OF_ONE = 6;

/** What each persona likes, per category in the order of the catalogue's list. */
const TASTE: Record<Persona, Record<Category, number>> = {
  silver: taste([30, 26, 16, 7, 9, 4, 0.4, 0.2, 1, 4, 5]),
  youth: taste([4, 5, 3, 17, 6, 3, 2, 36, 18, 1, 3]),
  middle: taste([7, 8, 4, 16, 12, 7, 34, 3, 6, 3, 3]),
};

function taste(weights: readonly number[]): Record<Category, number> {
  const entries = CATEGORIES.map((category, i) => [category, weights[i] ?? 0] as const);
  return Object.fromEntries(entries) as Record<Category, number>;
}

/** The month's prices and what is in season, and how each persona picks from it. */
export type Shelf = {
  priceFen: Int32Array;
  /** By product, then by quantity from 1: orders share their lines, a million of them fit in memory. */
  lines: readonly (readonly OrderLine[])[];
  picks: Record<Persona, Weighted>;
};

/** A price as written on a board: whole tens of fen that end in 0, 5, 8 or 9. */
function boardPrice(fen: number): number {
  const jiao = Math.round(fen / 10);
  const digit = jiao % 10;
  return ([0, 5, 8, 9].includes(digit) ? jiao : jiao - digit + 8) * 10;
}

function shelfOf(month: number, seed: number): Shelf {
  const random = new Random(seed, 41, month);
  const prices = CATALOGUE.map((product) => {
    const drift = product.months ? 0 : 0.06;
    const winter = product.category === '叶菜' && (month <= 1 || month === 11) ? 0.12 : 0;
    return boardPrice(product.priceFen * (1 + winter + drift * (2 * random.unit() - 1)));
  });
  const picks = Object.fromEntries(
    PERSONAS.map((persona) => [persona, new Weighted(weights(persona, month))]),
  ) as Record<Persona, Weighted>;
  const lines = CATALOGUE.map(({ name, spec }, i) =>
    Array.from({ length: MOST_OF_ONE }, (_, before) => ({
      product: name,
      spec,
      quantity: before + 1,
      amountFen: (prices[i] ?? 0) * (before + 1),
    })),
  );
  return { priceFen: Int32Array.from(prices), lines, picks };
}

/** A category keeps its weight however many of its products are in season. */
function weights(persona: Persona, month: number): number[] {
  const inSeason = CATALOGUE.map((product) =>
    product.months && !product.months.includes(month + 1) ? 0 : product.popularity,
  );
  const totals = new Map<Category, number>();
  CATALOGUE.forEach((product, i) => {
    totals.set(product.category, (totals.get(product.category) ?? 0) + (inSeason[i] ?? 0));
  });
  return CATALOGUE.map((product, i) => {
    const total = totals.get(product.category) ?? 0;
    return total === 0 ? 0 : (TASTE[persona][product.category] * (inSeason[i] ?? 0)) / total;
  });
}

export const shelves = (seed: number): readonly Shelf[] =>
  Array.from({ length: 12 }, (_, month) => shelfOf(month, seed));
