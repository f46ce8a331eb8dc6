/**
 * How a field is packed inside a page of rows:
 * `uuid` 16 bytes · `number` a typed array · `code` a dictionary of few values ·
 * `text` one joined string with offsets · `json` the same, encoded · `list` arrays of flat
 * objects (an order's lines), field by field. Absent values stay absent.
 */
export type ColumnType = 'uuid' | 'number' | 'code' | 'text' | 'json' | 'list';

/**
 * `rows`: one IndexedDB record each, for things counted in thousands.
 * `paged`: rows sorted by id, packed by columns into pages of `pageSize`. `cold` columns lie in a
 * second record so that analytics read only what they add up.
 */
export type Storage =
  | { kind: 'rows'; indexes: string }
  | {
      kind: 'paged';
      pageSize: number;
      hot: Record<string, ColumnType>;
      cold: Record<string, ColumnType>;
    };

/** `synced` travels between laptops, `device` stays here, `derived` can be recomputed at any time. */
export type Scope = 'synced' | 'device' | 'derived';

/** `fields`: last writer per field. `append`: rows are only ever added. `set`: present or not. */
export type MergePolicy = 'fields' | 'append' | 'set' | 'none';

/**
 * Which laptops of a workspace that is divided by groups see a row: those of the group that `group`
 * names (the row's own id for a group), of the groups in which the person `member` is, of any of the
 * groups in `groups`, or those that see the row `parent` of another entity. A person's stay in a group
 * is seen by who sees the group and, until it ended, by all who see the person: whoever changes
 * something of a person knows who else has to hear of it. Where the field is empty, and without this
 * entry, everybody sees it.
 */
export type SeenBy =
  | { group: string }
  | { groups: string }
  | { member: string }
  | { parent: string; of: string }
  | { stay: string; of: string; until: string };

export type EntitySpec = {
  storage: Storage;
  scope: Scope;
  merge: MergePolicy;
  seenBy?: SeenBy;
  /** Only a leader or the owner changes such rows: what all rely on, and what cannot be taken back. */
  isLeaders?: true;
  /** Undoing the creation of such a row keeps it and sets this field to the time of the undo. */
  undoMark?: string;
};

/** Storage as single records, found by their id and these indexes. */
export const rows = (indexes = '') => ({ kind: 'rows', indexes }) as const;
