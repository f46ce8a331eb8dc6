import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FILE = 'hub-admin.json';

/** How commands on this machine reach the hub that holds a folder: who can read the folder may ask. */
const adminFileSchema = z.object({
  /** On loopback, whatever the hub itself listens on. */
  adminUrl: z.string(),
  secret: z.string(),
  /** Where laptops call the hub. */
  hubUrl: z.string(),
});
export type AdminFile = z.infer<typeof adminFileSchema>;

export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Whole or not at all, and never readable by others, not even for a moment. */
export function writeAdminFile(folder: string, content: AdminFile): void {
  const partial = join(folder, `${FILE}.${process.pid}`);
  rmSync(partial, { force: true });
  writeFileSync(partial, JSON.stringify(content), { flag: 'wx', mode: 0o600 });
  renameSync(partial, join(folder, FILE));
}

export const removeAdminFile = (folder: string): void =>
  rmSync(join(folder, FILE), { force: true });

export function readAdminFile(folder: string): AdminFile | undefined {
  try {
    return adminFileSchema.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')));
  } catch {
    return undefined;
  }
}
