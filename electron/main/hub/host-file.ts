import { promises as fs } from 'node:fs';
import { HUB_REACHES } from '@shared/contracts/hub-link';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { writeFileAtomic } from '../files/atomic-write';

const hostPlanSchema = z.object({
  /** Started again with the console. */
  isOn: z.boolean(),
  reach: z.enum(HUB_REACHES),
  /** Kept, because the others know the address. */
  port: z.number().int().min(1).max(65_535).optional(),
  workspaceId: idSchema.optional(),
});
export type HostPlan = z.infer<typeof hostPlanSchema>;

export type HostFile = {
  read: () => Promise<HostPlan>;
  write: (plan: HostPlan) => Promise<void>;
};

const NOTHING: HostPlan = { isOn: false, reach: 'here' };

/** Whether this laptop hosts a hub, and how. */
export function createHostFile(path: string): HostFile {
  return {
    read: async () => {
      try {
        return hostPlanSchema.parse(JSON.parse(await fs.readFile(path, 'utf8')));
      } catch {
        return NOTHING;
      }
    },
    write: (plan) => writeFileAtomic(path, `${JSON.stringify(plan, null, 2)}\n`),
  };
}
