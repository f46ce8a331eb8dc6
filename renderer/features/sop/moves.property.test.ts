import type { SopStep } from '@shared/domain/sop/sop.schema';
import { ExpectedError } from '@shared/lib/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowTable } from '@/db/tables';
import { allRows, openTestDoor } from '@/db/test-db';
import { startRun } from '@/features/flow-runs/index';
import * as runs from './run.commands';
import * as sop from './sop.commands';
import { assignStep, setTargets } from './step-edit.commands';

type Desk = Awaited<ReturnType<typeof openTestDoor>>;

async function newDesk(): Promise<{ desk: Desk; runId: string }> {
  const desk = await openTestDoor();
  const input = { title: '三月', templateKey: 'traffic-7-steps', startDay: '2026-03-02' };
  return { desk, runId: (await desk.door.run(startRun, input)).runId };
}

const stateOf = async ({ db }: Desk) => ({
  runs: await allRows(db, 'sopRuns'),
  steps: await allRows(db, 'sopSteps'),
  story: await allRows(db, 'runEvents'),
});

type Act = (desk: Desk, runId: string) => Promise<unknown>;
const position = fc.integer({ min: 1, max: 7 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(position, fc.nat(500)).map(
    ([at, count]): Act =>
      (desk, runId) =>
        desk.door.run(sop.completeStep, {
          runId,
          position: at,
          reading: { count, source: 'typed' },
        }),
  ),
  position.map(
    (at): Act =>
      (desk, runId) =>
        desk.door.run(sop.skipStep, { runId, position: at, reason: '不做' }),
  ),
  position.map(
    (at): Act =>
      (desk, runId) =>
        desk.door.run(sop.reopenStep, { runId, position: at }),
  ),
  fc.constantFrom('who', 'size').map(
    (key): Act =>
      (desk, runId) =>
        desk.door.run(sop.answerItem, { runId, position: 1, key, answer: { result: 'tick' } }),
  ),
  fc.constantFrom('2026-03-01', '2026-05-04').map(
    (startDay): Act =>
      (desk, runId) =>
        desk.door.run(runs.setStartDay, { runId, startDay }),
  ),
  position.map(
    (at): Act =>
      (desk, runId) =>
        desk.door.run(setTargets, { runId, position: at, targetRate: 0.5, redLineRate: null }),
  ),
  position.map(
    (at): Act =>
      (desk, runId) =>
        desk.door.run(assignStep, { runId, position: at, ownerName: '小周' }),
  ),
  fc.constant<Act>((desk, runId) => desk.door.run(sop.endRun, { runId, reason: '店休' })),
);

describe('whatever was done with a run', () => {
  it('every undo gives back the state before, story included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
        const { desk, runId } = await newDesk();
        const states = [await stateOf(desk)];
        for (const make of acts) {
          try {
            await make(desk, runId);
          } catch (error) {
            if (!(error instanceof ExpectedError)) throw error;
            continue;
          }
          states.push(await stateOf(desk));
        }
        for (const before of states.slice(0, -1).reverse()) {
          await desk.door.undo();
          expect(await stateOf(desk)).toEqual(before);
        }
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});

describe('a run from before there were due rules', () => {
  it('goes on as it was, and is counted anew when its first day moves', async () => {
    const { desk, runId } = await newDesk();
    const table = rowTable(desk.db, 'sopSteps');
    for (const step of (await table.toArray()) as SopStep[]) {
      const { due: _, ...old } = step.definition;
      await table.put({ ...step, definition: { ...old, dueDay: step.position } } as never);
    }
    await rowTable(desk.db, 'sopRuns').update(runId, { startDay: undefined, kind: undefined });
    const reading = { count: 9, source: 'typed' as const };
    await desk.door.run(sop.completeStep, { runId, position: 1, reading });
    await desk.door.run(runs.setStartDay, { runId, startDay: '2026-03-02' });
    const steps = (await allRows(desk.db, 'sopSteps')).sort((a, b) => a.position - b.position);
    expect(steps[0]).toMatchObject({ state: 'done', metricCount: 9 });
    // Two days after the second of March ends at 16:00 UTC on the fourth.
    expect(steps[1]?.dueAt).toBe(Date.UTC(2026, 2, 4, 16) - 1);
  });
});
