import { planRun } from '@shared/domain/sop/run-start.rules';
import { flowOf } from '@shared/domain/sop/template-file.rules';
import { ExpectedError } from '@shared/lib/errors';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { builtInTemplates, newestTemplates } from '@/features/flow-runs';
import {
  archiveFlow,
  createFlow,
  discardDraft,
  editDraft,
  importFlow,
  publishDraft,
  restoreFlow,
  startDraft,
} from './flow-templates.commands';
import { versionsOf } from './own-versions';

const KEY = 'traffic-7-steps';
const builtIn = builtInTemplates().find(({ key }) => key === KEY);
if (!builtIn) throw new Error('no built-in flow');

let desk: Awaited<ReturnType<typeof openTestDoor>>;
beforeEach(async () => {
  desk = await openTestDoor();
});

const rows = () => allRows(desk.db, 'sopTemplates');
const newest = async () => newestTemplates(await rows()).find(({ key }) => key === KEY);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error) => (error instanceof ExpectedError ? error.code : Promise.reject(error)),
  );
const draft = async () => (await desk.door.run(startDraft, { key: KEY })).draftId;
const rename = (draftId: string, zh: string) =>
  desk.door.run(editDraft, {
    draftId,
    edit: { kind: 'head', patch: { name: { zh, en: '' } } },
  });

describe('editing a flow', () => {
  it('makes one draft of the next version, and the published one stays', async () => {
    const draftId = await draft();
    expect(await draft()).toBe(draftId);
    await rename(draftId, '我的导流');
    expect(await rows()).toMatchObject([
      { id: draftId, version: 2, status: 'draft', basedOnId: builtIn.id, name: { zh: '我的导流' } },
    ]);
    expect(await newest()).toEqual(builtIn);
    await desk.door.undo();
    expect((await rows())[0]?.name).toEqual(builtIn.name);
  });

  it('publishes with a note, and starts the next draft from there', async () => {
    const draftId = await draft();
    await rename(draftId, '我的导流');
    const { version } = await desk.door.run(publishDraft, { draftId, changeNote: ' 改名 ' });
    expect(version).toBe(2);
    expect(await newest()).toMatchObject({ id: draftId, changeNote: '改名', version: 2 });
    expect(await codeOf(rename(draftId, '再改'))).toBe('flow-draft-gone');
    const next = await draft();
    expect((await rows()).find(({ id }) => id === next)).toMatchObject({
      version: 3,
      basedOnId: draftId,
      name: { zh: '我的导流' },
    });
    expect((await rows()).find(({ id }) => id === next)?.changeNote).toBeUndefined();
    await desk.door.run(discardDraft, { draftId: next });
    expect(await rows()).toHaveLength(1);
    await desk.door.undo();
    await desk.door.undo();
    await desk.door.undo();
    expect(await newest()).toEqual(builtIn);
  });

  it('publishes nothing that is faulty, and keeps the draft', async () => {
    const draftId = await draft();
    const step = { kind: 'step', at: 2, patch: { title: { zh: '', en: '' } } } as const;
    await desk.door.run(editDraft, { draftId, edit: step });
    expect(await codeOf(desk.door.run(publishDraft, { draftId }))).toBe('flow-faulty');
    expect(await rows()).toMatchObject([{ status: 'draft' }]);
  });

  it('comes out after a version that was published meanwhile', async () => {
    const draftId = await draft();
    const reviewed = { ...builtIn, id: 'reviewed', version: 3, basedOnId: builtIn.id };
    await desk.door.run(
      commandOf(['sopTemplates'], (tx) => tx.create('sopTemplates', reviewed)),
      {},
    );
    expect((await desk.door.run(publishDraft, { draftId })).version).toBe(4);
    expect(await newest()).toMatchObject({ id: draftId });
  });

  it('gives its place to a file that becomes the draft', async () => {
    const first = await draft();
    const flow = flowOf(builtIn);
    const { draftId = '' } = await desk.door.run(importFlow, { flow, as: 'nextVersion' });
    expect(await codeOf(rename(first, 'x'))).toBe('flow-draft-gone');
    expect((await desk.door.run(publishDraft, { draftId })).version).toBe(2);
    await desk.door.undo();
    await desk.door.undo();
    await rename(first, '还在');
  });

  it('leaves runs under way as they are', async () => {
    const plan = planRun(builtIn, {
      runId: 'run',
      title: '第一轮',
      now: Date.UTC(2026, 2, 2, 1),
      timeZone: 'Asia/Shanghai',
    });
    await desk.door.run(
      commandOf(['sopRuns', 'sopSteps'], async (tx) => {
        await tx.create('sopRuns', plan.run);
        for (const step of plan.steps) await tx.create('sopSteps', step);
      }),
      {},
    );
    const draftId = await draft();
    await desk.door.run(editDraft, { draftId, edit: { kind: 'removeStep', at: 1 } });
    await desk.door.run(publishDraft, { draftId });
    await desk.door.run(archiveFlow, { key: KEY });
    expect(await allRows(desk.db, 'sopRuns')).toEqual([plan.run]);
    const steps = await allRows(desk.db, 'sopSteps');
    expect(steps.sort((a, b) => a.position - b.position)).toEqual(plan.steps);
  });

  it('makes a flow of its own, with or without another one to start from', async () => {
    const name = { zh: '周会', en: '' };
    const empty = await desk.door.run(createFlow, { name });
    const copy = await desk.door.run(createFlow, { name, fromKey: KEY });
    expect(empty.key).not.toBe(copy.key);
    const stored = await rows();
    expect(stored.find(({ key }) => key === empty.key)?.steps).toHaveLength(1);
    expect(stored.find(({ key }) => key === copy.key)?.steps).toEqual(builtIn.steps);
    expect(await codeOf(desk.door.run(publishDraft, { draftId: empty.draftId }))).toBe(
      'flow-faulty',
    );
    expect((await desk.door.run(publishDraft, { draftId: copy.draftId })).version).toBe(1);
  });
});

