import { isOut, statusPatch } from '@shared/domain/calendar/approval.rules';
import { carriedFromOf } from '@shared/domain/calendar/carry.rules';
import { type Cell, cellKey, compareInCell } from '@shared/domain/calendar/cell.rules';
import {
  CONTENT_STATUSES,
  type ContentItem,
  contentItemSchema,
  daySchema,
} from '@shared/domain/calendar/content.schema';
import { SLOTS } from '@shared/domain/calendar/slots';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { planOf } from './content-items.commands';
import { firstSentAt, readClock, takeOut } from './item-rows';

const ids = z.array(idSchema).min(1).max(2000);
const placements = z
  .array(z.object({ id: idSchema, date: daySchema, slot: z.enum(SLOTS) }))
  .min(1)
  .max(2000);
const fields = contentItemSchema.shape;
const pieces = (count: number) => (count === 1 ? '1 item' : `${count} items`);

/** Items that vanished meanwhile are passed over; an error only where none is left. */
async function loadItems(tx: Tx, wanted: readonly string[]): Promise<ContentItem[]> {
  const found = await tx.getMany('contentItems', wanted);
  const items = found.filter((item): item is ContentItem => item !== undefined);
  if (items.length === 0) throw new ExpectedError('content-not-found');
  return items;
}

/** Hands out places at the end of cells, each read once. */
function cellEnds(tx: Tx, moving: ReadonlySet<string>) {
  const ends = new Map<string, number>();
  return async (cell: Cell): Promise<number> => {
    const key = cellKey(cell);
    let end = ends.get(key);
    if (end === undefined) {
      const day = await tx.findBy('contentItems', 'date', cell.date);
      const others = day.filter((item) => item.slot === cell.slot && !moving.has(item.id));
      end = others.sort(compareInCell).at(-1)?.position ?? 0;
    }
    ends.set(key, end + 1);
    return end + 1;
  };
}

export const moveItems = defineCommand({
  name: 'calendar.moveItems',
  /** Each goes behind what its cell holds, in the order given. */
  input: z.object({ items: placements }),
  entities: ['contentItems', 'modelSettings', 'workspace'],
  label: ({ items }) => ({ zh: `移动 ${items.length} 条内容`, en: `Move ${pieces(items.length)}` }),
  run: async (tx, input) => {
    const wanted = input.items.map(({ id }) => id);
    const present = new Map((await loadItems(tx, wanted)).map((item) => [item.id, item]));
    const endOf = cellEnds(tx, new Set(present.keys()));
    const clock = await readClock(tx);
    let count = 0;
    for (const { id, date, slot } of input.items) {
      const item = present.get(id);
      if (!item) continue;
      const position = await endOf({ date, slot });
      const carriedFrom = carriedFromOf(item, { date, slot }, tx.now, clock);
      await tx.update('contentItems', id, { date, slot, position, carriedFrom });
      count += 1;
    }
    return { count };
  },
});

export const copyItems = defineCommand({
  name: 'calendar.copyItems',
  /** Copies are drafts behind what their cells hold, in the order given. */
  input: z.object({ items: placements }),
  entities: ['contentItems'],
  label: ({ items }) => ({ zh: `复制 ${items.length} 条内容`, en: `Copy ${pieces(items.length)}` }),
  run: async (tx, input) => {
    const sources = await loadItems(
      tx,
      input.items.map(({ id }) => id),
    );
    const byId = new Map(sources.map((item) => [item.id, item]));
    const endOf = cellEnds(tx, new Set());
    const made: string[] = [];
    for (const { id, ...cell } of input.items) {
      const source = byId.get(id);
      if (!source) continue;
      const copy = tx.newId();
      const position = await endOf(cell);
      await tx.create('contentItems', { ...planOf(source), ...cell, id: copy, position });
      made.push(copy);
    }
    return { ids: made };
  },
});

export const removeItems = defineCommand({
  name: 'calendar.removeItems',
  input: z.object({ ids }),
  entities: ['contentItems', 'contentRepeats'],
  label: (input) => ({
    zh: `删除 ${input.ids.length} 条内容`,
    en: `Delete ${pieces(input.ids.length)}`,
  }),
  run: async (tx, input) => {
    const items = await loadItems(tx, input.ids);
    for (const item of items) await takeOut(tx, item);
    return { count: items.length };
  },
});

export const editItems = defineCommand({
  name: 'calendar.editItems',
  /** The same change for all; null clears a field. */
  input: z.object({
    ids,
    changes: z.object({
      columnId: idSchema.nullable().optional(),
      form: fields.form.unwrap().optional(),
      voice: fields.voice.nullable(),
      owner: z.string().trim().max(60).nullable().optional(),
      groupIds: z.array(idSchema).optional(),
    }),
  }),
  entities: ['contentItems'],
  label: (input) => ({
    zh: `修改 ${input.ids.length} 条内容`,
    en: `Edit ${pieces(input.ids.length)}`,
  }),
  run: async (tx, input) => {
    const items = await loadItems(tx, input.ids);
    const patch: Partial<ContentItem> = Object.fromEntries(
      Object.entries(input.changes).flatMap(([field, value]) =>
        value === undefined ? [] : [[field, value === null || value === '' ? undefined : value]],
      ),
    );
    for (const { id } of items) await tx.update('contentItems', id, patch);
    return { count: items.length };
  },
});

const STATUS_LABELS: Record<(typeof CONTENT_STATUSES)[number], { zh: string; en: string }> = {
  draft: { zh: '退回草稿', en: 'back to draft' },
  review: { zh: '送审', en: 'for review' },
  ready: { zh: '通过', en: 'ready' },
  sent: { zh: '标为已发', en: 'sent' },
  measured: { zh: '标为已复盘', en: 'measured' },
};

export const setItemStatus = defineCommand({
  name: 'calendar.setItemStatus',
  /**
   * `why` belongs to a way back to draft. What went out stays on record: `keptCount` says of how many
   * of them there is a sending although they are no longer marked as sent.
   */
  input: z.object({ ids, status: z.enum(CONTENT_STATUSES), why: fields.sentBackWhy }),
  entities: ['contentItems', 'contentSends'],
  label: (input) => {
    const words = STATUS_LABELS[input.status];
    return {
      zh: `${words.zh} ${input.ids.length} 条内容`,
      en: `Mark ${pieces(input.ids.length)}: ${words.en}`,
    };
  },
  run: async (tx, { status, why, ...input }) => {
    const items = await loadItems(tx, input.ids);
    let count = 0;
    let keptCount = 0;
    for (const item of items) {
      if (item.status === status) continue;
      const sentAt = await firstSentAt(tx, item.id);
      const decision = { now: tx.now, actor: tx.actor, why, firstSentAt: sentAt };
      await tx.update('contentItems', item.id, statusPatch(item, status, decision));
      count += 1;
      if (sentAt !== undefined && !isOut(status)) keptCount += 1;
    }
    return { count, keptCount };
  },
});
