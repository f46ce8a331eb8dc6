import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const QUIET = { stdio: 'ignore' } as const;
const CHUNK_BYTES = 64 * 1024;

export type SmallDisk = {
  folder: string;
  /** Takes every byte that is left. */
  fill: () => void;
  /** Makes room again. */
  free: () => void;
  remove: () => void;
};

/** Why this machine gives the tests no disk of their own; undefined when it does. */
export function whyNoSmallDisk(): string | undefined {
  if (process.platform !== 'linux') return 'a small disk is made with tmpfs, which only Linux has';
  if (process.getuid?.() !== 0) return 'only root may mount a small disk';
  const probe = mkdtempSync(join(tmpdir(), 'qunduo-disk-'));
  try {
    makeSmallDisk(probe, 1).remove();
    return undefined;
  } catch {
    return 'this machine does not let its root mount a small disk';
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

/** A disk in memory that is soon full; throws where mounting is not allowed. */
export function makeSmallDisk(folder: string, sizeMb: number): SmallDisk {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'qunduo-e2e', folder], QUIET);
  const filler = join(folder, 'filler');
  const fillWith = (bytes: number) => {
    const chunk = Buffer.alloc(bytes);
    try {
      for (;;) appendFileSync(filler, chunk);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  };
  return {
    folder,
    fill: () => {
      fillWith(CHUNK_BYTES);
      fillWith(1024);
    },
    free: () => rmSync(filler, { force: true }),
    remove: () => execFileSync('umount', ['--lazy', folder]),
  };
}
