import type { SampleOptions } from '../model/options';
import type { Person } from '../model/people';
import type { Sale } from '../model/sales';
import type { MemberTotals } from '../truth';
import type { Cell, Table } from './cells';

export const SHAPES = ['generic', 'youzan', 'kuaituantuan', 'wecom'] as const;
export type ShapeName = (typeof SHAPES)[number];
export type FileFormat = 'xlsx' | 'csv';

export type RosterShape = {
  table: (options: SampleOptions) => Table;
  row: (person: Person, index: number, totals: MemberTotals) => readonly Cell[];
};

/** `rows` has one row per order, or one per line with the order's own cells repeated. */
export type OrderShape = {
  fileName: string;
  /** What is written when nobody asks for another format. */
  format: FileFormat;
  table: (options: SampleOptions) => Table;
  rows: (sale: Sale) => readonly (readonly Cell[])[];
};

export type Shape = { roster: RosterShape; orders: readonly OrderShape[]; hasUnpaid: boolean };
