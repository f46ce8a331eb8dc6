import { exceptionsWithout } from '@shared/domain/groups/exceptions.rules';
import type { GroupException } from '@shared/domain/groups/group.schema';
import {
  ERASED_SUBJECT,
  type ImpersonalEntity,
  PERSONAL_FIELDS,
} from '@shared/domain/members/erasure.rules';
import {
  groupListWithout,
  isListEntity,
  mergedRowsWithout,
} from '@shared/domain/members/group-lists.rules';
import type { Member } from '@shared/domain/members/member.schema';
import type { MergedRow } from '@shared/domain/members/merge.schema';
import { listsWithout } from '@shared/domain/members/people-lists.rules';
import { detailWithout } from '@shared/domain/members/story-texts.rules';
import type { Op, RowChange } from '@shared/sync/op';
import { keepOnDevice } from '../device-memory';
import { type AnyRow, decodePage, encodePage, type PagedStorage } from '../paged/page';
import { forgetNames } from '../remembered';
import { spec } from '../schema';
import type { TableSource } from '../tables';
import type { Inverse, OpPayload, PackedRows, TouchedRow } from './changes';
import { type Judge, scrubShared, statesWithout } from './scrub-shared';
import { dropEntries, type UndoEntry } from './undo-log';

type StoryDetail = Record<string, string | number>;

/** Who and what an erasure is about; `records` stay in the data without the person. */
export type Erased = {
  memberIds: ReadonlySet<string>;
  records: ReadonlyMap<ImpersonalEntity, ReadonlySet<string>>;
  /** `<entity>/<id>` of every record that went with the person. */
  gone: ReadonlySet<string>;
  /** Lines of runs' stories as they read without the person. */
  stories: ReadonlyMap<string, StoryDetail>;
  /** Unknown names of member lists as they read without the person. */
  unknowns: ReadonlyMap<string, readonly string[]>;
  /** Questions of others that lost the name of whoever answered. */
  answers: ReadonlySet<string>;
  /** What they were called inside groups. */
  nicknames: ReadonlySet<string>;
  /** The person as known by then: also records under other ids are told by it. */
  people: readonly Member[];
  keepRisk: boolean;
};

/** What only the erasing command itself knows; an operation that is repeated tells by its changes. */
export type ErasedMore = {
  records?: Partial<Record<ImpersonalEntity, readonly string[]>>;
  people?: readonly Member[];
  keepRisk?: boolean;
};

/** The commands whose operations say who was erased. */
export const isErasure = (command: string): boolean => command.startsWith('members.erase');

/** Up to which operation the journal still has to be forgotten. */
export const ERASED_UP_TO = 'erasedUpTo';

/** What an erasing operation is about, read from its own changes and from what its command adds. */
export function erasedBy(changes: readonly RowChange[], more: ErasedMore = {}): Erased {
  const gone = changes.filter((change) => change.gone);
  const idsOf = (entity: ImpersonalEntity) => {
    const changed = changes.filter((change) => change.entity === entity).map(({ id }) => id);
    return new Set([...changed, ...(more.records?.[entity] ?? [])]);
  };
  return {
    memberIds: new Set(gone.filter(({ entity }) => entity === 'members').map(({ id }) => id)),
    records: new Map(
      (['orders', 'interactions', 'funnelEvents'] as const).map((it) => [it, idsOf(it)]),
    ),
    gone: new Set(gone.map(({ entity, id }) => `${entity}/${id}`)),
    stories: new Map(
      changes.flatMap(({ entity, id, set }): [string, StoryDetail][] =>
        entity === 'runEvents' && set?.detail ? [[id, set.detail as StoryDetail]] : [],
      ),
    ),
    unknowns: new Map(
      changes.flatMap(({ entity, id, set }): [string, string[]][] =>
        entity === 'rosterLists' && set?.unknown ? [[id, set.unknown as string[]]] : [],
      ),
    ),
    answers: new Set(
      changes.flatMap(({ entity, id, unset }) =>
        entity === 'chatQuestions' && unset?.includes('answeredBy') ? [id] : [],
      ),
    ),
    nicknames: new Set(),
    people: more.people ?? [],
    keepRisk: more.keepRisk ?? false,
  };
}

