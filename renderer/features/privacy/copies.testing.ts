import type { BackupHeader } from '@shared/contracts/ipc';
import { writeSnapshot } from '@/db/backup/snapshot';
import type { ConsoleDb } from '@/db/db';
import { gzip } from '@/db/packed-bytes';
import type { OpPayload } from '@/db/write/changes';
import { readPayload } from '@/db/write/op-payloads';

/** A backup of the database, as the disk holds it. */
export async function copyOf(
  from: ConsoleDb,
): Promise<{ chunks: Uint8Array[]; header: BackupHeader }> {
  const chunks: Uint8Array[] = [];
  let header: BackupHeader | undefined;
  await writeSnapshot(from, 'manual', {
    begin: async (given) => {
      header = given;
    },
    write: async (chunk) => {
      // On its way to the disk the main process compresses it.
      chunks.push(await gzip(chunk));
    },
  });
  if (!header) throw new Error('no header');
  return { chunks, header };
}

/** What a bulk operation carries, in one piece. */
export async function payloadOf(db: ConsoleDb, seq: number): Promise<OpPayload> {
  const whole: OpPayload = { created: [], removed: [], changes: [] };
  for await (const part of readPayload(db, seq)) {
    whole.created.push(...(part.created ?? []));
    whole.removed.push(...(part.removed ?? []));
    whole.changes.push(...(part.changes ?? []));
  }
  return whole;
}
