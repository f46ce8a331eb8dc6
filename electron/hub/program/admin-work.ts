import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { inviteAnswer, roleSchema } from '@shared/contracts/hub-http';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import type { HubDatabase } from '../database/database';
import { createInvite } from '../service/seats/invites';
import { createWorkspace } from '../service/workspaces';
import type { HubTables } from '../store/tables';
import { dumpLines } from './dump';

export const workspaceWish = z.object({ name: z.string().trim().min(1).max(100) });
export const madeWorkspace = z.object({ id: idSchema, name: z.string() });
export const inviteWish = z.object({
  workspaceId: idSchema,
  role: roleSchema,
  hours: z.number().int().min(1).max(720),
  /** Ids of the groups that it sees and changes; without, everything. */
  groups: z.array(z.string().min(1).max(60)).max(1000).optional(),
  /** What the invited are told to call; without, what the hub calls itself. */
  url: z.string().max(300).optional(),
});
export const madeInvite = inviteAnswer;

/** What only who runs the hub may do; here or, over `askAdmin`, in the process that holds the folder. */
export type AdminWork = {
  createWorkspace(wish: z.infer<typeof workspaceWish>): Promise<z.infer<typeof madeWorkspace>>;
  /** `not-found` where there is no such workspace. */
  invite(wish: z.infer<typeof inviteWish>): Promise<z.infer<typeof madeInvite>>;
  /** Ends the sink; a sink that was not ended holds no backup. */
  backup(sink: Writable): Promise<void>;
};

/** How many packed bytes a second more or less does not matter; the contents are compressed already. */
const GZIP_LEVEL = 1;

export function adminWork(database: HubDatabase<HubTables>, hubUrl: () => string): AdminWork {
  const { kysely } = database;
  return {
    createWorkspace: ({ name }) => createWorkspace(kysely, name),
    invite: async ({ groups, url, ...request }) => {
      const grants = groups?.map((scope) => ({ scope, canWrite: request.role !== 'viewer' }));
      const { code, expiresAt } = await createInvite(kysely, {
        ...request,
        ...(grants && { grants }),
      });
      return { code, url: `${url ?? hubUrl()}/join#${code}`, expiresAt };
    },
    backup: (sink) => pipeline(dumpLines(database), createGzip({ level: GZIP_LEVEL }), sink),
  };
}
