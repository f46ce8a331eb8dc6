import type { Order } from '@shared/domain/orders/order.schema';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { type FactColumns, factsOf, idOfFact, loadFacts } from './fact-columns';
import { FactIndex } from './fact-index';
import * as refresh from './fact-refresh';

const SPEC = {
  entity: 'orders',
  time: 'orderedAt',
  numbers: ['amountFen', 'refundFen'],
  codes: ['status'],
} as const;
const PEOPLE = Array.from({ length: 40 }, () => v7());
const ROWS = 9000;
const START_MS = 1_700_000_000_000;

const order = (n: number, id = v7({ msecs: START_MS + n * 10 })): Order => ({
  id,
  externalNo: `NO${n}`,
  memberId: PEOPLE[n % PEOPLE.length] ?? '',
  orderedAt: START_MS + (n % 700) * 1000,
  amountFen: n % 9000,
  refundFen: n % 7 === 0 ? 10 : 0,
  status: n % 5 === 0 ? 'cancelled' : 'paid',
  lines: [],
});

const told = (facts: FactColumns) => ({
  rows: Array.from({ length: facts.n }, (_, row) => ({
    id: idOfFact(facts, row),
    memberId: facts.members.idOf(facts.memberOf[row] ?? 0),
    at: facts.at[row],
    amountFen: facts.numbers.amountFen?.[row],
    refundFen: facts.numbers.refundFen?.[row],
    status: facts.codes.status?.textOf(row),
  })),
  newestFirst: [...facts.newestFirst],
  ofPeople: PEOPLE.map((id) => Array.from(factsOf(facts, id), (row) => idOfFact(facts, row))),
});

type Desk = Pick<Awaited<ReturnType<typeof openTestDoor>>, 'db' | 'door'> & { index: FactIndex };

async function openDesk(): Promise<Desk> {
  const { db, door } = await openTestDoor();
  const index = new FactIndex(db, SPEC);
  door.onCommit((op, entities) => index.onCommit(op, entities));
  const members = PEOPLE.map((id, n) => ({ id, name: `客${n}`, source: 'manual' as const }));
  await door.run(
    commandOf(['members', 'orders'], async (tx) => {
      for (const member of members) await tx.create('members', { ...member, identity: 'store' });
      await tx.bulkCreate(
        'orders',
        Array.from({ length: ROWS }, (_, n) => order(n)),
      );
    }),
    {},
  );
  await index.ready();
  return { db, door, index };
}

const KINDS = ['early', 'late', 'amount', 'moment', 'person', 'remove', 'undo', 'redo'] as const;
const step = fc.record({ kind: fc.constantFrom(...KINDS), pick: fc.nat(1_000_000) });

async function take({ db, door }: Desk, { kind, pick }: { kind: string; pick: number }) {
  if (kind === 'undo') return void (await door.undo());
  if (kind === 'redo') return void (await door.redo());
  const rows = await allRows(db, 'orders');
  const row = rows[pick % rows.length] as Order | undefined;
  await door.run(
    commandOf(['orders'], async (tx) => {
      if (kind === 'early') await tx.create('orders', order(pick % ROWS));
      else if (kind === 'late') await tx.create('orders', order(ROWS + (pick % 1000)));
      else if (!row) return;
      else if (kind === 'amount') await tx.update('orders', row.id, { amountFen: pick });
      else if (kind === 'moment') await tx.update('orders', row.id, { orderedAt: START_MS + pick });
      else if (kind === 'person') {
        await tx.update('orders', row.id, { memberId: PEOPLE[pick % PEOPLE.length] ?? '' });
      } else await tx.remove('orders', row.id);
    }),
    {},
  );
}

it('holds what reading everything again would give, whatever small changes came', async () => {
  const desk = await openDesk();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const it of steps) await take(desk, it);
      expect(told(await desk.index.ready())).toEqual(told(await loadFacts(desk.db, SPEC)));
    }),
    { numRuns: 12 },
  );
}, 60_000);

it('reads only the pages that a change touched', async () => {
  const { db, door, index } = await openDesk();
  const before = await index.ready();
  expect(before.los.length).toBeGreaterThan(2);
  let stale: refresh.StaleFacts | undefined = { facts: before, ids: [] };
  door.onCommit((op) => {
    stale = stale && refresh.touchedBy(stale, op, 'orders');
  });
  await door.run(
    commandOf(['orders'], (tx) => tx.create('orders', order(ROWS + 5000))),
    {},
  );
  const after = stale && (await refresh.refreshFacts(db, SPEC, stale));
  expect(after?.n).toBe(before.n + 1);
  // Pages that were not read again keep the very id column that they had.
  const kept = after?.ids.filter((column) => before.ids.includes(column)) ?? [];
  expect(kept.length).toBe(before.los.length - 1);
});
