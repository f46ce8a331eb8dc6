import type { z } from 'zod';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

/** The workspace's settings of a model, or its defaults; `undefined` while loading. */
export function useModelSettings<S extends z.ZodType>(
  model: 'persona' | 'quadrants' | 'rfm' | 'ltv',
  schema: S,
): z.output<S> | undefined {
  return useLive(async () => {
    const row = await readDb.rows('modelSettings').get(model);
    const kept = schema.safeParse(row?.settings ?? {});
    return kept.success ? kept.data : schema.parse({});
  }, [model, schema]);
}
