import { type RosterList, rosterListSchema } from '@shared/domain/group-life/roster-list.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { joinId } from '@shared/lib/record-ids';
import { dayOf, startOfDay } from '@shared/lib/time';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { FULL_STORES, noteIfFull, refuseDissolved } from '@/features/group-rooms/index';

const MOST_AT_ONCE = 5000;
const NOON_MS = 12 * 3_600_000;
const nickname = z.string().trim().min(1).max(120);
const named = z.array(z.object({ memberId: idSchema, nickname })).max(MOST_AT_ONCE);
const { day, total, violatorIds, unknown, note } = rosterListSchema.shape;

/** When a list of that day counts: now for today's, noon for a day before. */
async function momentOfList(tx: Tx, listDay: string): Promise<number> {
  const zone = (await tx.get('workspace', 'workspace'))?.timeZone ?? DEFAULT_TIME_ZONE;
  if (listDay >= dayOf(tx.now, zone)) return tx.now;
  return startOfDay(listDay, zone) + NOON_MS;
}

/**
 * Writes a member list as it was planned: who came is inside (again), who went is out, who stayed
 * bears the name of the list, and the list itself is kept. What became otherwise since the plan was
 * made is left as it is. Answers who really came and went.
 */
export const commitRosterList = defineCommand({
  name: 'groupLists.commit',
  input: z.object({
    groupId: idSchema,
    day,
    joined: named,
    left: z.array(idSchema).max(MOST_AT_ONCE),
    stayed: named,
    unknown: unknown.unwrap().default([]),
    /** Strangers who become members with the list. */
    fresh: z
      .array(
        z.object({
          nickname,
          wechatId: z.string().trim().min(1).max(100).optional(),
          phone: z
            .string()
            .regex(/^1[3-9]\d{9}$/)
            .optional(),
        }),
      )
      .max(MOST_AT_ONCE)
      .default([]),
    violatorIds: violatorIds.unwrap().default([]),
    total,
    note,
    /** What the flows that start with a full group are called in. */
    language: z.enum(['zh', 'en']).optional(),
  }),
  entities: [...FULL_STORES, 'rosterLists', 'memberships', 'members', 'interactions', 'groupDays'],
  label: (input) => ({
    zh: `更新群成员名单（${input.total} 人）`,
    en: `Update a member list (${input.total} people)`,
  }),
  run: async (tx, input) => {
    const { groupId } = input;
    if (!(await tx.get('groups', groupId))) throw new ExpectedError('group-not-found');
    await refuseDissolved(tx, groupId);
    const lists = await tx.findBy('rosterLists', 'groupId', groupId);
    const lastDay = lists.reduce((last, list) => (list.day > last ? list.day : last), '');
    if (input.day < lastDay) throw new ExpectedError('roster-older', { day: lastDay });
    const at = await momentOfList(tx, input.day);
    const joinedIds: string[] = [];
    const leftIds: string[] = [];
    for (const person of input.joined) {
      if (await comeIn(tx, groupId, person, at)) joinedIds.push(person.memberId);
    }
    for (const person of input.fresh) {
      const memberId = await makeMember(tx, person);
      if (await comeIn(tx, groupId, { ...person, memberId }, at)) joinedIds.push(memberId);
    }
    for (const person of input.stayed) await rename(tx, groupId, person);
    for (const memberId of new Set(input.left)) {
      if (await goOut(tx, groupId, memberId, at)) leftIds.push(memberId);
    }
    for (const [kind, ids] of [['join', joinedIds] as const, ['leave', leftIds] as const]) {
      for (const memberId of ids) {
        await tx.create('interactions', { id: tx.newId(), memberId, kind, at, groupId });
      }
    }
    const listId = tx.newId();
    const by = tx.actor && { by: tx.actor };
    await tx.create('rosterLists', {
      id: listId,
      groupId,
      day: input.day,
      at: tx.now,
      total: input.total,
      joinedIds,
      leftIds,
      unknown: input.unknown,
      violatorIds: input.violatorIds,
      stayed: input.stayed.length,
      ...(input.note && { note: input.note }),
      ...by,
    });
    const counts = { members: input.total, joined: joinedIds.length, left: leftIds.length };
    const isFirst = !lists.some((list) => list.day === input.day);
    await noteDay(tx, groupId, input.day, { counts, isFirst });
    const story = { groupId, at: tx.now, ...by };
    const evidence = { total: input.total, joined: counts.joined, left: counts.left };
    await tx.create('groupEvents', {
      id: tx.newId(),
      kind: 'list',
      refId: listId,
      evidence,
      ...story,
    });
    await noteIfFull(tx, groupId, input.total, { at, language: input.language });
    return { listId, joinedIds, leftIds };
  },
});

type Newcomer = { nickname: string; wechatId?: string | undefined; phone?: string | undefined };

async function makeMember(tx: Tx, { nickname: name, wechatId, phone }: Newcomer): Promise<string> {
  const id = tx.newId();
  const ways = { ...(wechatId && { wechatId }), ...(phone && { phone: `+86${phone}` }) };
  await tx.create('members', { id, name, groupNickname: name, source: 'manual', ...ways });
  return id;
}

type Named = { memberId: string; nickname: string };