/**
 * Takes an erased person out of everything that remembers earlier states: what can be undone, the
 * operations that wait to be sent, bulk payloads. Undoing or repeating any of them later cannot
 * bring the person back. What could be redone goes, as with any other change.
 */
export async function scrubPast(db: TableSource, found: Erased, seq: number): Promise<void> {
  const erased = await withNicknames(db, await withOtherIds(db, found));
  await scrubUndo(db, erased);
  await scrubOutbox(db, erased, seq);
  await scrubPayloads(db, erased);
  await scrubShared(db, judgeOf(erased));
  await forgetNames(db, new Set([...namesOf(erased.people), ...erased.nicknames]));
  await keepOnDevice(db, ERASED_UP_TO, seq);
}

/** The person may have been entered and taken out before, under another id. */
async function withOtherIds(db: TableSource, erased: Erased): Promise<Erased> {
  if (erased.people.length === 0) return erased;
  const memberIds = new Set(erased.memberIds);
  await eachPast(db, 'members', (id, row) => {
    if (erased.people.some((person) => isSame(person, row))) memberIds.add(id);
  });
  return { ...erased, memberIds };
}

/** A chat knows people by what they were called in its group. */
async function withNicknames(db: TableSource, erased: Erased): Promise<Erased> {
  const nicknames = new Set<string>();
  await eachPast(db, 'memberships', (id, { nickname }) => {
    const [memberId = ''] = id.split('.');
    if (nickname !== undefined && erased.memberIds.has(memberId)) nicknames.add(String(nickname));
  });
  return { ...erased, nicknames };
}

/** Every state of an entity's records that waiting operations tell of. */
async function eachPast(
  db: TableSource,
  of: string,
  look: (id: string, row: Record<string, unknown>) => void,
): Promise<void> {
  await db.table('outbox').each((op: Op) => {
    for (const { entity, id, set } of op.changes) if (entity === of && set) look(id, set);
  });
  await db.table('opPayloads').each(({ part, payload }: StoredPayload) => {
    for (const { entity, id, row } of (part ?? payload)?.states ?? []) {
      if (entity === of && row) look(id, row);
    }
    for (const packed of (part ?? payload)?.created ?? []) {
      if (packed.entity !== of) continue;
      for (const { hot, cold } of packed.pages) {
        for (const row of decodePage(hot, cold)) look(row.id, row);
      }
    }
  });
}

/** What is left of a state of a record once these people are out of it; undefined when it goes. */
const judgeOf =
  (erased: Erased): Judge =>
  (entity, row) =>
    verdict(entity, row, erased) === 'go' ? undefined : scrubState(entity, row, erased);

/** The same keys as those by which an older copy is searched: a phone only with the name. */
function isSame(person: Member, set: Record<string, unknown>): boolean {
  if (set.phone === person.phone && person.phone !== undefined) return set.name === person.name;
  return (['wechatId', 'wecomId', 'unionId'] as const).some(
    (key) => person[key] !== undefined && set[key] === person[key],
  );
}

/** An entry on the risk list, or an event, that knows the person only by phone or WeChat id. */
function isByKey(row: AnyRow, { people, keepRisk }: Erased, entity: string): boolean {
  const fields = entity === 'riskEntries' && !keepRisk ? ['phone', 'wechatId'] : [];
  if (entity === 'funnelEvents') fields.push('subject');
  return fields.some((field) => {
    const value = row[field];
    return (
      value !== undefined &&
      people.some(({ phone, wechatId, unionId }) =>
        [phone, phone?.replace(/^\+86/, ''), wechatId, unionId].includes(String(value)),
      )
    );
  });
}

async function scrubUndo(db: TableSource, erased: Erased): Promise<void> {
  const entries = (await db.table('undo').toArray()) as UndoEntry[];
  const dropped = entries.filter((entry) => entry.state === 'undone').map((entry) => entry.seq);
  for (const entry of entries) {
    if (entry.state === 'undone') continue;
    const stored = (await db.table('undoPayloads').get(entry.seq)) as
      | { inverse: Inverse }
      | undefined;
    if (!stored) continue;
    const inverse = scrubInverse(stored.inverse, erased);
    if (!inverse) continue;
    if (inverse.touched.length + inverse.removeRanges.length + inverse.restore.length === 0) {
      dropped.push(entry.seq);
      continue;
    }
    await db.table('undoPayloads').put({ ...stored, inverse });
    // The label may name the person.
    if (!entry.batchId) await db.table('undo').put({ ...entry, label: NAMELESS });
  }
  await dropEntries(db, dropped);
}

