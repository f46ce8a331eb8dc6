import { z } from 'zod';

/**
 * One change of one record inside an operation: `set` holds the new values, `unset` the fields that
 * were cleared, `gone` that the record was removed, `isNew` that it did not exist before.
 */
export const rowChangeSchema = z.object({
  entity: z.string(),
  id: z.string(),
  set: z.record(z.string(), z.unknown()).optional(),
  unset: z.array(z.string()).optional(),
  isNew: z.boolean().optional(),
  gone: z.boolean().optional(),
});
export type RowChange = z.infer<typeof rowChangeSchema>;

/** Tells of what a laptop had before it came to the workspace: its rows bear no stamp, wherever they are. */
export const BROUGHT = 'sync.brought';

/**
 * What one committed command did: the unit of the outbox, the journal and, later, of the hub.
 * A bulk command (an import) carries its rows as packed pages in a payload beside this header.
 */
export const opSchema = z.object({
  /** This device's own gap-free number. */
  seq: z.number().int().positive(),
  id: z.string(),
  deviceId: z.string(),
  workspaceId: z.string(),
  command: z.string(),
  /** UTC ms. */
  at: z.number().int(),
  hlc: z.string(),
  schemaVersion: z.number().int(),
  changes: z.array(rowChangeSchema),
  hasPayload: z.boolean(),
  /** The op that this one takes back or brings back. */
  revertOf: z.string().optional(),
  /** The newest number of the hub's log that this laptop knew when it was written; in a shared workspace. */
  base: z.number().int().nonnegative().optional(),
  /**
   * Who sees a person (labels of `scopes.ts`) before and after, for people whom it placed, moved or
   * took out of a group; in a divided workspace, for cutting it when it is sent. Absent from what was
   * written before the dividing. Never travels.
   */
  moves: z
    .record(z.string(), z.object({ was: z.array(z.string()), is: z.array(z.string()) }))
    .optional(),
  /** It took in what came from others: never sent, and not among what waits to be. */
  isPulled: z.literal(true).optional(),
});
export type Op = z.infer<typeof opSchema>;
