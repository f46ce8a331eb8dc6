import type { EntityName } from '@shared/domain/registry';
import type { schemas } from '@shared/domain/schemas';
import type { z } from 'zod';

/** New rows by entity, as a command creates them: defaults may be left out. */
export type NewRows = { [E in EntityName]?: z.input<(typeof schemas)[E]>[] };

/** All parts together, in the order given. */
export function joinRows(parts: readonly NewRows[]): NewRows {
  const all: Partial<Record<EntityName, unknown[]>> = {};
  for (const part of parts) {
    for (const [entity, rows] of Object.entries(part)) {
      const name = entity as EntityName;
      all[name] = [...(all[name] ?? []), ...rows];
    }
  }
  return all as NewRows;
}
