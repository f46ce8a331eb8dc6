import { weekdayOf } from '@shared/lib/time';
import { z } from 'zod';
import type { Cell } from './cell.rules';
import { CONTENT_FORMS, type ContentPlan } from './content.schema';
import { dayInWeek } from './plan-place.rules';
import { SLOTS } from './slots';
import type { WeekTemplate } from './week-template.schema';

const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) });

/** A week that comes with the console, to begin from. */
export const starterWeekSchema = z.object({
  id: z.string().regex(/^starter-[a-z-]+$/),
  name: bilingual,
  about: bilingual,
  items: z
    .array(
      z.object({
        weekday: z.number().int().min(1).max(7),
        slot: z.enum(SLOTS),
        columnId: z.string().regex(/^column-[a-z-]+$/),
        form: z.enum(CONTENT_FORMS),
        title: bilingual,
        text: bilingual.optional(),
      }),
    )
    .min(1),
});
export type StarterWeek = z.infer<typeof starterWeekSchema>;

/** A starter week in a language, as if it had been saved. */
export function templateOfStarter(starter: StarterWeek, language: 'zh' | 'en'): WeekTemplate {
  return {
    id: starter.id,
    name: starter.name[language],
    items: starter.items.map(({ weekday, slot, columnId, form, title, text }) => ({
      weekday,
      slot,
      plan: {
        title: title[language],
        columnId,
        form,
        groupIds: [],
        ...(text && { text: text[language] }),
      },
    })),
  };
}

/** A week's items as a pattern; `plans` are theirs in the order in which the week shows them. */
export function templateItems(
  plans: readonly { cell: Cell; plan: ContentPlan }[],
): WeekTemplate['items'] {
  return plans.map(({ cell, plan }) => ({
    weekday: weekdayOf(cell.date),
    slot: cell.slot,
    plan,
  }));
}

/** Where a template's items go in the week of `monday`. */
export function templateCells(
  template: Pick<WeekTemplate, 'items'>,
  monday: string,
): { cell: Cell; source: WeekTemplate['items'][number] }[] {
  return template.items.map((item) => ({
    cell: { date: dayInWeek(monday, item.weekday), slot: item.slot },
    source: item,
  }));
}
