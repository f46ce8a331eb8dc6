import { IDENTITIES, type Identity } from '@shared/domain/members/member.schema';
import { z } from 'zod';
import { DEFAULT_GROUP_CAPACITY, DEFAULT_SCAN_LIMIT } from './group.schema';

/** The row of `modelSettings` that holds these rules. */
export const PLACEMENT_RULES_ID = 'placementRules';

const identity = z.enum(IDENTITIES);

/** Two identities that never share a group; the order of the two says nothing. */
const forbiddenPairSchema = z
  .tuple([identity, identity])
  .refine(([one, other]) => one !== other, 'a pair is of two');

/**
 * Shops with a door and sellers from the phone fight over the same customers, and consumers see
 * business prices in a business group: none of these share a group unless the leader says so.
 */
const DEFAULT_FORBIDDEN_PAIRS: [Identity, Identity][] = [
  ['store', 'online'],
  ['store', 'consumer'],
  ['online', 'consumer'],
];

export const placementRulesSchema = z.object({
  forbiddenPairs: z.array(forbiddenPairSchema).default(DEFAULT_FORBIDDEN_PAIRS),
  /** Somebody of unknown identity is audited before entering a group of a class. */
  isUnknownBarred: z.boolean().default(true),
  /** Of a newly opened group whose class does not say. */
  capacity: z.number().int().positive().max(100_000).default(DEFAULT_GROUP_CAPACITY),
  /** With so many inside nobody can join by scanning any more; WeChat's own figure. */
  scanLimit: z.number().int().positive().max(100_000).default(DEFAULT_SCAN_LIMIT),
});
export type PlacementRules = z.infer<typeof placementRulesSchema>;

export const DEFAULT_PLACEMENT_RULES: PlacementRules = placementRulesSchema.parse({});

/** The stored rules; what cannot be read takes the defaults. */
export function readPlacementRules(settings: unknown): PlacementRules {
  return placementRulesSchema.safeParse(settings ?? {}).data ?? DEFAULT_PLACEMENT_RULES;
}