const NAMELESS = { zh: '一次改动（涉及的成员已抹除）', en: 'A change (its member was erased)' };

/** Undefined when nothing in it speaks of the person. */
function scrubInverse(inverse: Inverse, erased: Erased): Inverse | undefined {
  const touched = inverse.touched.flatMap((row) => scrubTouched(row, erased) ?? []);
  const isTouched = touched.some((row, i) => row !== inverse.touched[i]);
  // Pages on a shelf belong to what was undone, which goes as a whole.
  const restore = inverse.restore.flatMap((packed): Inverse['restore'] => {
    if (!('pages' in packed)) return [packed];
    const clean = scrubPacked(packed, erased);
    return clean ? [clean] : [];
  });
  const isRestored = restore.some((packed, i) => packed !== inverse.restore[i]);
  const isShorter =
    touched.length < inverse.touched.length || restore.length < inverse.restore.length;
  if (!isTouched && !isRestored && !isShorter) return undefined;
  return { ...inverse, touched, restore };
}

function scrubTouched(row: TouchedRow, erased: Erased): TouchedRow | undefined {
  const { entity, before, after } = row;
  const isTheirs = [before, after].some(
    (state) => state && verdict(entity, state, erased) === 'go',
  );
  if (isTheirs) return undefined;
  const [past, later] = [scrubState(entity, before, erased), scrubState(entity, after, erased)];
  return past === before && later === after ? row : { ...row, before: past, after: later };
}

function scrubState(entity: string, row: AnyRow | undefined, erased: Erased): AnyRow | undefined {
  if (!row) return row;
  if (verdict(entity, row, erased) === 'blank') return blanked(entity, row);
  const named = namedInside(entity, row, erased);
  return named ? { ...row, ...named } : row;
}

/** What of a record that is about many names these people: fields as they are without them. */
function namedInside(
  entity: string,
  row: Record<string, unknown>,
  { memberIds, people, stories, unknowns, answers, nicknames }: Erased,
): Record<string, unknown> | undefined {
  if (entity === 'rescueTasks' && row.members !== undefined) return listsWithout(row, memberIds);
  if (entity === 'segmentSnapshots' && row.members !== undefined) {
    const lists = listsWithout({ members: String(row.members) }, memberIds);
    return lists && { members: lists.members, count: lists.memberCount };
  }
  if (entity === 'groups' && row.exceptions !== undefined) {
    const exceptions = exceptionsWithout(row.exceptions as GroupException[], memberIds);
    return exceptions && { exceptions };
  }
  if (entity === 'chatQuestions' && row.answeredBy !== undefined) {
    const name = String(row.answeredBy);
    const isTheirs =
      answers.has(String(row.id)) || nicknames.has(name) || namesOf(people).has(name);
    return isTheirs ? { answeredBy: undefined } : undefined;
  }
  if (isListEntity(entity)) {
    const left = unknowns.get(String(row.id));
    const known = Array.isArray(row.unknown) ? (row.unknown as string[]) : [];
    const names = left
      ? known.filter((name) => !left.includes(name))
      : [...namesOf(people), ...nicknames];
    return groupListWithout(entity, row, memberIds, new Set(names));
  }
  if (entity === 'memberMerges' && Array.isArray(row.rows)) {
    const names = new Set([...namesOf(people), ...nicknames]);
    const rows = mergedRowsWithout(row.rows as MergedRow[], memberIds, names);
    return rows && { rows };
  }
  if (entity !== 'runEvents' || row.detail === undefined) return undefined;
  const said = stories.get(String(row.id));
  if (said) return row.detail === said ? undefined : { detail: said };
  const detail = detailWithout(row.detail as StoryDetail, people);
  return detail && { detail };
}

const namesOf = (people: readonly Member[]) =>
  new Set(people.flatMap(({ name, groupNickname }) => [name, groupNickname ?? name]));

const isImpersonal = (entity: string): entity is ImpersonalEntity =>
  Object.hasOwn(PERSONAL_FIELDS, entity);

