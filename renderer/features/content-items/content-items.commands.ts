import { statusPatch } from '@shared/domain/calendar/approval.rules';
import { carriedFromOf } from '@shared/domain/calendar/carry.rules';
import { compareInCell, placeInCell } from '@shared/domain/calendar/cell.rules';
import {
  type ContentItem,
  type ContentPlan,
  contentItemSchema,
  contentPlanSchema,
  daySchema,
  weekPlanSchema,
} from '@shared/domain/calendar/content.schema';
import { SLOTS } from '@shared/domain/calendar/slots';
import { weekOf } from '@shared/domain/calendar/week.rules';
import { idSchema } from '@shared/lib/ids';
import { addDays, daysBetween } from '@shared/lib/time';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { cellItems, firstSentAt, lastPosition, loadItem, readClock, takeOut } from './item-rows';

const ITEMS = ['contentItems'] as const;
const cellSchema = z.object({ date: daySchema, slot: z.enum(SLOTS) });
const fields = contentItemSchema.shape;
const titleLabel = (title: string) => (title.length > 20 ? `${title.slice(0, 20)}…` : title);

/** What a copy takes along: the plan, never what became of it. */
export function planOf(item: ContentItem): ContentPlan {
  // The schema leaves out whatever is not planned.
  const plan = contentPlanSchema.parse(item);
  const checklist = plan.checklist?.map(({ text }) => ({ text, isDone: false }));
  return checklist ? { ...plan, checklist } : plan;
}

export const addItem = defineCommand({
  name: 'calendar.addItem',
  input: cellSchema.extend({ title: fields.title }),
  entities: ITEMS,
  label: ({ title }) => ({
    zh: `添加「${titleLabel(title)}」`,
    en: `Add “${titleLabel(title)}”`,
  }),
  run: async (tx, input) => {
    const id = tx.newId();
    await tx.create('contentItems', { ...input, id, position: await lastPosition(tx, input) });
    return { id };
  },
});

export const editItem = defineCommand({
  name: 'calendar.editItem',
  /** Null clears a field. */
  input: z.object({
    id: idSchema,
    title: fields.title.optional(),
    columnId: idSchema.nullable().optional(),
    form: fields.form.unwrap().optional(),
    text: fields.text.nullable(),
    status: fields.status.unwrap().optional(),
    owner: z.string().trim().max(60).nullable().optional(),
    groupIds: z.array(idSchema).optional(),
    voice: fields.voice.nullable(),
    speaker: fields.speaker.nullable(),
    speakerName: fields.speakerName.nullable(),
    sense: fields.sense.nullable(),
    characterId: fields.characterId.nullable(),
    time: fields.time.nullable(),
    assetIds: fields.assetIds,
    checklist: fields.checklist,
    note: fields.note.nullable(),
    costFen: fields.costFen.nullable(),
    overrides: fields.overrides,
  }),
  entities: ['contentItems', 'contentSends'],
  label: ({ title }) =>
    title === undefined
      ? { zh: '修改一条内容', en: 'Edit an item' }
      : { zh: `改为「${titleLabel(title)}」`, en: `Rename to “${titleLabel(title)}”` },
  run: async (tx, { id, ...changes }) => {
    const item = await loadItem(tx, id);
    const patch: Partial<ContentItem> = Object.fromEntries(
      Object.entries(changes).flatMap(([field, value]) =>
        value === undefined ? [] : [[field, value === null || value === '' ? undefined : value]],
      ),
    );
    const isReworded =
      ('title' in patch && patch.title !== item.title) ||
      ('text' in patch && patch.text !== item.text);
    if (isReworded && item.approvedAt !== undefined) patch.rewordedAt = tx.now;
    const { status } = changes;
    if (status !== undefined) {
      const decision = { now: tx.now, actor: tx.actor, firstSentAt: await firstSentAt(tx, id) };
      Object.assign(patch, statusPatch(item, status, decision));
    }
    await tx.update('contentItems', id, patch);
  },
});

export const moveItem = defineCommand({
  name: 'calendar.moveItem',
  /** `index` counts the other items of the target cell that come before; absent: behind all. */
  input: cellSchema.extend({ id: idSchema, index: z.number().int().nonnegative().optional() }),
  entities: ['contentItems', 'modelSettings', 'workspace'],
  label: () => ({ zh: '移动一条内容', en: 'Move an item' }),
  run: async (tx, { id, date, slot, index }) => {
    const item = await loadItem(tx, id);
    const others = (await cellItems(tx, { date, slot })).filter((other) => other.id !== id);
    const [own, ...rest] = placeInCell(others, id, index ?? others.length);
    await tx.update('contentItems', id, {
      date,
      slot,
      carriedFrom: carriedFromOf(item, { date, slot }, tx.now, await readClock(tx)),
      ...(own && { position: own.position }),
    });
    for (const { id: other, position } of rest)
      await tx.update('contentItems', other, { position });
  },
});

export const copyItem = defineCommand({
  name: 'calendar.copyItem',
  input: cellSchema.extend({ id: idSchema }),
  entities: ITEMS,
  label: () => ({ zh: '复制一条内容', en: 'Copy an item' }),
  run: async (tx, { id, ...cell }) => {
    const source = await loadItem(tx, id);
    const copy = tx.newId();
    const position = await lastPosition(tx, cell);
    await tx.create('contentItems', { ...planOf(source), ...cell, id: copy, position });
    return { id: copy };
  },
});

export const removeItem = defineCommand({
  name: 'calendar.removeItem',
  input: z.object({ id: idSchema, title: z.string() }),
  entities: ['contentItems', 'contentRepeats'],
  label: ({ title }) => ({
    zh: `删除「${titleLabel(title)}」`,
    en: `Delete “${titleLabel(title)}”`,
  }),
  run: async (tx, { id }) => {
    await takeOut(tx, await loadItem(tx, id));
  },
});

export const copyWeek = defineCommand({
  name: 'calendar.copyWeek',
  /** Both are Mondays. */
  input: z.object({ from: daySchema, to: daySchema }),
  entities: ITEMS,
  label: () => ({ zh: '照另一周排', en: 'Plan like another week' }),
  run: async (tx, { from, to }) => {
    const shift = daysBetween(from, to);
    let count = 0;
    for (const day of weekOf(from).days) {
      const items = (await tx.findBy('contentItems', 'date', day)).sort(compareInCell);
      for (const item of items) {
        const date = addDays(day, shift);
        const position = await lastPosition(tx, { date, slot: item.slot });
        await tx.create('contentItems', {
          ...planOf(item),
          id: tx.newId(),
          date,
          slot: item.slot,
          position,
        });
        count += 1;
      }
    }
    return { count };
  },
});

export const setWeekNote = defineCommand({
  name: 'calendar.setWeekNote',
  input: weekPlanSchema,
  entities: ['weekPlans'],
  label: ({ id }) => ({ zh: `修改 ${id} 这周的抬头和备注`, en: `Edit the heading of week ${id}` }),
  run: async (tx, { id, title, note }) => {
    const texts = { title: title?.trim() || undefined, note: note?.trim() || undefined };
    if (await tx.get('weekPlans', id)) await tx.update('weekPlans', id, texts);
    else await tx.create('weekPlans', { id, ...texts });
  },
});
