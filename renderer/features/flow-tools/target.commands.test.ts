import { packIds, unpackIds } from '@shared/lib/pack-ids';
import { beforeEach, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { seedRun } from './seed-run.testing';
import { chooseTarget } from './target.commands';

let desk: Awaited<ReturnType<typeof openTestDoor>>;
let runId: string;
const IDS = ['a', 'b', 'c'].map((letter) => `0190a000-0000-7000-8000-00000000000${letter}`);

beforeEach(async () => {
  desk = await openTestDoor();
  runId = await desk.door.run(commandOf(['sopRuns', 'sopSteps'], seedRun), {});
});

const choose = (more: object = {}) =>
  desk.door.run(chooseTarget, {
    runId,
    target: { by: 'identity', value: 'store' },
    what: '实体门店',
    count: 3,
    members: packIds(IDS),
    ...more,
  });
const firstStep = async () =>
  (await allRows(desk.db, 'sopSteps')).find((step) => step.position === 1);

it('fixes the people, the number of step 1 and a line of the story at once', async () => {
  const { targetSnapshotId } = await choose({ reason: '只有这一批' });
  const [run] = await allRows(desk.db, 'sopRuns');
  expect(run).toMatchObject({ target: { by: 'identity', value: 'store' }, targetSnapshotId });
  const [snapshot] = await allRows(desk.db, 'segmentSnapshots');
  expect(snapshot).toMatchObject({ id: targetSnapshotId, count: 3 });
  expect(unpackIds(snapshot?.members ?? '')).toEqual(IDS);
  expect(await firstStep()).toMatchObject({ metricCount: 3, metricSource: 'records' });
  expect(await allRows(desk.db, 'runEvents')).toMatchObject([
    {
      kind: 'targetChosen',
      position: 1,
      detail: { what: '实体门店', count: 3, reason: '只有这一批' },
    },
  ]);
});

it('takes a snapshot as it stands, without another copy of its people', async () => {
  const { targetSnapshotId: value } = await choose();
  await choose({ target: { by: 'snapshot', value }, members: undefined });
  expect(await allRows(desk.db, 'segmentSnapshots')).toHaveLength(1);
  expect((await allRows(desk.db, 'sopRuns'))[0]).toMatchObject({ targetSnapshotId: value });
});

it('takes everything back in one undo', async () => {
  await choose();
  await desk.door.undo();
  expect(await allRows(desk.db, 'segmentSnapshots')).toEqual([]);
  expect(await allRows(desk.db, 'runEvents')).toEqual([]);
  expect((await firstStep())?.metricCount).toBeUndefined();
  expect((await allRows(desk.db, 'sopRuns'))[0]?.targetSnapshotId).toBeUndefined();
});
