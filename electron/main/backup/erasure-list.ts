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

  async function read(): Promise<Erasure[]> {
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
    read,
    add: (erasures) => {
      const work = async () => {
        const known = await read();
        const fresh = erasures.filter(({ id }) => !known.some((other) => other.id === id));
        if (fresh.length === 0) return;
        await writeFileAtomic(path, `${JSON.stringify([...known, ...fresh], null, 2)}\n`);
      };
      const next = queue.then(work, work);
      queue = next;
      return next;
    },
  };
}

/** One unreadable entry costs only itself. */
function parseList(text: string): Erasure[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((entry: unknown) => {
    const result = erasureSchema.safeParse(entry);
    return result.success ? [result.data] : [];
  });
}
