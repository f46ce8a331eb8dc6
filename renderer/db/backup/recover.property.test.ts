import { entityNames } from '@shared/domain/registry';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { ConsoleDb } from '../db';
import { JournalPump } from '../journal-pump';
import { gzip } from '../packed-bytes';
import { allRows, commandOf, memoryJournal, openTestDoor } from '../test-db';
import { readProgress } from '../write/identity';
import { recover } from './recover';
import { writeSnapshot } from './snapshot';

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('import' as const), n: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), n: fc.nat(99) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pay' as const), n: fc.nat(99) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tag' as const), n: fc.nat(99) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('bulkEdit' as const), n: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), n: fc.nat(99) }) },
  { weight: 3, arbitrary: fc.constant({ do: 'undo' as const, n: 0 }) },
  { weight: 2, arbitrary: fc.constant({ do: 'redo' as const, n: 0 }) },
  { weight: 2, arbitrary: fc.constant({ do: 'pump' as const, n: 0 }) },
  { weight: 1, arbitrary: fc.constant({ do: 'backup' as const, n: 0 }) },
);

const STATUSES = ['paid', 'cancelled', 'pending', 'refunded'] as const;

/** A console whose journal takes only what is pumped before the end, and whose last copy is known. */
async function live() {
  const { db, door, databaseId } = await openTestDoor();
  const { frames, sink } = memoryJournal();
  const pump = new JournalPump(db, databaseId, sink);
  return { db, door, databaseId, frames, pump };
}

type Live = Awaited<ReturnType<typeof live>>;
type Step = { do: string; n: number };

async function act({ db, door }: Live, { do: what, n }: Step): Promise<void> {
  const members = (await allRows(db, 'members')).map((row) => row.id);
  const orders = (await allRows(db, 'orders')).map((row) => row.id);
  const who = members[n % members.length];
  const which = orders[n % orders.length];
  if (what === 'undo') await door.undo();
  if (what === 'redo') await door.redo();
  await door.run(
    commandOf(['members', 'orders', 'tags', 'tagAssignments'], async (tx) => {
      if (what === 'import') {
        const batchId = tx.newId();
        const people = Array.from({ length: n + 1 }, (_, i) => ({
          id: tx.newId(),
          name: `成员${i}`,
          identity: 'unknown' as const,
          source: 'import' as const,
          batchId,
          inventedLater: i,
        }));
        await tx.bulkCreate('members', people);
        await tx.bulkCreate(
          'orders',
          people.map((person, i) => ({
            id: tx.newId(),
            externalNo: `A${i}`,
            memberId: i % 2 === 0 ? person.id : (who ?? person.id),
            orderedAt: 1000 + ((i * 7) % 5),
            amountFen: 100 + i,
            refundFen: 0,
            status: STATUSES[i % STATUSES.length] ?? 'paid',
            lines: [{ product: '番茄', quantity: 2 }],
            batchId,
          })),
        );
      }
      if (what === 'edit' && who) {
        await tx.update('members', who, n % 3 ? { note: `${n}` } : { note: undefined });
      }
      if (what === 'pay' && which) {
        const status = STATUSES[n % STATUSES.length] ?? 'paid';
        await tx.update('orders', which, { status, refundFen: n % 4 });
      }
      if (what === 'tag' && who) {
        const tagId = v7();
        await tx.create('tags', { id: tagId, name: `${n}` });
        const id = `${who}.${tagId}`;
        await tx.create('tagAssignments', { id, memberId: who, tagId, at: n });
      }
      if (what === 'bulkEdit') {
        const updates = members.map((id) => ({ id, patch: { region: `${n}` } }));
        await tx.bulkUpdate('members', updates);
        // More row changes than an op carries in its header.
        for (let i = 0; i < 220; i += 1) await tx.create('tags', { id: v7(), name: `${n}-${i}` });
      }
      if (what === 'remove' && which) await tx.remove('orders', which);
    }),
    {},
  );
}

async function everything(db: ConsoleDb) {
  const state: Record<string, unknown> = {};
  for (const entity of entityNames) state[entity] = await allRows(db, entity);
  const rows = (await db.table('counters').toArray()) as { name: string; n: number }[];
  state.counters = rows.filter(({ n }) => n !== 0);
  state.ops = (await db.table('outbox').toArray()).map((op: { id: string }) => op.id);
  return state;
}

async function copyOf(db: ConsoleDb): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  await writeSnapshot(db, 'manual', {
    begin: async () => undefined,
    write: async (chunk) => {
      chunks.push(await gzip(chunk));
    },
  });
  return chunks;
}

describe('recovery', () => {
  it('gives back the live state, wherever journal and backup were cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 14 }),
        fc.boolean(),
        async (steps, isPumpedAtEnd) => {
          const console = await live();
          let backup: Uint8Array[] | undefined;
          let known = { seq: 0, state: await everything(console.db) };
          const note = async () => {
            known = {
              seq: (await readProgress(console.db)).lastSeq,
              state: await everything(console.db),
            };
          };
          for (const one of [...steps, { do: isPumpedAtEnd ? 'pump' : 'rest', n: 0 }]) {
            if (one.do === 'pump') await console.pump.flush();
            else if (one.do === 'backup') backup = await copyOf(console.db);
            else if (one.do !== 'rest') await act(console, one);
            if (one.do === 'pump' || one.do === 'backup') await note();
          }
          const name = `recovered-${v7()}`;
          const left = [...(backup ?? [])];
          const plan = { mode: 'rebuild' as const, databaseId: console.databaseId };
          const result = await recover(
            backup ? { ...plan, backupVersion: 1 } : plan,
            {
              after: async (seq) => console.frames.filter((frame) => frame.seq > seq).slice(0, 3),
            },
            { next: async () => left.shift() ?? null },
            () => undefined,
            name,
          );
          const fresh = new ConsoleDb({ name });
          expect(result.missing).toBe(0);
          expect((await readProgress(fresh)).lastSeq).toBe(known.seq);
          expect(await everything(fresh)).toEqual(known.state);
          // What the copy holds and the journal did not goes there now, whole.
          const before = console.frames.length;
          const { sink } = memoryJournal(console.frames);
          const pump = new JournalPump(fresh, console.databaseId, sink);
          await pump.flush();
          for (const frame of console.frames.slice(before)) {
            const { hasPayload } = JSON.parse(frame.header) as { hasPayload: boolean };
            expect(frame.payload.length > 0).toBe(hasPayload);
          }
          fresh.close();
          console.db.close();
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
