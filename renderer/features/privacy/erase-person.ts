import {
  ERASED_SUBJECT,
  type ImpersonalEntity,
  PERSONAL_FIELDS,
} from '@shared/domain/members/erasure.rules';
import type { Member } from '@shared/domain/members/member.schema';
import type { MemberMerge } from '@shared/domain/members/merge.schema';
import type { EntityName } from '@shared/domain/registry';
import { packIds, unpackIds } from '@shared/lib/pack-ids';
import type { Tx } from '@/db/command';
import { removeFromFlows } from './erase-in-flows';
import { removeFromGroups } from './erase-in-groups';

export const ERASED_STORES = [
  'members',
  'orders',
  'interactions',
  'funnelEvents',
  'comments',
  'riskEntries',
  'tagAssignments',
  'memberships',
  'audits',
  'auditPhotos',
  'touches',
  'waitingEntries',
  'scriptUses',
  'rescueTasks',
  'groups',
  'runEvents',
  'ruleEntries',
  'transferItems',
  'kocs',
  'kocIncentives',
  'chatQuestions',
  'rosterLists',
  'friendActions',
  'growthEntries',
  'spotChecks',
  'segmentSnapshots',
  'distinctPairs',
  'memberMerges',
  'erasures',
] as const satisfies readonly EntityName[];

/** Stores whose ids begin with the member's. */
const SETS = ['tagAssignments', 'memberships', 'audits', 'touches', 'waitingEntries'] as const;

export type ErasedRecords = Record<ImpersonalEntity, string[]>;
export type Wish = { keepRisk: boolean };

/**
 * Takes one person out: what only speaks of them goes, what the books and the counts need stays
 * without them, under an id behind which nobody is any more. Answers the ids that were theirs and
 * the records that stay.
 */
export async function erasePerson(
  tx: Tx,
  member: Member,
  { keepRisk }: Wish,
): Promise<{
  alsoIds: string[];
  people: Member[];
  records: ErasedRecords;
  /** Names of the files in this laptop's folder that have to go with them. */
  pictures: string[];
}> {
  const { alsoIds, copies } = await removeMerges(tx, member.id);
  const ids = [member.id, ...alsoIds];
  const people = [member, ...copies];
  const records = {
    orders: await idsOwned(tx, 'orders', ids),
    interactions: await idsOwned(tx, 'interactions', ids),
    funnelEvents: await eventIds(tx, ids, people),
  };
  for (const entity of ['orders', 'interactions', 'funnelEvents'] as const) {
    await blank(tx, entity, records[entity]);
  }
  await removeComments(tx, ids);
  const nicknames = await nicknamesOf(tx, ids);
  const pictures: string[] = [];
  for (const id of ids) {
    await removeSets(tx, id);
    pictures.push(...(await removePictures(tx, id)));
  }
  await removeFromLists(tx, new Set(ids));
  await removeFromFlows(tx, new Set(ids), people);
  await removeFromGroups(tx, ids, people, nicknames);
  await removeRisk(tx, ids, people, keepRisk);
  await tx.remove('members', member.id);
  return { alsoIds, people, records, pictures };
}

/** What they were called inside groups. */
async function nicknamesOf(tx: Tx, memberIds: readonly string[]): Promise<string[]> {
  const stays = await Promise.all(
    memberIds.map((id) => tx.findByIdPrefix('memberships', `${id}.`)),
  );
  return stays.flat().flatMap(({ nickname }) => nickname ?? []);
}

async function idsOwned(
  tx: Tx,
  entity: ImpersonalEntity,
  memberIds: readonly string[],
): Promise<string[]> {
  return [...(await tx.idsOf(entity, memberIds)).values()].flat().sort();
}

/** Also events that a tracking export keeps under one of the person's own keys. */
async function eventIds(
  tx: Tx,
  memberIds: readonly string[],
  people: readonly Member[],
): Promise<string[]> {
  const keys = new Set(
    people.flatMap(({ phone, wechatId, wecomId, unionId, backOfficeId }) => [
      phone,
      phone?.replace(/^\+86/, ''),
      wechatId,
      wecomId,
      unionId,
      backOfficeId,
    ]),
  );
  const ids = new Set(memberIds);
  const found: string[] = [];
  await tx.scan('funnelEvents', ['id', 'memberId', 'subject'], (row) => {
    if (ids.has(String(row.memberId)) || keys.has(String(row.subject))) found.push(row.id);
  });
  return found;
}