/** Whether a state of a record goes with the person, stays without what is personal, or stays. */
function verdict(entity: string, row: AnyRow, erased: Erased): 'go' | 'blank' | 'stay' {
  const { memberIds, records } = erased;
  if (entity === 'erasures') return 'stay';
  if (isImpersonal(entity)) {
    const isTheirs = memberIds.has(String(row.memberId)) || records.get(entity)?.has(row.id);
    return isTheirs || isByKey(row, erased, entity) ? 'blank' : 'stay';
  }
  // The id of a set's record, of an audit or of a pair is made of the people's ids.
  const named = [row.memberId, row.keptId, row.goneId, ...row.id.split('.')];
  const isTheirs = erased.gone.has(`${entity}/${row.id}`) || isByKey(row, erased, entity);
  return isTheirs || named.some((id) => memberIds.has(String(id))) ? 'go' : 'stay';
}

function blanked<R extends Record<string, unknown>>(entity: string, row: R): R {
  if (!isImpersonal(entity)) return row;
  const next: Record<string, unknown> = { ...row };
  for (const field of PERSONAL_FIELDS[entity]) {
    if (field === 'subject') {
      if (next.subject !== undefined) next.subject = ERASED_SUBJECT;
    } else delete next[field];
  }
  return next as R;
}

/** The same pages when nothing in them is the person's; undefined when nothing else is. */
function scrubPacked(packed: PackedRows, erased: Erased): PackedRows | undefined {
  const storage = spec(packed.entity).storage as PagedStorage;
  let isChanged = false;
  const pages = packed.pages.flatMap((pair) => {
    const rows = decodePage(pair.hot, pair.cold);
    const kept = rows.flatMap((row) =>
      verdict(packed.entity, row, erased) === 'go'
        ? []
        : (scrubState(packed.entity, row, erased) ?? []),
    );
    if (kept.length === rows.length && kept.every((row, i) => row === rows[i])) return [pair];
    isChanged = true;
    return kept.length === 0 ? [] : [encodePage(storage, kept, pair.hot.lo)];
  });
  if (!isChanged) return packed;
  return pages.length === 0 ? undefined : { ...packed, pages };
}

/** The erasing operation itself is spared: it has to tell others whom to erase. */
async function scrubOutbox(db: TableSource, erased: Erased, seq: number): Promise<void> {
  const changed: Op[] = [];
  await db
    .table('outbox')
    .where('seq')
    .below(seq)
    .each((op: Op) => {
      if (isErasure(op.command)) return;
      const changes = scrubChanges(op.changes, erased);
      if (changes) changed.push({ ...op, changes });
    });
  await db.table('outbox').bulkPut(changed);
}

/** Undefined when nothing in them speaks of the person. */
function scrubChanges(changes: readonly RowChange[], erased: Erased): RowChange[] | undefined {
  let isChanged = false;
  const kept = changes.flatMap((change) => {
    const state = { ...change.set, id: change.id };
    const ruling = change.gone ? 'stay' : verdict(change.entity, state, erased);
    if (ruling === 'stay') {
      const named = change.set && namedInside(change.entity, state, erased);
      if (!named) return [change];
      isChanged = true;
      return [{ ...change, set: { ...change.set, ...named } }];
    }
    isChanged = true;
    if (ruling === 'go') return [];
    return [{ ...change, set: blanked(change.entity, change.set ?? {}) }];
  });
  return isChanged ? kept : undefined;
}

/** Bulk operations lie in parts, each of which may hold only some of this; older ones in one piece. */
type StoredPayload = { part?: Partial<OpPayload>; payload?: Partial<OpPayload> };

async function scrubPayloads(db: TableSource, erased: Erased): Promise<void> {
  const table = db.table('opPayloads');
  for (const key of await table.toCollection().primaryKeys()) {
    const { part, payload, ...stored } = (await table.get(key)) as StoredPayload;
    const held = part ?? payload ?? {};
    const { created, changes, states } = held;
    const clean = {
      ...held,
      ...(created && { created: created.flatMap((it) => scrubPacked(it, erased) ?? []) }),
      ...(changes && { changes: scrubChanges(changes, erased) ?? changes }),
      ...(states && { states: statesWithout(states, judgeOf(erased)) }),
    };
    await table.put({ ...stored, ...(payload ? { payload: clean } : { part: clean }) });
  }
}
