import type { z } from 'zod';
import { flowsEntities } from './entities/flows.entities';
import { groupsEntities } from './entities/groups.entities';
import { peopleEntities } from './entities/people.entities';
import { weekEntities } from './entities/week.entities';
import { workspaceEntities } from './entities/workspace.entities';
import type { schemas } from './schemas';

/**
 * The single list of what is stored, and how. A new entity is one schema file, one entry in a
 * list of `entities/` and its line in `schemas.ts`, which the compiler asks for. What opens the database needs no schema,
 * and the start of the console does not wait for them.
 */
export const registry = {
  ...peopleEntities,
  ...flowsEntities,
  ...weekEntities,
  ...groupsEntities,
  ...workspaceEntities,
} as const;

export type EntityName = keyof typeof registry;
export type Row<E extends EntityName> = z.infer<(typeof schemas)[E]>;
export const entityNames = Object.keys(registry) as EntityName[];