async function blank(tx: Tx, entity: ImpersonalEntity, ids: readonly string[]): Promise<void> {
  const patch: Record<string, unknown> = {};
  for (const field of PERSONAL_FIELDS[entity]) {
    patch[field] = field === 'subject' ? ERASED_SUBJECT : undefined;
  }
  await tx.bulkUpdate(
    entity,
    ids.map((id) => ({ id, patch })),
  );
}

/** What they said is theirs: nothing counts it once they are gone. */
async function removeComments(tx: Tx, memberIds: readonly string[]): Promise<void> {
  for (const ids of (await tx.idsOf('comments', memberIds)).values()) {
    for (const id of ids) await tx.remove('comments', id);
  }
}

async function removeSets(tx: Tx, memberId: string): Promise<void> {
  for (const entity of SETS) {
    for (const row of await tx.findByIdPrefix(entity, `${memberId}.`)) {
      await tx.remove(entity, row.id);
    }
  }
  for (const entry of await tx.findBy('growthEntries', 'memberId', memberId)) {
    await tx.remove('growthEntries', entry.id);
  }
  for (const pair of await tx.all('distinctPairs')) {
    if (pair.id.split('.').includes(memberId)) await tx.remove('distinctPairs', pair.id);
  }
}

async function removePictures(tx: Tx, memberId: string): Promise<string[]> {
  const photos = await tx.findBy('auditPhotos', 'memberId', memberId);
  for (const { id } of photos) await tx.remove('auditPhotos', id);
  return photos.map(({ id }) => id);
}

/** Verdicts about the person, and their place in lists of people that were kept. */
async function removeFromLists(tx: Tx, ids: ReadonlySet<string>): Promise<void> {
  for (const check of await tx.all('spotChecks')) {
    if (ids.has(check.memberId)) await tx.remove('spotChecks', check.id);
  }
  for (const snapshot of await tx.all('segmentSnapshots')) {
    const members = unpackIds(snapshot.members);
    const kept = members.filter((id) => !ids.has(id));
    if (kept.length === members.length) continue;
    await tx.update('segmentSnapshots', snapshot.id, {
      members: packIds(kept),
      count: kept.length,
    });
  }
}

/** Copies that merges kept. A record parted again since is somebody of its own and stays. */
async function removeMerges(
  tx: Tx,
  memberId: string,
): Promise<{ alsoIds: string[]; copies: Member[] }> {
  const alsoIds: string[] = [];
  const copies: Member[] = [];
  const take = async (merge: MemberMerge) => {
    await tx.remove('memberMerges', merge.id);
    if (merge.undoneAt !== undefined) return;
    copies.push(merge.kept, merge.gone);
    alsoIds.push(merge.goneId);
    await takeAll(merge.goneId);
  };
  const takeAll = async (id: string) => {
    for (const merge of await tx.findBy('memberMerges', 'keptId', id)) await take(merge);
    for (const merge of await tx.findBy('memberMerges', 'goneId', id)) {
      if (merge.undoneAt !== undefined) await tx.remove('memberMerges', merge.id);
    }
  };
  await takeAll(memberId);
  return { alsoIds, copies };
}

/** An entry may have a legal ground of its own (a dispute); then it stays, but names no member. */
async function removeRisk(
  tx: Tx,
  ids: readonly string[],
  people: readonly Member[],
  keepRisk: boolean,
): Promise<void> {
  const phones = new Set(people.flatMap(({ phone }) => phone ?? []));
  const wechatIds = new Set(people.flatMap(({ wechatId }) => wechatId ?? []));
  for (const entry of await tx.all('riskEntries')) {
    const isNamed = ids.includes(String(entry.memberId));
    const isTheirs =
      isNamed || phones.has(entry.phone ?? '') || wechatIds.has(entry.wechatId ?? '');
    if (isTheirs && !keepRisk) await tx.remove('riskEntries', entry.id);
    else if (isNamed) await tx.update('riskEntries', entry.id, { memberId: undefined });
  }
}
