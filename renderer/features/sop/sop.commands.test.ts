import type { StepDefinition } from '@shared/domain/sop/sop.schema';
import { ExpectedError } from '@shared/lib/errors';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { startRun } from '@/features/flow-runs/index';
import { runExit } from './exit.commands';
import * as runs from './run.commands';
import * as sop from './sop.commands';
import { assignStep, editScript, setTargets } from './step-edit.commands';

let desk: Awaited<ReturnType<typeof openTestDoor>>;
let runId: string;

const { completeStep, answerItem, skipStep, reopenStep, endRun } = sop;

beforeEach(async () => {
  desk = await openTestDoor();
  const input = { title: '三月第一轮', templateKey: 'traffic-7-steps' };
  ({ runId } = await desk.door.run(startRun, input));
});

const steps = async () =>
  (await allRows(desk.db, 'sopSteps')).sort((a, b) => a.position - b.position);
const run = async () => (await allRows(desk.db, 'sopRuns'))[0];
const complete = (position: number, count?: number) =>
  desk.door.run(completeStep, {
    runId,
    position,
    ...(count === undefined ? {} : { reading: { count, source: 'typed' as const } }),
  });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error) => (error instanceof ExpectedError ? error.code : Promise.reject(error)),
  );

describe('a run', () => {
  it('takes seven numbers and is finished, without a tick', async () => {
    for (let position = 1; position <= 7; position += 1) await complete(position, 100 - position);
    expect((await steps()).map((step) => [step.state, step.metricCount])).toEqual(
      [99, 98, 97, 96, 95, 94, 93].map((count) => ['done', count]),
    );
    expect(await run()).toMatchObject({ status: 'finished' });
  });

  it('keeps a count of zero and refuses none at all', async () => {
    expect(await codeOf(complete(1))).toBe('sop-metric-missing');
    await complete(1, 0);
    expect((await steps())[0]).toMatchObject({ state: 'done', metricCount: 0 });
  });

  it('records what was overridden', async () => {
    await desk.door.run(answerItem, {
      runId,
      position: 1,
      key: 'who',
      answer: { result: 'tick' },
    });
    const { overriddenCount } = await complete(1, 5);
    const [first] = await steps();
    expect(overriddenCount).toBe(first?.overriddenKeys.length);
    expect(first?.overriddenKeys).not.toContain('who');
    expect(first?.definition.checklist.map((item) => item.key)).toEqual(
      expect.arrayContaining(first?.overriddenKeys ?? []),
    );
  });

  it('goes back by undo, one move at a time', async () => {
    await complete(1, 10);
    await desk.door.run(skipStep, { runId, position: 2, reason: '不做广告位' });
    await desk.door.undo();
    expect((await steps()).map((step) => step.state).slice(0, 3)).toEqual([
      'done',
      'doing',
      'todo',
    ]);
    await desk.door.undo();
    const [first] = await steps();
    expect(first).toMatchObject({ state: 'doing' });
    expect(first?.metricCount).toBeUndefined();
    expect(first?.doneAt).toBeUndefined();
  });

  it('clears the reason when a skipped step is opened again', async () => {
    await desk.door.run(skipStep, { runId, position: 1, reason: '没有 App' });
    await desk.door.run(reopenStep, { runId, position: 1 });
    const [first] = await steps();
    expect(first).toMatchObject({ state: 'doing' });
    expect(first?.skipReason).toBeUndefined();
  });

  it('takes nothing more once it was ended early', async () => {
    await desk.door.run(endRun, { runId, reason: '' });
    expect(await codeOf(complete(1, 5))).toBe('sop-run-ended');
  });
});

const story = async () =>
  (await allRows(desk.db, 'runEvents'))
    .filter((event) => event.runId === runId)
    .map(({ kind, position, by }) => ({ kind, position, by }));
const text = (zh: string) => ({ zh, en: zh });

