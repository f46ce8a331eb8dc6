import type { Member } from '@shared/domain/members/member.schema';
import type { Order } from '@shared/domain/orders/order.schema';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { consoleDb } from '@/db/db';
import { inTransaction } from '@/db/tables';
import { ensureIdentity, readProgress, writeProgress } from '@/db/write/identity';
import { WriteDoor } from '@/db/write/write-door';
import { generateMembers } from '../../sample/model/people';
import { generateOrders } from '../../sample/model/sales';

/**
 * Puts a large, believable community into the console's database through its own write door, in a
 * window of the console's origin; the console is then started on that folder and measured.
 */
type Size = { members: number; orders: number };

const fill = defineCommand({
  name: 'bench.fill',
  input: z.custom<Size>(),
  entities: ['members', 'orders', 'importBatches'],
  label: () => ({ zh: '填充', en: 'Fill' }),
  run: async (tx, size) => {
    const batchId = tx.newId();
    for (const chunk of generateMembers(size.members, 42)) {
      await tx.bulkCreate(
        'members',
        chunk.map((row): Member => ({ ...row, batchId })),
      );
    }
    for (const chunk of generateOrders({ ...size, seed: 42 })) {
      await tx.bulkCreate(
        'orders',
        chunk.map((row): Order => ({ ...row, batchId })),
      );
    }
  },
});

async function main(): Promise<void> {
  const params = new URLSearchParams(location.search);
  const size = { members: Number(params.get('members')), orders: Number(params.get('orders')) };
  const db = consoleDb();
  const startedAt = performance.now();
  await new WriteDoor(db, await ensureIdentity(db)).run(fill, size);
  const filledMs = performance.now() - startedAt;
  // The bench measures reading and starting: the journal is taken as complete.
  await inTransaction(
    db,
    ['meta', 'opPayloads', 'undo', 'undoPayloads', 'outbox'],
    async (within) => {
      const progress = await readProgress(within);
      await writeProgress(within, { ...progress, journaledSeq: progress.lastSeq });
      for (const store of ['opPayloads', 'undo', 'undoPayloads', 'outbox'])
        await within.table(store).clear();
    },
  );
  db.close();
  document.title = `done ${Math.round(filledMs)}`;
}

main().catch((error: unknown) => {
  document.title = `failed ${String(error)}`;
});
