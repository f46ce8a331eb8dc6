import { ChainScan, chainPlan } from '@shared/domain/funnel/chain.rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeColumn } from '@/db/paged/columns';
import { commandOf, openTestDoor } from '@/db/test-db';
import { EventStore } from './event-store';
import type { AskedStep } from './person-funnel';
import { TextTable } from './text-table';

type Event = { subject: string; step: number; at: number; runId?: string; memberId?: string };

const scope = {
  runIds: new Set(['r']),
  withoutRun: false,
  fromMs: 2,
  untilMs: 18,
  startedAt: new Map([['r', 4]]),
};

const event = fc.record(
  {
    subject: fc.constantFrom('a', 'b', 'c', 'd'),
    step: fc.integer({ min: 1, max: 5 }),
    at: fc.integer({ min: 0, max: 20 }),
    runId: fc.constantFrom('r', 'r', 'r', 'other'),
    memberId: fc.constantFrom('m1', 'm2'),
  },
  { requiredKeys: ['subject', 'step', 'at', 'runId'] },
);
const step = fc.record({
  isOptional: fc.boolean(),
  windowMs: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
});

async function openStore() {
  const { db, door } = await openTestDoor();
  const store = new EventStore(async () => db);
  door.onCommit((op, entities) => store.onCommit(op, entities));
  const add = (events: Event[]) =>
    door.run(
      commandOf(['funnelEvents'], async (tx) => {
        for (const one of events) await tx.create('funnelEvents', { ...one, id: tx.newId() });
      }),
      {},
    );
  return { db, door, store, add };
}

async function answerOf(store: EventStore, steps: readonly AskedStep[]) {
  const slots = await store.ready();
  const funnel = store.funnelFor(slots, scope, steps);
  const counts = steps.map((_, place) => {
    const index = funnel.plan.indexOf[place] ?? -1;
    return index < 0 ? undefined : [funnel.counts[index], ...funnel.timesOf(index)];
  });
  const { events, beforeRun, unknownSteps } = funnel.inScope;
  const odd = [1, 2, 4, 8].map((flag) => funnel.positionsOf(flag as 1));
  return {
    counts,
    odd,
    events,
    beforeRun,
    unknown: [...unknownSteps].sort(),
    people: funnel.people,
  };
}

/** The same by the plainest means; people are told apart by subject alone. */
function plainCounts(events: readonly Event[], steps: readonly AskedStep[]) {
  const mine = events.filter(
    ({ runId, at }) => runId === 'r' && at >= scope.fromMs && at < scope.untilMs,
  );
  const plan = chainPlan(
    steps.map((one, place) => ({ ...one, isTracked: mine.some((e) => e.step === place + 1) })),
  );
  const counts = steps.map((_, place): number | undefined =>
    (plan.indexOf[place] ?? -1) < 0 ? undefined : 0,
  );
  for (const subject of new Set(mine.map((one) => one.subject))) {
    const chain = new ChainScan(plan);
    const own = mine.filter((one) => one.subject === subject);
    for (const one of own.sort((a, b) => a.at - b.at || a.step - b.step)) {
      const index = plan.indexOf[one.step - 1] ?? -1;
      if (index >= 0) chain.see(index, one.at);
    }
    for (const [place, count] of counts.entries()) {
      if (count !== undefined && chain.hasReached(plan.indexOf[place] ?? -1))
        counts[place] = count + 1;
    }
  }
  return counts;
}

describe('events in memory', () => {
  it('answer after each operation what a fresh reading answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { maxLength: 8 }),
        fc.array(fc.array(event, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        fc.array(step, { minLength: 1, maxLength: 4 }),
        async (first, later, steps) => {
          const { db, door, store, add } = await openStore();
          const all = [...first];
          if (first.length > 0) await add(first);
          await answerOf(store, steps);
          for (const events of later) {
            await add(events);
            all.push(...events);
            const answer = await answerOf(store, steps);
            expect(answer).toEqual(await answerOf(new EventStore(async () => db), steps));
            if (all.every(({ memberId }) => memberId === undefined)) {
              expect(answer.counts.map((told) => told?.[0])).toEqual(plainCounts(all, steps));
            }
          }
          if (later.length === 0) return;
          await door.undo();
          const answer = await answerOf(store, steps);
          expect(answer).toEqual(await answerOf(new EventStore(async () => db), steps));
        },
      ),
      { numRuns: 25 },
    );
  }, 30_000);

  it('follow many events of one person without reading again', async () => {
    const { db, store, add } = await openStore();
    await add([{ subject: 'busy', step: 1, at: 3, runId: 'r' }]);
    const steps = [{ isOptional: false }, { isOptional: false, windowMs: 2 }];
    await answerOf(store, steps);
    for (let k = 0; k < 60; k += 1) {
      await add([{ subject: k % 3 ? 'busy' : `n${k}`, step: 1 + (k % 2), at: k % 20, runId: 'r' }]);
    }
    expect(store.loads).toBe(1);
    expect(await answerOf(store, steps)).toEqual(
      await answerOf(new EventStore(async () => db), steps),
    );
  }, 30_000);
});

describe('texts by number', () => {
  it('have the number of their first coming, whatever form their column takes', () => {
    const texts = fc.array(fc.option(fc.string({ maxLength: 4 }), { nil: undefined }), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(texts, fc.constantFrom('text', 'code', 'json'), (values, type) => {
        const table = new TextTable();
        const numbers = table.addColumn(encodeColumn(type as 'text', values), values.length);
        const first = new Map<string, number>();
        values.forEach((value, i) => {
          if (value === undefined) expect(numbers[i]).toBe(-1);
          else {
            expect(table.textOf(numbers[i] ?? -1)).toBe(value);
            expect(numbers[i]).toBe(first.get(value) ?? numbers[i]);
            first.set(value, numbers[i] ?? -1);
            expect(table.find(value)).toBe(numbers[i]);
          }
        });
        expect(table.size).toBe(first.size);
      }),
    );
  });

  it('stay apart for hundreds of thousands', () => {
    const table = new TextTable();
    for (let k = 0; k < 300_000; k += 1) table.add(`u${k}`);
    expect(table.size).toBe(300_000);
    expect(table.find('u299999')).toBe(299_999);
    expect(table.find('v1')).toBe(-1);
  });
});
