import { chatNameKey } from '@shared/domain/chat/chat-plan.rules';
import type { ConsoleDb } from '@/db/db';
import { columnValue } from '@/db/paged/columns';
import { hotPages } from '@/db/tables';
import { findSpeakers } from '../feelings/read-comments';

const PAGES_AT_ONCE = 16;

type Insider = { nickname?: string; isOfficial: boolean };

export type ChatPeople = {
  /** By `chatNameKey`: whoever bears the name, people inside the group before everybody else. */
  byName: Map<string, string[]>;
  /** Names of the chat whose bearers are official in the group. */
  officials: string[];
};

/** Who the speakers of a group's chat are: by nickname inside, else by name or group nickname. */
export async function findChatPeople(
  db: ConsoleDb,
  groupId: string,
  names: ReadonlySet<string>,
): Promise<ChatPeople> {
  const insiders = await readInsiders(db, groupId);
  const byNickname = new Map<string, string[]>();
  for (const [memberId, { nickname }] of insiders) {
    if (nickname === undefined) continue;
    const key = chatNameKey(nickname);
    byNickname.set(key, [...(byNickname.get(key) ?? []), memberId]);
  }
  const spelled = await findSpeakers(db, names);
  const bearers = new Map([...spelled].map(([name, people]) => [chatNameKey(name), people]));
  const byName = new Map<string, string[]>();
  const officials: string[] = [];
  for (const name of names) {
    const key = chatNameKey(name);
    const all = [...new Set((bearers.get(key) ?? []).map(({ id }) => id))];
    const inside = all.filter((id) => insiders.has(id));
    const ids = byNickname.get(key) ?? (inside.length > 0 ? inside : all);
    byName.set(key, ids);
    const [only] = ids;
    if (only !== undefined && ids.length === 1 && insiders.get(only)?.isOfficial) {
      officials.push(name);
    }
  }
  return { byName, officials };
}

async function readInsiders(db: ConsoleDb, groupId: string): Promise<Map<string, Insider>> {
  const insiders = new Map<string, Insider>();
  const keys = await hotPages(db, 'memberships').toCollection().primaryKeys();
  for (let i = 0; i < keys.length; i += PAGES_AT_ONCE) {
    for (const page of await hotPages(db, 'memberships').bulkGet(
      keys.slice(i, i + PAGES_AT_ONCE),
    )) {
      const { memberId, groupId: group, role, nickname, leftAt } = page?.c ?? {};
      if (!page || !memberId || !group) continue;
      for (let row = 0; row < page.n; row += 1) {
        if (columnValue(group, row) !== groupId) continue;
        if (leftAt && columnValue(leftAt, row) !== undefined) continue;
        const called = nickname && columnValue(nickname, row);
        insiders.set(String(columnValue(memberId, row)), {
          isOfficial: role !== undefined && columnValue(role, row) === 'official',
          ...(called !== undefined && called !== '' && { nickname: String(called) }),
        });
      }
    }
  }
  return insiders;
}
