import type { Hlc } from '../clock';

/** A record as it is stored: plain fields, without those that are absent. */
export type StoredRow = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * When the parts of a record were written, kept beside it. What bears no stamp was written before
 * anything that does: rows of an import, and all from before the workspace was shared.
 */
export type RowClocks = {
  /** The newest time at which the whole record was written, or removed. */
  since?: Hlc;
  /** It was removed then. */
  isGone?: true;
  /** The newest write of each field that was written later than that. */
  at?: Record<string, Hlc>;
  /** What these writes said, where the record is gone or not known yet: it shows if it comes (back). */
  hidden?: Record<string, unknown>;
};

export type Held = { row?: StoredRow | undefined; clocks?: RowClocks | undefined };

/** Nothing is older: the stamp of what bears none. */
export const EVER: Hlc = '';

export type Stamped = { at: Hlc; value: unknown };

/** A record on its way from one state to the next: its life, and each field's newest write. */
export type OpenRecord = {
  isThere: boolean;
  since: Hlc;
  isGone: boolean;
  /** Absent ones were last written (to nothing) when the whole record was. */
  fields: Map<string, Stamped>;
};

export function openRecord({ row, clocks = {} }: Held): OpenRecord {
  const { since = EVER, isGone = false, at = {}, hidden = {} } = clocks;
  const fields = new Map<string, Stamped>();
  for (const field in row) {
    if (field !== 'id') fields.set(field, { at: at[field] ?? since, value: row[field] });
  }
  for (const field in at) {
    const stamp = at[field];
    if (stamp === undefined || fields.has(field)) continue;
    fields.set(field, { at: stamp, value: hidden[field] });
  }
  return { isThere: row !== undefined, since, isGone, fields };
}

/** As it is kept: nothing that is older than the record's own birth or removal is left. */
export function closeRecord(id: string, record: OpenRecord): Held {
  const { isThere, since, isGone } = record;
  const row: Record<string, unknown> & { id: string } = { id };
  const at: Record<string, Hlc> = {};
  const hidden: Record<string, unknown> = {};
  for (const [field, { at: stamp, value }] of record.fields) {
    if (stamp > since) at[field] = stamp;
    if (value === undefined) continue;
    if (isThere) row[field] = value;
    else if (stamp > since) hidden[field] = value;
  }
  const clocks: RowClocks = {
    ...(since !== EVER && { since }),
    ...(isGone && { isGone }),
    ...(Object.keys(at).length > 0 && { at }),
    ...(Object.keys(hidden).length > 0 && { hidden }),
  };
  return {
    row: isThere ? row : undefined,
    clocks: Object.keys(clocks).length > 0 ? clocks : undefined,
  };
}
