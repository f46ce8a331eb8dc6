import { holidayTableSchema } from '@shared/domain/calendar/holiday-table.schema';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

const yearSchema = z.string().regex(/^\d{4}$/);

/** Takes the official days of years in place of what was imported for them before. */
export const importHolidays = defineCommand({
  name: 'content-plan.importHolidays',
  input: z.object({
    source: z.string().max(300).optional(),
    years: z
      .array(z.object({ year: yearSchema, days: holidayTableSchema.shape.days }))
      .min(1)
      .max(20),
  }),
  entities: ['holidayTables'],
  label: ({ years }) => {
    const named = years.map(({ year }) => year);
    return {
      zh: `导入 ${named.join('、')} 年放假安排`,
      en: `Import holidays of ${named.join(', ')}`,
    };
  },
  run: async (tx, { years, source }) => {
    for (const { year, days } of years) {
      const row = { days, source, importedAt: tx.now };
      if (await tx.get('holidayTables', year)) await tx.update('holidayTables', year, row);
      else await tx.create('holidayTables', { id: year, ...row });
    }
  },
});

export const removeHolidays = defineCommand({
  name: 'content-plan.removeHolidays',
  input: z.object({ year: yearSchema }),
  entities: ['holidayTables'],
  label: ({ year }) => ({ zh: `删除 ${year} 年放假安排`, en: `Delete the holidays of ${year}` }),
  run: async (tx, { year }) => {
    if (await tx.get('holidayTables', year)) await tx.remove('holidayTables', year);
  },
});
