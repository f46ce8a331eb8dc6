import type { ColumnMapping } from '../columns/fields';
import { columnsByField } from '../columns/mapping';
import type { Sheet } from '../sheet';
import type { ColumnPolicies, FixCode } from './choices';
import { EntryTable, type PackedEntry } from './entry-table';
import { type ExistingMembers, MEMBER_KEYS } from './existing';
import { knownByNumber, matchKnown } from './match-known';
import { type MemberMatch, matchMember } from './match-member';
import { contradicts, memberDifference, toldFields } from './member-changes';
import { named, nameFor, readMember } from './member-values';
import type { FieldChange, MemberEntry, MemberPlan, MemberValues, Planner } from './plan';
import type { CellProblem, ConfirmReason, RejectCode } from './problems';
import { createRoster, memberRef, type Person, type Roster } from './roster';
import { createRowReader, type RowReader } from './row-reader';

/** The rows of a file with what their columns mean; `zone` is the workspace's. */
export type MappedRows = {
  sheet: Sheet;
  titles: readonly string[];
  mapping: ColumnMapping;
  /** The data rows, from 0. */
  rows: Uint32Array;
  zone: string;
  policies?: ColumnPolicies;
  fixes?: readonly FixCode[];
};

type Rare =
  | { patch: MemberValues; changes: readonly FieldChange[]; newTags: readonly string[] }
  | {
      reason: ConfirmReason;
      values: MemberValues;
      tags: readonly string[];
      patch: MemberValues;
      changes: readonly FieldChange[];
    }
  | { problems: readonly CellProblem<RejectCode>[] };
type Context = {
  reader: RowReader;
  roster: Roster;
  zone: string;
  policies: ColumnPolicies;
  knownOf: (reader: RowReader) => Person | undefined;
  entries: EntryTable<MemberEntry, Rare>;
};

/** The fields that can tell who a row is about. */
const PERSON_FIELDS = [
  'name',
  'groupNickname',
  'phone',
  'wechatId',
  'wecomId',
  'unionId',
  'backOfficeId',
] as const;

function addNew(context: Context, values: MemberValues, tags: string[]): void {
  const { reader, roster, entries } = context;
  const name = nameFor(values);
  if (name === undefined) {
    reader.rejectMissing('nobody', PERSON_FIELDS);
    addRejected(context);
    return;
  }
  if (values.name === undefined && values.groupNickname === undefined) reader.warn('name-made-up');
  const person = roster.add(named(values, name), tags);
  roster.noteTold(person, toldFields(values));
  entries.add({ action: 'create', ref: person }, reader.warnings());
}

function addRejected({ reader, entries }: Context): void {
  const rare = { problems: reader.problems() };
  entries.add({ action: 'rejected', ref: 0, rare }, reader.warnings());
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

function planRow(context: Context, row: number): void {
  const { reader, roster, entries, policies } = context;
  reader.begin(row);
  const { values, tags } = readMember(reader, context.zone);
  if (reader.problems().length > 0) {
    addRejected(context);
    return;
  }
  const differenceTo = (person: number) => memberDifference(roster, person, values, tags, policies);
  const saysNothingNew = (person: Person) => {
    const { changes, newTags } = differenceTo(person);
    return changes.length === 0 && newTags.length === 0;
  };
  const sharesKey = (person: Person) =>
    MEMBER_KEYS.some(
      (key) => values[key] !== undefined && values[key] === roster.value(person, key),
    );
  const matchOtherwise = () => matchMember(values, roster, saysNothingNew);
  const known = context.knownOf(reader);
  const match =
    known === undefined
      ? matchOtherwise()
      : matchKnown(known, { saysNothingNew, sharesKey, matchOtherwise });
  if (match.kind === 'nobody') {
    addNew(context, values, tags);
    return;
  }
  const { person } = match;
  const warnings = reader.warnings();
  const { patch, changes, newTags } = differenceTo(person);
  const isSame = changes.length === 0 && newTags.length === 0;
  const reason = confirmReason(match, isSame, contradicts(changes, roster.toldOf(person)));
  if (reason) {
    const rare = { reason, values, tags, patch, changes };
    entries.add({ action: 'confirm', ref: person, rare }, warnings);
    return;
  }
  const isToldBefore = roster.toldOf(person) !== 0;
  roster.noteTold(person, toldFields(values));
  if (isSame) {
    if (isToldBefore) reader.warn('row-repeated');
    entries.add({ action: 'unchanged', ref: person }, reader.warnings());
    return;
  }
  roster.change(person, patch, newTags);
  entries.add({ action: 'update', ref: person, rare: { patch, changes, newTags } }, warnings);
}

function unpackWith(existing: ExistingMembers) {
  return ({ action, ref, rows, warnings, rare }: PackedEntry<Rare>): MemberEntry => {
    const base = { rows, warnings };
    const member = memberRef(existing, ref);
    if (rare && 'problems' in rare) return { ...base, action: 'rejected', ...rare };
    if (rare && 'reason' in rare) return { ...base, action: 'confirm', ref: member, ...rare };
    if (rare) return { ...base, action: 'update', ref: member, ...rare };
    return action === 'create'
      ? { ...base, action, ref: ~ref }
      : { ...base, action: 'unchanged', ref: member };
  };
}

/** A roster file's plan in steps: one entry for each data row. */
export function memberPlanner(mapped: MappedRows, existing: ExistingMembers): Planner<MemberPlan> {
  const { sheet, rows, zone, policies = {}, fixes } = mapped;
  const columns = columnsByField(mapped.titles, mapped.mapping, 'members');
  const ends = Uint32Array.from({ length: rows.length }, (_, place) => place + 1);
  const entries = new EntryTable<MemberEntry, Rare>({ ends, rows }, unpackWith(existing));
  const roster = createRoster(existing);
  const reader = createRowReader(sheet, columns, fixes);
  const knownOf = knownByNumber(existing);
  const context: Context = { reader, roster, zone, policies, knownOf, entries };
  return {
    total: rows.length,
    advance(count) {
      const end = Math.min(entries.length + count, rows.length);
      for (let place = entries.length; place < end; place++) planRow(context, rows[place] ?? 0);
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