const strict: StepDefinition = {
  title: text('出发前检查'),
  action: text('逐项看'),
  ownerRole: 'operator',
  due: { on: { kind: 'afterStart', days: 0 }, isWorkingDays: false },
  rigour: 'critical',
  tool: 'none',
  checklist: [
    { key: 'cold', label: text('冷链'), kind: 'passFail' },
    { key: 'temp', label: text('车温'), kind: 'value' },
  ],
  scripts: [{ key: 'hello', label: text('问候'), text: text('您好') }],
  metric: { name: text('车数'), unit: 'count', direction: 'higher' },
  optional: false,
};

async function startStrict(more: Record<string, unknown> = {}): Promise<string> {
  const templateId = await desk.door.run(
    commandOf(['sopTemplates'], async (tx) => {
      const id = tx.newId();
      await tx.create('sopTemplates', {
        id,
        key: 'cold-chain',
        version: 2,
        name: text('冷链'),
        purpose: text('不坏'),
        steps: [strict, { ...strict, due: { on: { kind: 'afterStep', step: 1, days: 2 } } }],
        ...more,
      });
      return id;
    }),
    {},
  );
  ({ runId } = await desk.door.run(startRun, { title: '冷链一轮', templateId }));
  return runId;
}

const stepsOf = async (id: string) =>
  (await steps()).filter((step) => step.runId === id).sort((a, b) => a.position - b.position);

describe('the story', () => {
  it('has a line for everything that was done, by whoever works at this laptop', async () => {
    desk.door.actor = '林团长';
    await desk.door.run(answerItem, {
      runId,
      position: 1,
      key: 'who',
      answer: { result: 'tick' },
    });
    await complete(1, 10);
    await desk.door.run(skipStep, { runId, position: 2, reason: '不做' });
    await desk.door.run(reopenStep, { runId, position: 2 });
    await desk.door.run(runs.renameRun, { runId, title: '四月' });
    await desk.door.run(runs.assignRun, { runId, ownerName: '小周' });
    await desk.door.run(runs.setStartDay, { runId, startDay: '2026-04-01' });
    await desk.door.run(runs.fillVariables, { runId, values: { 群名: '早市群' } });
    await desk.door.run(setTargets, { runId, position: 3, targetRate: 0.5 });
    await desk.door.run(assignStep, { runId, position: 3, ownerName: '小周' });
    await desk.door.run(endRun, { runId, reason: '店休' });
    const lines = await story();
    expect(lines.map(({ kind }) => kind)).toEqual([
      'started',
      'itemAnswered',
      'stepDone',
      'stepOverridden',
      'stepSkipped',
      'stepReopened',
      'renamed',
      'ownerChanged',
      'startDayChanged',
      'variablesFilled',
      'targetChanged',
      'ownerChanged',
      'ended',
    ]);
    expect(lines.slice(1).every(({ by }) => by === '林团长')).toBe(true);
    expect(await run()).toMatchObject({ endReason: '店休', ownerName: '小周' });
  });

  it('goes with the move that an undo takes back', async () => {
    const before = [await steps(), await run(), await story()];
    await complete(1, 10);
    await desk.door.undo();
    expect([await steps(), await run(), await story()]).toEqual(before);
  });
});

describe('a critical step', () => {
  it('is done only once everything is answered and nothing failed', async () => {
    await startStrict();
    const answer = (
      key: string,
      given: NonNullable<Parameters<typeof sop.answerItem.run>[1]['answer']>,
    ) => desk.door.run(answerItem, { runId, position: 1, key, answer: given });
    expect(await codeOf(complete(1, 3))).toBe('sop-checklist-open');
    await answer('temp', { result: 'value', value: '3 ℃' });
    expect(await codeOf(answer('cold', { result: 'fail', note: ' ' }))).toBe('sop-fail-needs-note');
    await answer('cold', { result: 'fail', note: '2 号车没打冷' });
    expect(await codeOf(complete(1, 3))).toBe('sop-checklist-open');
    await answer('cold', { result: 'pass' });
    await complete(1, 3);
    const [first, second] = await stepsOf(runId);
    expect(first).toMatchObject({ state: 'done', answers: { temp: { value: '3 ℃' } } });
    expect(second).toMatchObject({ state: 'doing' });
    expect(second?.dueWaitsFor).toBeUndefined();
  });
});

