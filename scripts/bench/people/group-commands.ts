import { ALL_GROUPS } from '@shared/domain/calendar/send-targets.rules';
import { SLOTS } from '@shared/domain/calendar/slots';
import type { GroupDay } from '@shared/domain/group-life/group-day.schema';
import type { Group, Membership } from '@shared/domain/groups/group.schema';
import type { Interaction } from '@shared/domain/interactions/interaction.schema';
import { joinId } from '@shared/lib/record-ids';
import { addDays, startOfDay } from '@shared/lib/time';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const GROUP_SIZE = { groups: 500, days: 364, interactions: 200_000 };
const ZONE = 'Asia/Shanghai';
const CHUNK = 5000;
const DAY_MS = 86_400_000;

const groupId = (n: number) => `life-${String(n).padStart(3, '0')}`;
/** The same figures in every run. */
const draw = (n: number, below: number) => (Math.imul(n + 1, 2_654_435_761) >>> 8) % below;

type Year = { memberIds: string[]; today: string };

/** Every seventh group fell quiet ten days ago; a twentieth is dissolved. */
const isQuiet = (n: number) => n % 7 === 3;

function groupOf(n: number, today: string): Group {
  const at = (daysAgo: number) => startOfDay(addDays(today, -daysAgo), ZONE);
  const phase =
    n % 20 === 19 ? 'dissolved' : n % 5 === 0 ? 'early' : n % 9 === 4 ? 'late' : 'middle';
  return {
    id: groupId(n),
    name: `花城 ${n + 1} 群`,
    identity: (['store', 'online', 'consumer'] as const)[n % 3] ?? 'store',
    phase,
    capacity: 500,
    scanLimit: 200,
    openedAt: at(GROUP_SIZE.days),
    fullAt: at(phase === 'early' ? 5 + draw(n, 35) : 300),
    phaseSince: at(phase === 'early' ? 40 : 200),
    ...(phase === 'dissolved' && { dissolvedAt: at(20) }),
  };
}

async function inChunks<R>(rows: readonly R[], put: (chunk: R[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) await put(rows.slice(at, at + CHUNK));
}

async function fillStays(tx: Tx, { memberIds, today }: Year): Promise<void> {
  const rows = memberIds
    .map((memberId, n): Membership => {
      const own = groupId(n % GROUP_SIZE.groups);
      const joinedAt = startOfDay(addDays(today, -1 - draw(n, GROUP_SIZE.days)), ZONE);
      return { id: joinId(memberId, own), memberId, groupId: own, role: 'ordinary', joinedAt };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  await inChunks(rows, (chunk) => tx.bulkCreate('memberships', chunk));
  const acts = Array.from({ length: GROUP_SIZE.interactions }, (_, n): Interaction => {
    const who = draw(n * 7, memberIds.length);
    const own = who % GROUP_SIZE.groups;
    const daysAgo = (isQuiet(own) ? 10 : 0) + draw(n * 13, GROUP_SIZE.days - 10);
    const kind = (['checkIn', 'ugc', 'question', 'share'] as const)[n % 4] ?? 'checkIn';
    const at = startOfDay(addDays(today, -daysAgo), ZONE) - DAY_MS / 2;
    return { id: tx.newId(), memberId: memberIds[who] ?? '', kind, at, groupId: groupId(own) };
  });
  await inChunks(acts, (chunk) => tx.bulkCreate('interactions', chunk));
}

async function fillDays(tx: Tx, { today }: Year): Promise<void> {
  const rows: GroupDay[] = [];
  for (let n = 0; n < GROUP_SIZE.groups; n += 1) {
    for (let ago = GROUP_SIZE.days; ago > 0; ago -= 1) {
      const day = addDays(today, -ago);
      const isDown = isQuiet(n) && ago <= 10;
      const messages = isDown ? 1 : 20 + draw(n * 400 + ago, 60);
      const id = `${groupId(n)}.${day}`;
      rows.push({ id, groupId: groupId(n), day, messages, speakers: Math.ceil(messages / 4) });
    }
  }
  await inChunks(rows, (chunk) => tx.bulkCreate('groupDays', chunk));
}

/** A list and hours every week, 知道率 every fourth. */
async function fillRounds(tx: Tx, { today }: Year): Promise<void> {
  for (let n = 0; n < GROUP_SIZE.groups; n += 1) {
    const own = groupId(n);
    for (let ago = GROUP_SIZE.days; ago > 0; ago -= 7) {
      const day = addDays(today, -ago);
      const list = { groupId: own, day, at: startOfDay(day, ZONE), total: 200 };
      await tx.create('rosterLists', { id: tx.newId(), ...list });
      await tx.create('groupInputs', {
        id: tx.newId(),
        groupId: own,
        day,
        kind: 'hours',
        hours: 3,
      });
      if (ago % 28 !== 0) continue;
      const reading = { groupId: own, day, kind: 'known', n: 40, k: 20 + draw(ago, 20) } as const;
      await tx.create('groupReadings', { id: tx.newId(), ...reading });
    }
  }
}

/** Four pieces a day to all groups, all of them sent. */
async function fillContent(tx: Tx, { today }: Year): Promise<void> {
  for (let ago = GROUP_SIZE.days; ago > 0; ago -= 1) {
    const day = addDays(today, -ago);
    for (const [n, slot] of SLOTS.entries()) {
      const itemId = tx.newId();
      const title = `Piece ${ago} ${slot}`;
      const item = { title, date: day, slot, status: 'sent', columnId: `column-${n}` } as const;
      await tx.create('contentItems', { id: itemId, ...item, groupIds: [] });
      const at = startOfDay(day, ZONE) + (8 + 4 * n) * 3_600_000;
      const send = { itemId, groupId: ALL_GROUPS, day, slot, state: 'sent', at } as const;
      await tx.create('contentSends', { id: joinId(itemId, ALL_GROUPS), ...send });
    }
  }
}

/** A year of five hundred groups with everybody in one of them. */
const fillGroups = defineCommand({
  name: 'bench.fillGroups',
  input: z.object({ memberIds: z.array(z.string()), today: z.string() }),
  entities: [
    'groups',
    'memberships',
    'interactions',
    'groupDays',
    'rosterLists',
    'groupInputs',
    'groupReadings',
    'contentItems',
    'contentSends',
  ],
  label: () => ({ zh: '填充社群', en: 'Fill the groups' }),
  run: async (tx, year) => {
    for (let n = 0; n < GROUP_SIZE.groups; n += 1) {
      await tx.create('groups', groupOf(n, year.today));
    }
    await fillStays(tx, year);
    await fillDays(tx, year);
    await fillRounds(tx, year);
    await fillContent(tx, year);
  },
});

/** One more day of one group, as somebody types it. */
const addGroupDay = defineCommand({
  name: 'bench.addGroupDay',
  input: z.object({ day: z.string(), messages: z.number() }),
  entities: ['groupDays'],
  label: () => ({ zh: '加一天', en: 'Add a day' }),
  run: (tx, { day, messages }) => {
    const id = `${groupId(0)}.${day}`;
    return tx.create('groupDays', { id, groupId: groupId(0), day, messages });
  },
});

export const GROUP_COMMANDS = [fillGroups, addGroupDay];