describe('putting a flow away', () => {
  it('hides one that came with the console, and brings it back untouched', async () => {
    await desk.door.run(archiveFlow, { key: KEY });
    await desk.door.run(archiveFlow, { key: KEY });
    expect(await newest()).toBeUndefined();
    expect(versionsOf(KEY, await rows())).toEqual([builtIn]);
    await desk.door.run(restoreFlow, { key: KEY });
    expect(await rows()).toEqual([]);
    expect(await newest()).toEqual(builtIn);
  });

  it('puts away own versions with it, and brings back all of them', async () => {
    const draftId = await draft();
    await desk.door.run(publishDraft, { draftId });
    await desk.door.run(archiveFlow, { key: KEY });
    expect(await newest()).toBeUndefined();
    expect(versionsOf(KEY, await rows()).map(({ version }) => version)).toEqual([2, 1]);
    await desk.door.run(restoreFlow, { key: KEY });
    expect(await newest()).toMatchObject({ id: draftId, version: 2 });
    expect(await rows()).toHaveLength(1);
  });
});

describe('a flow out of a file', () => {
  const flow = { ...flowOf(builtIn), key: 'from-a-friend' };

  it('is an own flow at once when its key is new, also under its own key', async () => {
    const { key, draftId } = await desk.door.run(importFlow, { flow, as: 'own' });
    expect({ key, draftId }).toEqual({ key: 'from-a-friend', draftId: undefined });
    expect(await rows()).toMatchObject([{ key, version: 1, status: 'published' }]);
    const again = await desk.door.run(importFlow, { flow, as: 'own' });
    expect(again.key).not.toBe(key);
    expect(await rows()).toHaveLength(2);
  });

  it('waits as a draft while something is wrong with it', async () => {
    const [step] = flow.steps;
    if (!step) throw new Error('no step');
    const faulty = { ...flow, steps: [{ ...step, title: { zh: '', en: '' } }] };
    const { draftId } = await desk.door.run(importFlow, { flow: faulty, as: 'own' });
    expect(await rows()).toMatchObject([{ id: draftId, status: 'draft' }]);
  });

  it('becomes the next version’s draft of a flow with its key', async () => {
    const mine = { ...flowOf(builtIn), name: { zh: '李老板的导流', en: '' } };
    const { draftId } = await desk.door.run(importFlow, { flow: mine, as: 'nextVersion' });
    expect(await rows()).toMatchObject([
      { id: draftId, key: KEY, version: 2, status: 'draft', basedOnId: builtIn.id },
    ]);
    expect(await newest()).toEqual(builtIn);
  });
});
