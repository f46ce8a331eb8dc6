import type { ColumnMapping } from '../columns/fields';
import { columnsByField } from '../columns/mapping';
import type { DataRow } from '../sheet';
import type { ExistingMembers } from './existing';
import { type MemberMatch, matchMember } from './match-member';
import { contradicts, memberDifference, toldFields } from './member-changes';
import { nameFor, readMember } from './member-values';
import type { MemberEntry, MemberPlan, MemberValues, Planner } from './plan';
import type { ConfirmReason } from './problems';
import { createRoster, type Roster } from './roster';
import { createRowReader, type RowReader } from './row-reader';

/** The rows of a file with what their columns mean; `zone` is the workspace's. */
export type MappedRows = {
  titles: readonly string[];
  mapping: ColumnMapping;
  rows: readonly DataRow[];
  zone: string;
};

function createEntry(
  reader: RowReader,
  roster: Roster,
  rows: readonly number[],
  values: MemberValues,
  tags: string[],
): MemberEntry {
  const name = nameFor(values);
  if (name === undefined) {
    reader.reject('nobody');
    return { action: 'rejected', rows, warnings: reader.warnings(), problems: reader.problems() };
  }
  if (values.name === undefined && values.groupNickname === undefined) reader.warn('name-made-up');
  const ref = roster.add({ ...values, name }, tags);
  roster.noteTold(ref, toldFields(values));
  return { action: 'create', rows, warnings: reader.warnings(), ref };
}

/** Why a person has to decide about the row, if so. */
function confirmReason(
  match: MemberMatch,
  isSame: boolean,
  isContradiction: boolean,
): ConfirmReason | undefined {
  if (match.kind === 'confirm') return match.reason;
  if (match.kind === 'weak' && !isSame) return match.reason;
  return isContradiction ? 'rows-disagree' : undefined;
}

function planRow(reader: RowReader, roster: Roster, row: DataRow, zone: string): MemberEntry {
  reader.begin(row);
  const rows = [row.rowNumber];
  const { values, tags } = readMember(reader, zone);
  if (reader.problems().length > 0) {
    return { action: 'rejected', rows, warnings: reader.warnings(), problems: reader.problems() };
  }
  const match = matchMember(values, roster);
  const member = match.kind === 'nobody' ? undefined : roster.get(match.ref);
  if (match.kind === 'nobody' || !member) return createEntry(reader, roster, rows, values, tags);
  const { ref } = match;
  const warnings = reader.warnings();
  const { patch, changes, newTags } = memberDifference(member, values, tags, roster.tagsOf(ref));
  const isSame = changes.length === 0 && newTags.length === 0;
  const reason = confirmReason(match, isSame, contradicts(changes, roster.toldOf(ref)));
  if (reason) return { action: 'confirm', rows, warnings, ref, reason, values, tags, changes };
  roster.noteTold(ref, toldFields(values));
  if (isSame) return { action: 'unchanged', rows, warnings, ref };
  roster.change(ref, patch, newTags);
  return { action: 'update', rows, warnings, ref, patch, changes, newTags };
}

/** A roster file's plan in steps: one entry for each data row. */
export function memberPlanner(mapped: MappedRows, existing: ExistingMembers): Planner<MemberPlan> {
  const reader = createRowReader(columnsByField(mapped.titles, mapped.mapping, 'members'));
  const roster = createRoster(existing);
  const entries: MemberEntry[] = [];
  return {
    total: mapped.rows.length,
    advance(count) {
      const end = Math.min(entries.length + count, mapped.rows.length);
      for (const row of mapped.rows.slice(entries.length, end)) {
        entries.push(planRow(reader, roster, row, mapped.zone));
      }
      return entries.length;
    },
    plan: () => ({ kind: 'members', entries, newMembers: roster.newMembers }),
  };
}

/**
 * What a roster file would do: one entry for each data row, in the file's order. Rows about the same
 * person follow one another as if each had been imported by itself. Nothing is written.
 */
export function planMembers(mapped: MappedRows, existing: ExistingMembers): MemberPlan {
  const planner = memberPlanner(mapped, existing);
  planner.advance(planner.total);
  return planner.plan();
}
