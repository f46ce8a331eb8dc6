import { SLOTS } from '@shared/domain/calendar/slots';
import { joinId } from '@shared/lib/record-ids';
import { addDays } from '@shared/lib/time';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

export const CONTENT_SIZE = { groups: 200, items: 200, days: 30 };
const CHUNK = 5000;

export const groupName = (n: number) => `bench-group-${String(n).padStart(3, '0')}`;
export const itemId = (n: number) => `bench-item-${String(n).padStart(3, '0')}`;

/** Everybody in one group each, and a month of items: every third to all groups, the others to one. */
const fillContent = defineCommand({
  name: 'bench.fillContent',
  input: z.object({ memberIds: z.array(z.string()), firstDay: z.string() }),
  entities: ['groups', 'memberships', 'contentItems'],
  label: () => ({ zh: '填充内容', en: 'Fill the calendar' }),
  run: async (tx, { memberIds, firstDay }) => {
    for (let n = 0; n < CONTENT_SIZE.groups; n += 1) {
      await tx.create('groups', { id: groupName(n), name: groupName(n), openedAt: 0 });
    }
    const rows = memberIds
      .map((memberId, n) => {
        const groupId = groupName(n % CONTENT_SIZE.groups);
        const role = 'ordinary' as const;
        return { id: joinId(memberId, groupId), memberId, groupId, role, joinedAt: 1 };
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    for (let at = 0; at < rows.length; at += CHUNK) {
      await tx.bulkCreate('memberships', rows.slice(at, at + CHUNK));
    }
    for (let n = 0; n < CONTENT_SIZE.items; n += 1) {
      await tx.create('contentItems', {
        id: itemId(n),
        title: `Item ${n}`,
        date: addDays(firstDay, n % CONTENT_SIZE.days),
        slot: SLOTS[n % SLOTS.length] ?? 'morning',
        status: 'sent',
        columnId: `column-${n % 10}`,
        groupIds: n % 3 === 0 ? [] : [groupName((n * 7) % CONTENT_SIZE.groups)],
      });
    }
  },
});

export const CONTENT_COMMANDS = [fillContent] as const;
