import { z } from 'zod';
import { COLUMN_CATEGORIES, CONTENT_FORMS, type ContentColumn } from './content.schema';
import { SLOTS } from './slots';

const bilingual = z.object({ zh: z.string().min(1).max(40), en: z.string().min(1).max(40) });

/**
 * A content column (栏目) that comes with the console. Its id is fixed, so two laptops that use it
 * mean the same column; a stored column of the same id is the leader's own edition of it.
 */
export const columnTemplateSchema = z.object({
  id: z.string().regex(/^column-[a-z-]+$/),
  name: bilingual,
  category: z.enum(COLUMN_CATEGORIES),
  slots: z.array(z.enum(SLOTS)).min(1),
  form: z.enum(CONTENT_FORMS),
  purpose: z.object({ zh: z.string().min(1), en: z.string().min(1) }),
});
export type ColumnTemplate = z.infer<typeof columnTemplateSchema>;

/** What a screen or a sheet needs of a column; archived ones are named, but no longer offered. */
export type ColumnChoice = ContentColumn;

function ofTemplate(template: ColumnTemplate, key: 'zh' | 'en'): ContentColumn {
  const { id, category, slots, form } = template;
  return { id, name: template.name[key], category, slots, form, purpose: template.purpose[key] };
}

/**
 * All columns to choose from: the leader's own editions over those that come with the console, in
 * the template's order, own ones after them. What an edition leaves open is the template's.
 * `language` picks the words of templates.
 */
export function columnChoices(
  templates: readonly ColumnTemplate[],
  stored: readonly ContentColumn[],
  language: 'zh-CN' | 'en',
): ColumnChoice[] {
  const own = new Map(stored.map((column) => [column.id, column]));
  const key = language === 'en' ? 'en' : 'zh';
  const known = templates.map((template): ColumnChoice => {
    const edition = own.get(template.id);
    own.delete(template.id);
    return { ...ofTemplate(template, key), ...edition };
  });
  return [...known, ...own.values()];
}
