import { ltvSettingsSchema } from '@shared/domain/insights/ltv/ltv-settings.schema';
import { personaSettingsSchema } from '@shared/domain/insights/persona/persona-settings.schema';
import { quadrantSettingsSchema } from '@shared/domain/insights/quadrants/quadrant-settings.schema';
import { rfmSettingsSchema } from '@shared/domain/insights/rfm/rfm-settings.schema';
import type { PeopleColumns } from '@shared/domain/people/people-columns';
import type { z } from 'zod';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import { BUYERS } from '../people/people-data';
import type { PeopleService } from '../people/people-service';

/** Settings that do not parse (written by a later version) count as the defaults. */
function parsed<S extends z.ZodType>(schema: S, settings: unknown): z.output<S> {
  const own = schema.safeParse(settings ?? {});
  return own.success ? own.data : schema.parse({});
}

/** The settings of every model. */
export async function readSettings(db: ConsoleDb) {
  const rows = await rowTable(db, 'modelSettings').toArray();
  const of = (id: string) => rows.find((row) => row.id === id)?.settings;
  return {
    rfm: parsed(rfmSettingsSchema, of('rfm')),
    ltv: parsed(ltvSettingsSchema, of('ltv')),
    quadrants: parsed(quadrantSettingsSchema, of('quadrants')),
    persona: parsed(personaSettingsSchema, of('persona')),
  };
}
export type ModelSettings = Awaited<ReturnType<typeof readSettings>>;

/** Everything at one moment, good until the next `await`; equal stamps mean equal answers. */
export type World = {
  columns: PeopleColumns;
  settings: ModelSettings;
  today: number;
  stamp: string;
};

/** Reads settings and columns until both are of one moment. */
export async function worldNow(
  settingsNow: () => Promise<ModelSettings>,
  people: PeopleService,
  withLines = false,
): Promise<World> {
  for (;;) {
    const { version } = people;
    const settings = await settingsNow();
    const columns = await people.columns(withLines ? [...BUYERS, 'lines'] : BUYERS);
    if (version !== people.version) continue;
    const today = people.today();
    return { columns, settings, today, stamp: `${version}.${today}.${withLines}` };
  }
}