describe('the run’s own copy', () => {
  it('keeps a changed script and target to itself', async () => {
    await startStrict();
    await desk.door.run(editScript, {
      runId,
      position: 1,
      scriptKey: 'hello',
      language: 'zh',
      text: '早上好',
    });
    await desk.door.run(setTargets, { runId, position: 1, targetValue: 8, redLineValue: 5 });
    await desk.door.run(setTargets, { runId, position: 1, redLineValue: null });
    const [first] = await stepsOf(runId);
    expect(first?.definition.scripts[0]?.text.zh).toBe('早上好');
    expect(first?.definition.metric).toMatchObject({ targetValue: 8 });
    expect(first?.definition.metric.redLineValue).toBeUndefined();
    const [template] = await allRows(desk.db, 'sopTemplates');
    expect(template?.steps[0]?.scripts[0]?.text.zh).toBe('您好');
  });
});

describe('the end of a run', () => {
  const people = ['a', 'b', 'c'];
  const addPeople = () =>
    desk.door.run(
      commandOf(['members', 'segmentSnapshots', 'sopRuns', 'memberships'], async (tx) => {
        for (const id of people) await tx.create('members', { id, name: `成员${id}` });
        await tx.create('segmentSnapshots', {
          id: 'snap',
          name: '目标',
          at: tx.now,
          count: 4,
          members: ' a b c gone',
        });
        await tx.update('sopRuns', runId, { targetSnapshotId: 'snap' });
        const placed = { id: 'a.g', memberId: 'a', groupId: 'g', joinedAt: tx.now, runId };
        await tx.create('memberships', placed);
      }),
      {},
    );
  const exitActions = [
    { kind: 'tag', when: 'ended', whom: 'notPlaced', tagName: '待邀请' },
    { kind: 'snapshot', when: 'either', whom: 'placed', name: '进了群' },
    { kind: 'startFlow', when: 'ended', templateKey: 'traffic-7-steps' },
    { kind: 'tag', when: 'finished', whom: 'placed', tagName: '不该有' },
  ];

  it('tags, keeps and starts what the flow says, in one change', async () => {
    await startStrict({ exitActions });
    await addPeople();
    expect(await codeOf(desk.door.run(runExit, { runId }))).toBe('sop-exit-nothing');
    await desk.door.run(endRun, { runId, reason: '收工' });
    const before = await allRows(desk.db, 'sopRuns');
    const outcome = await desk.door.run(runExit, { runId, newTitle: '再来一轮' });
    expect(outcome).toMatchObject({ done: 3, leftOut: 0 });
    const assignments = await allRows(desk.db, 'tagAssignments');
    expect(assignments.map(({ memberId, source }) => [memberId, source])).toEqual([
      ['b', 'flow'],
      ['c', 'flow'],
    ]);
    expect((await allRows(desk.db, 'tags')).map(({ name }) => name)).toEqual(['待邀请']);
    const kept = (await allRows(desk.db, 'segmentSnapshots')).find(({ id }) => id !== 'snap');
    expect(kept).toMatchObject({ count: 1, members: ' a' });
    const started = (await allRows(desk.db, 'sopRuns')).find(({ title }) => title === '再来一轮');
    expect(started).toMatchObject({ id: outcome.startedRunId, status: 'running' });
    expect(await codeOf(desk.door.run(runExit, { runId }))).toBe('sop-exit-nothing');
    await desk.door.undo();
    expect(await allRows(desk.db, 'sopRuns')).toEqual(before);
    expect(await allRows(desk.db, 'tagAssignments')).toEqual([]);
  });

  it('leaves out what speaks of people that the run never fixed', async () => {
    const meant = [{ kind: 'tag', when: 'either', whom: 'target', tagName: '老客' }];
    await startStrict({ exitActions: meant });
    await desk.door.run(endRun, { runId, reason: '' });
    expect(await desk.door.run(runExit, { runId })).toMatchObject({ done: 0, leftOut: 1 });
  });
});
