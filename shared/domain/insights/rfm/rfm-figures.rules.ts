import type { Rule } from '@shared/domain/rules/rule.schema';
import { dayNumber, dayOfNumber } from '@shared/lib/time';
import type { BuyerColumns } from '../buyer-columns';
import { RFM_GROUPS, rfmGroupOf, rfmGroupRule } from './rfm-groups.rules';
import { type RfmScores, rfmScores } from './rfm-scores.rules';
import type { RfmSettings } from './rfm-settings.schema';
import { type RfmValues, rfmValues } from './rfm-values.rules';

type Cell = { n: number; netFen: number; rule: Rule };

/** `groupOf[row]`: 1 + index into RFM_GROUPS, 0 without an order up to the day. */
export type RfmState = {
  values: RfmValues;
  scores: RfmScores;
  groupOf: Uint8Array;
};

/** Values, scores and named group of everybody as of a day. */
export function rfmState(columns: BuyerColumns, asOf: number, settings: RfmSettings): RfmState {
  const values = rfmValues(columns, asOf, settings.windowDays);
  const scores = rfmScores(values, settings);
  const groupOf = new Uint8Array(columns.n);
  for (let row = 0; row < columns.n; row += 1) {
    const r = scores.r[row] ?? 0;
    if (r === 0) continue;
    const group = rfmGroupOf(r, scores.f[row] ?? 0, scores.m[row] ?? 0, settings.highFrom);
    groupOf[row] = 1 + group;
  }
  return { values, scores, groupOf };
}

/** The last day of the month before. */
export function endOfLastMonth(today: number): number {
  return dayNumber(`${dayOfNumber(today).slice(0, 7)}-01`) - 1;
}

/** 25 cells, r 1–5 by f 1–5, with the money of the window. */
export function rfmGrid({ values, scores }: RfmState) {
  const n = new Uint32Array(36);
  const net = new Float64Array(36);
  for (let row = 0; row < scores.r.length; row += 1) {
    const at = (scores.r[row] ?? 0) * 6 + (scores.f[row] ?? 0);
    n[at] = (n[at] ?? 0) + 1;
    net[at] = (net[at] ?? 0) + (values.netFen[row] ?? 0);
  }
  const cells: (Cell & { r: number; f: number; averageM: number })[] = [];
  for (let r = 1; r <= 5; r += 1) {
    for (let f = 1; f <= 5; f += 1) {
      const people = n[r * 6 + f] ?? 0;
      const netFen = net[r * 6 + f] ?? 0;
      const rule: Rule = { kind: 'rfm', r: { min: r, max: r }, f: { min: f, max: f } };
      cells.push({ r, f, n: people, netFen, averageM: people ? netFen / people : 0, rule });
    }
  }
  return cells;
}

/** The eight named groups, empty ones too. */
export function rfmGroups({ values, groupOf }: RfmState, settings: RfmSettings) {
  const n = new Uint32Array(9);
  const net = new Float64Array(9);
  for (let row = 0; row < groupOf.length; row += 1) {
    const group = groupOf[row] ?? 0;
    n[group] = (n[group] ?? 0) + 1;
    net[group] = (net[group] ?? 0) + (values.netFen[row] ?? 0);
  }
  return RFM_GROUPS.map((group, at) => ({
    key: group.key,
    n: n[at + 1] ?? 0,
    netFen: net[at + 1] ?? 0,
    rule: rfmGroupRule(group, settings.highFrom),
  }));
}

const NEW = 'new';
const nameOf = (group: number) => RFM_GROUPS[group - 1]?.key ?? NEW;

/** Who was where then and is where now; only pairs with people. */
export function rfmMovement(before: RfmState, now: RfmState) {
  const pairs = new Uint32Array(81);
  for (let row = 0; row < now.groupOf.length; row += 1) {
    const to = now.groupOf[row] ?? 0;
    if (to === 0) continue;
    const at = (before.groupOf[row] ?? 0) * 9 + to;
    pairs[at] = (pairs[at] ?? 0) + 1;
  }
  const moves: { from: string; to: string; n: number }[] = [];
  pairs.forEach((n, at) => {
    if (n > 0) moves.push({ from: nameOf(Math.floor(at / 9)), to: nameOf(at % 9), n });
  });
  return moves;
}

/** Rows that went from one group to another; `from` may be 'new'. */
export function rfmMovers(before: RfmState, now: RfmState, from: string, to: string): number[] {
  const rows: number[] = [];
  for (let row = 0; row < now.groupOf.length; row += 1) {
    const group = now.groupOf[row] ?? 0;
    if (group > 0 && nameOf(group) === to && nameOf(before.groupOf[row] ?? 0) === from) {
      rows.push(row);
    }
  }
  return rows;
}
