import { promises as fs } from 'node:fs';
import { hubUrlSchema } from '@shared/contracts/hub-link';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { writeFileAtomic } from '../files/atomic-write';

const storedLinkSchema = z.object({
  url: hubUrlSchema,
  workspaceId: idSchema,
  workspaceName: z.string(),
  seatId: idSchema,
  role: z.string(),
  /** Hash of the invite that the seat came from: asked with the same one again, nobody joins twice. */
  inviteHash: z.string(),
});
export type StoredLink = z.infer<typeof storedLinkSchema>;

export type LinkFile = {
  read: () => Promise<StoredLink | null>;
  write: (link: StoredLink) => Promise<void>;
  remove: () => Promise<void>;
};

/** Which hub this laptop belongs to. A file that cannot be read is as good as none: one joins again. */
export function createLinkFile(path: string): LinkFile {
  return {
    read: async () => {
      try {
        return storedLinkSchema.parse(JSON.parse(await fs.readFile(path, 'utf8')));
      } catch {
        return null;
      }
    },
    write: (link) => writeFileAtomic(path, `${JSON.stringify(link, null, 2)}\n`),
    remove: () => fs.rm(path, { force: true }),
  };
}
