import type { CodeColumn } from '@shared/domain/people/people-columns';
import { type BuyerColumns, endOfPast, netFenOf } from '../buyer-columns';
import type { MemberValues } from '../ltv/member-value.rules';
import { selectRanks } from '../select-ranks';
import { QUADRANTS, type QuadrantRow, type QuadrantSettings } from './quadrant-settings.schema';

/** What the quadrants are told by, of each row. */
export type QuadrantFacts = {
  /** People with an order up to the day. */
  buyers: number;
  /** Net money and orders over the last `arpuDays`; 0 for people without an order. */
  arpuFen: Float64Array;
  recentOrders: Uint32Array;
  /** Days since the last order, -1 without one. */
  recencyDays: Int32Array;
  /** Of those who bought within the window; 0 without anybody. */
  medianArpuFen: number;
  /** Of everybody with an order; 0 without anybody. */
  medianLtvFen: number;
};

/** The lower of the two middle values for an even number; 0 for none. Reorders the values. */
function medianOf(values: Float64Array): number {
  return selectRanks(values, [Math.ceil(values.length / 2) - 1])[0] ?? 0;
}

/** One pass over the recent orders. `values` are those of the same columns. */
export function quadrantFacts(
  { n, isHere, orders }: BuyerColumns,
  asOf: number,
  arpuDays: number,
  values: MemberValues,
): QuadrantFacts {
  const windowStart = asOf - arpuDays + 1;
  const arpuFen = new Float64Array(n);
  const recentOrders = new Uint32Array(n);
  const recencyDays = new Int32Array(n).fill(-1);
  const arpus = new Float64Array(n);
  const ltvs = new Float64Array(n);
  let recent = 0;
  let buyers = 0;
  for (let row = 0; row < n; row += 1) {
    if (!isHere[row]) continue;
    const start = orders.start[row] ?? 0;
    const end = endOfPast(orders, row, asOf);
    if (end === start) continue;
    recencyDays[row] = asOf - (orders.day[end - 1] ?? 0);
    ltvs[buyers] = values.ltvFen[row] ?? 0;
    buyers += 1;
    let slot = end - 1;
    let net = 0;
    for (; slot >= start && (orders.day[slot] ?? 0) >= windowStart; slot -= 1) {
      net += netFenOf(orders, slot);
    }
    const times = end - 1 - slot;
    if (times === 0) continue;
    arpuFen[row] = net;
    recentOrders[row] = times;
    arpus[recent] = net;
    recent += 1;
  }
  return {
    buyers,
    arpuFen,
    recentOrders,
    recencyDays,
    medianArpuFen: medianOf(arpus.subarray(0, recent)),
    medianLtvFen: medianOf(ltvs.subarray(0, buyers)),
  };
}

type Person = { arpuFen: number; ltvFen: number; isSilent: boolean };

function fits(row: QuadrantRow, person: Person, facts: QuadrantFacts): boolean {
  const { arpuFrom, arpuBelow, ltvFrom, ltvBelow, isSilent } = row;
  const { medianArpuFen, medianLtvFen } = facts;
  if (isSilent !== undefined && isSilent !== person.isSilent) return false;
  if (arpuFrom !== undefined && person.arpuFen < arpuFrom * medianArpuFen) return false;
  if (arpuBelow !== undefined && person.arpuFen >= arpuBelow * medianArpuFen) return false;
  if (ltvFrom !== undefined && person.ltvFen < ltvFrom * medianLtvFen) return false;
  return ltvBelow === undefined || person.ltvFen < ltvBelow * medianLtvFen;
}

/**
 * Each person with an order falls in exactly one quadrant: that of the first row of the table that
 * fits, else that of the last row. Codes are 1 + index into QUADRANTS, 0 without an order.
 */
export function placeInQuadrants(
  facts: QuadrantFacts,
  values: MemberValues,
  { table, silent }: QuadrantSettings,
): CodeColumn {
  const { recencyDays, arpuFen } = facts;
  const codeOf = new Map(QUADRANTS.map((key, at) => [key, at + 1]));
  const codes = table.map((row) => codeOf.get(row.quadrant) ?? 0);
  const of = new Uint32Array(recencyDays.length);
  const person: Person = { arpuFen: 0, ltvFen: 0, isSilent: false };
  for (let row = 0; row < of.length; row += 1) {
    const days = recencyDays[row] ?? -1;
    if (days < 0) continue;
    person.arpuFen = arpuFen[row] ?? 0;
    person.ltvFen = values.ltvFen[row] ?? 0;
    // An unknown chance compares as not below.
    person.isSilent = days >= silent.daysFrom || (values.alive[row] ?? 1) < silent.aliveBelow;
    const found = table.findIndex((entry) => fits(entry, person, facts));
    of[row] = codes.at(found) ?? 0;
  }
  return { values: QUADRANTS, of };
}
