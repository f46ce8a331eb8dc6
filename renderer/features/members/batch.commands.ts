import type { Interaction } from '@shared/domain/interactions/interaction.schema';
import { memberSchema } from '@shared/domain/members/member.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { idSchema } from '@shared/lib/ids';
import { dayOf } from '@shared/lib/time';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

/** As long as the field takes; whoever's note is full is left as they are and counted. */
const MOST_NOTE = memberSchema.shape.note.unwrap().maxLength ?? 5000;

/**
 * Writes one line about several people: as a dated line at the end of everybody's note, or as an
 * event of that moment in everybody's timeline.
 */
export const noteMembers = defineCommand({
  name: 'members.note',
  input: z.object({
    memberIds: z.array(idSchema).min(1),
    text: z.string().trim().min(1).max(500),
    as: z.enum(['line', 'event']),
  }),
  entities: ['members', 'interactions'],
  label: (input) => ({
    zh: `写备注（${input.memberIds.length} 人）`,
    en: `Note on ${input.memberIds.length}`,
  }),
  run: async (tx, { memberIds, text, as }) => {
    const ids = [...new Set(memberIds)].sort();
    const rows = (await tx.getMany('members', ids)).flatMap((row) => row ?? []);
    if (as === 'event') {
      const events = rows.map(
        (row): Interaction => ({
          id: tx.newId(),
          memberId: row.id,
          kind: 'note',
          at: tx.now,
          text,
        }),
      );
      await tx.bulkCreate('interactions', events);
      return { noted: events.length, full: 0 };
    }
    const line = `${dayOf(tx.now, DEFAULT_TIME_ZONE)} ${text}`;
    const updates = rows.flatMap((row) => {
      const note = row.note ? `${row.note}\n${line}` : line;
      return note.length > MOST_NOTE ? [] : [{ id: row.id, patch: { note } }];
    });
    if (updates.length > 0) await tx.bulkUpdate('members', updates);
    return { noted: updates.length, full: rows.length - updates.length };
  },
});
