import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/** Columns of an export, chosen once and saved under a name. */
export const columnSetSchema = z.object({
  id: idSchema,
  list: z.string().max(40),
  name: z.string().trim().min(1).max(60),
  columns: z.array(z.string().max(40)).min(1).max(100),
  /** Meant for volunteers and other outsiders: phones are hidden unless somebody says otherwise. */
  isForSharing: z.boolean().default(false),
});
export type ColumnSet = z.infer<typeof columnSetSchema>;
