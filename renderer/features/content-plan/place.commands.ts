import { compareInCell } from '@shared/domain/calendar/cell.rules';
import {
  type ContentItem,
  contentPlanSchema,
  daySchema,
} from '@shared/domain/calendar/content.schema';
import { SLOTS } from '@shared/domain/calendar/slots';
import { weekOf } from '@shared/domain/calendar/week.rules';
import { templateItems } from '@shared/domain/calendar/week-template.rules';
import { weekTemplateSchema } from '@shared/domain/calendar/week-template.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { type CommandLabel, defineCommand, type Tx } from '@/db/command';
import { lastPosition, planOf } from '@/features/content-items';

const WHATS = ['template', 'month', 'greetings'] as const;
const LABELS: Record<(typeof WHATS)[number], (n: number) => CommandLabel> = {
  template: (n) => ({ zh: `套用周模板（${n} 条）`, en: `Apply a template (${n})` }),
  month: (n) => ({ zh: `照另一个月排（${n} 条）`, en: `Plan like another month (${n})` }),
  greetings: (n) => ({ zh: `排早晚安（${n} 条）`, en: `Plan greetings (${n})` }),
};

/** Makes what a preview showed: the plans in their cells, behind what is there; one step. */
export const placePlans = defineCommand({
  name: 'content-plan.place',
  input: z.object({
    what: z.enum(WHATS),
    items: z
      .array(z.object({ date: daySchema, slot: z.enum(SLOTS), plan: contentPlanSchema }))
      .min(1)
      .max(2000),
  }),
  entities: ['contentItems'],
  label: ({ what, items }) => LABELS[what](items.length),
  run: async (tx, { what, items }) => {
    for (const { date, slot, plan } of items) {
      const cell = { date, slot };
      const behind = await lastPosition(tx, cell);
      // A greeting opens its slot.
      const position = what === 'greetings' ? await firstPosition(tx, cell) : behind;
      await tx.create('contentItems', { ...plan, ...cell, id: tx.newId(), position });
    }
    return { count: items.length };
  },
});

async function firstPosition(tx: Tx, cell: Pick<ContentItem, 'date' | 'slot'>): Promise<number> {
  const day = await tx.findBy('contentItems', 'date', cell.date);
  const first = day.filter((item) => item.slot === cell.slot).sort(compareInCell)[0];
  return (first?.position ?? 2) - 1;
}

async function weekItems(tx: Tx, monday: string) {
  const days = await Promise.all(
    weekOf(monday).days.map((day) => tx.findBy('contentItems', 'date', day)),
  );
  return days
    .flat()
    .sort(
      (a, b) =>
        (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
        SLOTS.indexOf(a.slot) - SLOTS.indexOf(b.slot) ||
        compareInCell(a, b),
    );
}

export const saveTemplate = defineCommand({
  name: 'content-plan.saveTemplate',
  input: z.object({ monday: daySchema, name: weekTemplateSchema.shape.name }),
  entities: ['contentItems', 'weekTemplates'],
  label: ({ name }) => ({ zh: `存为周模板「${name}」`, en: `Save the week as “${name}”` }),
  run: async (tx, { monday, name }) => {
    const items = await weekItems(tx, monday);
    const id = tx.newId();
    const plans = items.map((item) => ({ cell: item, plan: planOf(item) }));
    await tx.create('weekTemplates', { id, name, items: templateItems(plans) });
    return { id, count: items.length };
  },
});

async function loadTemplate(tx: Tx, id: string) {
  const template = await tx.get('weekTemplates', id);
  if (!template) throw new ExpectedError('week-template-not-found');
  return template;
}

export const renameTemplate = defineCommand({
  name: 'content-plan.renameTemplate',
  input: z.object({ id: idSchema, name: weekTemplateSchema.shape.name }),
  entities: ['weekTemplates'],
  label: ({ name }) => ({ zh: `周模板改名为「${name}」`, en: `Rename the template to “${name}”` }),
  run: async (tx, { id, name }) => {
    await loadTemplate(tx, id);
    await tx.update('weekTemplates', id, { name });
  },
});

export const removeTemplate = defineCommand({
  name: 'content-plan.removeTemplate',
  input: z.object({ id: idSchema, name: z.string() }),
  entities: ['weekTemplates'],
  label: ({ name }) => ({ zh: `删除周模板「${name}」`, en: `Delete the template “${name}”` }),
  run: async (tx, { id }) => {
    await loadTemplate(tx, id);
    await tx.remove('weekTemplates', id);
  },
});
