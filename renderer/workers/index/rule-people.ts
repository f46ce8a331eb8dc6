import type { Rule } from '@shared/domain/rules/rule.schema';
import type { TagBook } from '../people/tag-book';
import type { IdTable } from './id-table';
import type { MemberColumns } from './member-columns';

/** What lists of members ask the people service for. */
export type RulePeople = {
  /** Grows whenever answers to rules, or the tags they give, may have changed. */
  answersVersion: () => number;
  /** Who fits a rule: 1 per row, where rows are numbered by `rows`. */
  marksOf: (rule: Rule) => Promise<{ rows: IdTable; marks: Uint8Array }>;
  /** The tags that rules gave, as last worked out. */
  tagBook: () => Promise<{ rows: IdTable; book: TagBook }>;
};

/** Which row of the people's columns each member's row is; -1 for people who are in none yet. */
export class RowBridge {
  private known: { columns: MemberColumns; size: number; of: Int32Array } | undefined;

  rowsIn(columns: MemberColumns, rows: IdTable): Int32Array {
    const { known } = this;
    if (known && known.columns.ids === columns.ids && known.size === rows.size) return known.of;
    const of = columns.ids.numbersIn(rows);
    this.known = { columns, size: rows.size, of };
    return of;
  }
}
