import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { GROUP_PHASES } from '../groups/group.schema';

const GROUP_EVENT_KINDS = [
  'full',
  'phase',
  /** A phase that was proposed and not taken. */
  'declined',
  'list',
  'plan',
  'dissolved',
  'reopened',
  // Keep, revive, transfer or dissolve, with the figures it was decided on.
  'decision',
  'note',
] as const;

/** One line of a group's story: what happened, on what evidence, who said so. */
export const groupEventSchema = z.object({
  id: idSchema,
  groupId: idSchema,
  kind: z.enum(GROUP_EVENT_KINDS),
  /** UTC ms. */
  at: z.number().int(),
  by: z.string().max(60).optional(),
  from: z.enum(GROUP_PHASES).optional(),
  to: z.enum(GROUP_PHASES).optional(),
  /** The figures that spoke for it, as they stood then. */
  evidence: z.record(z.string().max(60), z.union([z.string().max(300), z.number()])).optional(),
  note: z.string().max(1000).optional(),
  /** A list, a plan or a run that belongs to it. */
  refId: z.string().optional(),
});
export type GroupEvent = z.infer<typeof groupEventSchema>;
