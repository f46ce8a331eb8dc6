import { z } from 'zod';

export const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

/** One team's data. A single row whose id is `workspace`. */
export const workspaceSchema = z.object({
  id: z.literal('workspace'),
  name: z.string().max(100).default(''),
  timeZone: z.string().default(DEFAULT_TIME_ZONE),
  isSample: z.boolean().default(false),
});
export type Workspace = z.infer<typeof workspaceSchema>;
