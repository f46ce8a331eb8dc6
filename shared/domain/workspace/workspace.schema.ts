import { z } from 'zod';
import { DEFAULT_TIME_ZONE } from './time-zone';

/** What the audit offers ready-made, one entry a reason; the text has variables in braces. */
export const auditWordsSchema = z.object({
  reject: z.array(z.string().trim().min(1).max(200)).max(30),
  askAgain: z.array(z.string().trim().min(1).max(200)).max(30),
  text: z.string().trim().max(1000),
});
export type AuditWords = z.infer<typeof auditWordsSchema>;

/** One team's data. A single row whose id is `workspace`. */
export const workspaceSchema = z.object({
  id: z.literal('workspace'),
  name: z.string().max(100).default(''),
  timeZone: z.string().default(DEFAULT_TIME_ZONE),
  isSample: z.boolean().default(false),
  auditWords: auditWordsSchema.optional(),
  /** How a nickname is made in groups that do not say it themselves; empty: nothing is checked. */
  nicknameTemplate: z.string().trim().max(100).optional(),
  /** Places that a nickname may name beside those of members, groups and classes. */
  nicknameRegions: z.array(z.string().trim().min(1).max(30)).max(1000).optional(),
});
export type Workspace = z.infer<typeof workspaceSchema>;