/** False when the person is inside already (only the name is taken then) or is no longer there. */
async function comeIn(tx: Tx, groupId: string, person: Named, at: number): Promise<boolean> {
  const { memberId } = person;
  const id = joinId(memberId, groupId);
  const place = await tx.get('memberships', id);
  if (place && place.leftAt === undefined) {
    await rename(tx, groupId, person);
    return false;
  }
  if (!(await tx.get('members', memberId))) return false;
  if (place) {
    const joinedAt = Math.max(at, place.leftAt ?? at);
    await tx.update('memberships', id, { joinedAt, leftAt: undefined, nickname: person.nickname });
  } else {
    const { nickname: name } = person;
    await tx.create('memberships', { id, memberId, groupId, joinedAt: at, nickname: name });
  }
  return true;
}

async function rename(tx: Tx, groupId: string, { memberId, nickname: name }: Named): Promise<void> {
  const place = await tx.get('memberships', joinId(memberId, groupId));
  if (!place || place.leftAt !== undefined || place.nickname === name) return;
  await tx.update('memberships', place.id, { nickname: name });
}

async function goOut(tx: Tx, groupId: string, memberId: string, at: number): Promise<boolean> {
  const place = await tx.get('memberships', joinId(memberId, groupId));
  if (!place || place.leftAt !== undefined) return false;
  await tx.update('memberships', place.id, { leftAt: Math.max(at, place.joinedAt) });
  return true;
}

type DayCounts = { members: number; joined: number; left: number };

/**
 * What a chat or a person said of that day stays; of two lists on one day the last says how many there
 * are, and their comings and goings add up.
 */
async function noteDay(
  tx: Tx,
  groupId: string,
  on: string,
  { counts, isFirst }: { counts: DayCounts; isFirst: boolean },
): Promise<void> {
  const id = joinId(groupId, on);
  const known = await tx.get('groupDays', id);
  if (!known) {
    await tx.create('groupDays', { id, groupId, day: on, ...counts, source: 'import' });
    return;
  }
  const { members } = counts;
  await tx.update(
    'groupDays',
    id,
    isFirst
      ? { members, joined: known.joined ?? counts.joined, left: known.left ?? counts.left }
      : {
          members,
          joined: (known.joined ?? 0) + counts.joined,
          left: (known.left ?? 0) + counts.left,
        },
  );
}

/** Takes back that somebody went with a list on which they stood under another name. */
async function stayAfterAll(tx: Tx, list: RosterList, memberId: string): Promise<void> {
  const { groupId, leftIds, stayed } = list;
  const place = await tx.get('memberships', joinId(memberId, groupId));
  const noon = await momentOfList(tx, list.day);
  if (place?.leftAt === undefined || ![list.at, noon].includes(place.leftAt)) return;
  await tx.update('memberships', place.id, { leftAt: undefined });
  for (const id of (await tx.idsOf('interactions', [memberId])).get(memberId) ?? []) {
    const act = await tx.get('interactions', id);
    if (act?.kind === 'leave' && act.groupId === groupId && act.at === place.leftAt) {
      await tx.remove('interactions', id);
    }
  }
  await addToDay(tx, list, 'left', -1);
  await tx.update('rosterLists', list.id, {
    leftIds: leftIds.filter((id) => id !== memberId),
    ...(stayed !== undefined && { stayed: stayed + 1 }),
  });
}

async function addToDay(tx: Tx, list: RosterList, figure: 'joined' | 'left', more: 1 | -1) {
  const known = await tx.get('groupDays', joinId(list.groupId, list.day));
  const value = Math.max((known?.[figure] ?? 0) + more, 0);
  if (known) await tx.update('groupDays', known.id, { [figure]: value });
}

/**
 * Makes a name that nobody knew somebody: a member of the roster, or a new one. They are inside since
 * the list on which they stood; whoever seemed to go with that very list only had a new name.
 */
export const settleUnknown = defineCommand({
  name: 'groupLists.settleUnknown',
  input: z.object({ listId: idSchema, name: nickname, memberId: idSchema.optional() }),
  entities: [
    'rosterLists',
    'groups',
    'memberships',
    'members',
    'interactions',
    'groupDays',
    'workspace',
  ],
  label: ({ name }) => ({ zh: `认领群成员「${name}」`, en: `Say who “${name}” is` }),
  run: async (tx, { listId, name, memberId: known }) => {
    const list = await tx.get('rosterLists', listId);
    if (!list?.unknown.includes(name)) throw new ExpectedError('roster-not-found');
    await refuseDissolved(tx, list.groupId);
    if (known !== undefined && !(await tx.get('members', known))) {
      throw new ExpectedError('member-not-found');
    }
    const memberId = known ?? (await makeMember(tx, { nickname: name }));
    const { groupId } = list;
    if (list.leftIds.includes(memberId)) await stayAfterAll(tx, list, memberId);
    const at = await momentOfList(tx, list.day);
    const isNew = await comeIn(tx, groupId, { memberId, nickname: name }, at);
    if (isNew) {
      await tx.create('interactions', { id: tx.newId(), memberId, kind: 'join', at, groupId });
      await addToDay(tx, list, 'joined', 1);
    }
    await tx.update('rosterLists', listId, {
      unknown: list.unknown.filter((it) => it !== name),
      ...(isNew && { joinedIds: [...list.joinedIds, memberId] }),
    });
    return { memberId };
  },
});
