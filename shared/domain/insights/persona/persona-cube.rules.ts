import type { CodeColumn, PeopleColumns } from '@shared/domain/people/people-columns';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { endOfPast, netFenOf } from '../buyer-columns';
import type { PersonaSettings } from './persona-settings.schema';

/** Where everybody stands in the cube; code 0 for people without an order within the window. */
export type PersonaCube = {
  frequency: CodeColumn;
  orderValue: CodeColumn;
  category: CodeColumn;
  /** Net money within the window, in fen. */
  netFen: Float64Array;
  placed: number;
};

/** Goods of no known category. */
const OTHER_CATEGORY = 'other';

/** The last band that begins at or below the pace. */
function frequencyBand(perWeek: number, bands: PersonaSettings['frequencyBands']): number {
  let band = 1;
  for (let at = 1; at < bands.length; at += 1) {
    if (perWeek >= (bands[at]?.fromPerWeek ?? Number.POSITIVE_INFINITY)) band = at + 1;
  }
  return band;
}

/** The first band that reaches up to the amount, else the last. */
function orderValueBand(fen: number, bands: PersonaSettings['orderValueBands']): number {
  const at = bands.findIndex(({ upToFen }) => upToFen === undefined || fen <= upToFen);
  return at < 0 ? bands.length : at + 1;
}

/** The category with most of the lines; of several the one that comes first among the products. */
class Favourite {
  readonly names: string[] = [];
  private readonly codeOfProduct: Uint16Array;
  private readonly counts: Uint32Array;
  private readonly touched: number[] = [];

  constructor(products: readonly string[], categoryOf: (product: string) => string | undefined) {
    const codes = new Map<string, number>();
    this.codeOfProduct = Uint16Array.from(products, (product) => {
      const name = categoryOf(product) ?? OTHER_CATEGORY;
      const known = codes.get(name);
      if (known !== undefined) return known;
      const code = this.names.push(name);
      codes.set(name, code);
      return code;
    });
    this.counts = new Uint32Array(this.names.length + 1);
  }

  add(product: number): void {
    const code = this.codeOfProduct[product] ?? 0;
    if (this.counts[code] === 0) this.touched.push(code);
    this.counts[code] = (this.counts[code] ?? 0) + 1;
  }

  /** Code of the favourite, 0 without a line; begins anew. */
  take(): number {
    let best = 0;
    for (const code of this.touched) {
      const more = (this.counts[code] ?? 0) - (this.counts[best] ?? 0);
      if (best === 0 || more > 0 || (more === 0 && code < best)) best = code;
    }
    for (const code of this.touched) this.counts[code] = 0;
    this.touched.length = 0;
    return best;
  }
}

/**
 * Purchase frequency × average order value × preferred category of everybody as of day `asOf`, over
 * the settings' window. The preferred category is the one with most of the person's order lines;
 * orders without lines, and lines of goods that no category knows, belong to `OTHER_CATEGORY`.
 */
export function personaCube(
  columns: PeopleColumns,
  asOf: number,
  settings: PersonaSettings,
  categoryOf: (product: string) => string | undefined,
): PersonaCube {
  const { n, isHere, orders } = columns;
  const { windowDays, frequencyBands, orderValueBands } = settings;
  const { lines } = orders;
  const favourite = new Favourite(lines?.products ?? [], categoryOf);
  let other = favourite.names.indexOf(OTHER_CATEGORY) + 1;
  if (other === 0) other = favourite.names.push(OTHER_CATEGORY);
  const frequency = new Uint32Array(n);
  const orderValue = new Uint32Array(n);
  const category = new Uint32Array(n);
  const netFen = new Float64Array(n);
  const windowStart = asOf - windowDays + 1;
  let placed = 0;
  for (let row = 0; row < n; row += 1) {
    if (!isHere[row]) continue;
    const start = orders.start[row] ?? 0;
    const end = endOfPast(orders, row, asOf);
    let slot = end - 1;
    let net = 0;
    for (; slot >= start && (orders.day[slot] ?? 0) >= windowStart; slot -= 1) {
      net += netFenOf(orders, slot);
      if (!lines) continue;
      const lastLine = lines.end[slot] ?? 0;
      for (let line = lines.start[slot] ?? 0; line < lastLine; line += 1) {
        favourite.add(lines.product[line] ?? 0);
      }
    }
    const times = end - 1 - slot;
    if (times === 0) continue;
    placed += 1;
    netFen[row] = net;
    frequency[row] = frequencyBand((times * 7) / windowDays, frequencyBands);
    orderValue[row] = orderValueBand(Math.round(net / times), orderValueBands);
    category[row] = favourite.take() || other;
  }
  return {
    frequency: { values: frequencyBands.map((band) => band.key), of: frequency },
    orderValue: { values: orderValueBands.map((band) => band.key), of: orderValue },
    category: { values: favourite.names, of: category },
    netFen,
    placed,
  };
}

/** Cells with at least one person, biggest first, each with the rule that finds its people. */
export function personaCells({ frequency, orderValue, category, netFen }: PersonaCube) {
  const found = new Map<number, { n: number; netFen: number }>();
  const wide = orderValue.values.length + 1;
  const deep = category.values.length + 1;
  for (let row = 0; row < netFen.length; row += 1) {
    const band = frequency.of[row] ?? 0;
    if (band === 0) continue;
    const key = (band * wide + (orderValue.of[row] ?? 0)) * deep + (category.of[row] ?? 0);
    const cell = found.get(key);
    if (!cell) found.set(key, { n: 1, netFen: netFen[row] ?? 0 });
    else {
      cell.n += 1;
      cell.netFen += netFen[row] ?? 0;
    }
  }
  return [...found]
    .map(([key, cell]) => {
      const pair = Math.floor(key / deep);
      const at = {
        frequency: frequency.values[Math.floor(pair / wide) - 1] ?? '',
        orderValue: orderValue.values[(pair % wide) - 1] ?? '',
        category: category.values[(key % deep) - 1] ?? '',
      };
      const rule: Rule = {
        kind: 'persona',
        frequency: [at.frequency],
        orderValue: [at.orderValue],
        category: [at.category],
      };
      return { ...at, ...cell, rule };
    })
    .sort((a, b) => b.n - a.n);
}

/** Categories that occur, those with most people first. */
export function personaCategories({ category }: PersonaCube): { key: string }[] {
  const counts = new Uint32Array(category.values.length + 1);
  for (const code of category.of) counts[code] = (counts[code] ?? 0) + 1;
  return category.values
    .map((key, at) => ({ key, n: counts[at + 1] ?? 0 }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .map(({ key }) => ({ key }));
}
