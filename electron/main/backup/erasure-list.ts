import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { type Erasure, erasureSchema } from '@shared/domain/members/erasure.schema';
import { writeFileAtomic } from '../files/atomic-write';
import { isMissing } from '../files/fs-errors';

const FILE = 'erasures.json';

/**
 * Who was erased, beside the backups and not in them: a copy from before the erasure knows nothing
 * of it, and whoever goes back to one must be told. Holds no personal data.
 */
export type ErasureList = {
  read: () => Promise<Erasure[]>;
  /** Adds what is not there yet; resolves when it is on disk. */
  add: (erasures: readonly Erasure[]) => Promise<void>;
};

export function createErasureList(folder: string): ErasureList {
  const path = join(folder, FILE);
  let queue: Promise<unknown> = Promise.resolve();

  /** Every entry as it stands; undefined when the file holds no list. */
  async function readEntries(): Promise<unknown[] | undefined> {
    let text: string;
    try {
      text = await fs.readFile(path, 'utf8');
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
    return parseList(text);
  }

  return {
    read: async () => understood((await readEntries()) ?? []),
    add: (erasures) => {
      const work = async () => {
        const entries = await readEntries();
        const known = understood(entries ?? []);
        const fresh = erasures.filter(({ id }) => !known.some((other) => other.id === id));
        if (fresh.length === 0) return;
        // What nobody can read now is kept for whoever can.
        if (!entries) await fs.rename(path, `${path}.damaged`);
        const all = [...(entries ?? []), ...fresh];
        await writeFileAtomic(path, `${JSON.stringify(all, null, 2)}\n`);
      };
      const next = queue.then(work, work);
      queue = next;
      return next;
    },
  };
}

function parseList(text: string): unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** One unreadable entry costs only itself. */
function understood(entries: readonly unknown[]): Erasure[] {
  return entries.flatMap((entry) => {
    const result = erasureSchema.safeParse(entry);
    return result.success ? [result.data] : [];
  });
}
