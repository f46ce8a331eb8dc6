import type { ColumnMapping } from '../columns/fields';
import { columnsByField } from '../columns/mapping';
import type { RecordKind } from '../columns/record-fields';
import { EntryTable } from '../plan/entry-table';
import type { ExistingMembers } from '../plan/existing';
import { matchBuyer } from '../plan/match-member';
import { NewMembers } from '../plan/new-members';
import type { FieldChange, MemberValues, Planner } from '../plan/plan';
import type { ConfirmReason } from '../plan/problems';
import { createRoster, type Roster } from '../plan/roster';
import type { Sheet } from '../sheet';
import { type CellFinder, createCellFinder } from './cell-finder';
import { type ReadRow, type RecordContext, readRecord } from './read-records';
import type {
  Draft,
  ExistingRecords,
  RecordEntry,
  RecordPlan,
  RecordValues,
  StoredRecord,
} from './record';
import { recordKey } from './record-key';

export type RecordFile = {
  kind: RecordKind;
  sheet: Sheet;
  titles: readonly string[];
  mapping: ColumnMapping;
  /** The records' rows, 0-based. */
  rows: Uint32Array;
  /** The workspace's. */
  zone: string;
  context: RecordContext;
};

type Placed =
  | { kind: 'known'; memberId: string | undefined }
  | {
      kind: 'confirm';
      handle: number;
      memberId: string;
      reason: ConfirmReason;
      person: MemberValues;
    }
  | { kind: 'nobody' };

function placePerson(person: MemberValues | undefined, roster: Roster): Placed {
  if (!person) return { kind: 'known', memberId: undefined };
  const match = matchBuyer(person, roster);
  if (match.kind === 'nobody' || match.person < 0) return { kind: 'nobody' };
  const memberId = roster.existing.id(match.person);
  if (match.kind === 'same') return { kind: 'known', memberId };
  const { person: handle, reason } = match;
  return { kind: 'confirm', handle, memberId, reason, person };
}

const textOf = (value: string | number | undefined) =>
  value === undefined ? undefined : String(value);

/** What the file says otherwise than the store; what it leaves blank stays. */
function difference(stored: RecordValues, values: RecordValues) {
  const patch: RecordValues = {};
  const changes: FieldChange[] = [];
  for (const field in values) {
    const after = values[field];
    if (after === undefined || after === stored[field]) continue;
    patch[field] = after;
    changes.push({ field, before: textOf(stored[field]), after: String(after) });
  }
  return { patch, changes };
}

function tellsSame(earlier: RecordValues, values: RecordValues): boolean {
  return Object.keys({ ...earlier, ...values }).every((field) => earlier[field] === values[field]);
}

function draftsOf(read: ReadRow, memberId: string | undefined): Draft[] {
  return read.drafts.map(({ entity, values }) => {
    const whole = memberId === undefined ? values : { ...values, memberId };
    return { entity, values: whole, key: recordKey(entity, whole) };
  });
}

/**
 * What a file of funnel figures, interactions, content results, supplier readings or weather would
 * do: one entry a row. A row that is stored already is unchanged, one that says otherwise about the
 * same thing is an update; two rows of the file that disagree about one thing are not both taken.
 */
export function recordPlanner(
  file: RecordFile,
  existing: ExistingRecords,
  members: ExistingMembers,
): Planner<RecordPlan> {
  const { kind, sheet, rows, context } = file;
  const columns = columnsByField(file.titles, file.mapping, kind);
  const finder: CellFinder = createCellFinder(sheet, columns, file.zone, file.titles);
  const roster = createRoster(members);
  const seen = new Map<string, RecordValues>();
  const ends = Uint32Array.from(rows, (_, index) => index + 1);
  const entries = new EntryTable<RecordEntry, RecordEntry>(
    { ends, rows },
    ({ rare, rows: own }) => rare ?? { action: 'unchanged', rows: own, title: '', warnings: [] },
  );

  function compared(read: ReadRow, drafts: readonly Draft[], row: number): RecordEntry {
    const base = { rows: [row + 1], title: read.title, warnings: finder.warnings() };
    const fresh: Draft[] = [];
    const updates: { entity: Draft['entity']; id: string; patch: RecordValues }[] = [];
    const changes: FieldChange[] = [];
    for (const draft of drafts) {
      const place = `${draft.entity}/${draft.key}`;
      const earlier = seen.get(place);
      if (earlier && !tellsSame(earlier, draft.values)) finder.reject('key-twice');
      if (earlier) continue;
      seen.set(place, draft.values);
      const stored: StoredRecord | undefined = existing.find(draft.entity, draft.key);
      if (!stored) fresh.push(draft);
      else {
        const told = difference(stored.values, draft.values);
        if (told.changes.length === 0) continue;
        updates.push({ entity: draft.entity, id: stored.id, patch: told.patch });
        changes.push(...told.changes);
      }
    }
    if (finder.problems().length > 0)
      return { ...base, action: 'rejected', problems: finder.problems() };
    if (updates.length > 0) return { ...base, action: 'update', drafts: fresh, updates, changes };
    return fresh.length > 0
      ? { ...base, action: 'create', drafts: fresh }
      : { ...base, action: 'unchanged' };
  }

  function planRow(row: number): { entry: RecordEntry; ref?: number } {
    finder.begin(row);
    const read = readRecord(kind, finder, context);
    const base = { rows: [row + 1], title: read.title };
    const placed = placePerson(read.person, roster);
    if (placed.kind === 'nobody' && finder.problems().length === 0) finder.reject('person-unknown');
    const problems = finder.problems();
    const warnings = finder.warnings();
    if (problems.length > 0 || placed.kind === 'nobody') {
      return { entry: { ...base, action: 'rejected', warnings, problems } };
    }
    if (placed.kind === 'known') {
      return { entry: compared(read, draftsOf(read, placed.memberId), row) };
    }
    const { handle, memberId, reason, person } = placed;
    const drafts = draftsOf(read, undefined);
    const entry = {
      ...base,
      action: 'confirm',
      warnings,
      drafts,
      memberId,
      reason,
      person,
    } as const;
    return { entry, ref: handle };
  }

  return {
    total: rows.length,
    advance(count) {
      const end = Math.min(entries.length + count, rows.length);
      for (const row of rows.subarray(entries.length, end)) {
        const { entry, ref = 0 } = planRow(row);
        entries.add({ action: entry.action, ref, rare: entry }, entry.warnings);
      }
      return entries.length;
    },
    plan: () => ({ kind, entries, newMembers: new NewMembers() }),
  };
}
