import { ExpectedError } from '@shared/lib/errors';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { saveDayCount } from './counts.commands';
import { seedRun } from './seed-run.testing';
import { addStepItem, editStepItem, removeStepItem } from './step-items.commands';

let desk: Awaited<ReturnType<typeof openTestDoor>>;
let runId: string;

beforeEach(async () => {
  desk = await openTestDoor();
  runId = await desk.door.run(commandOf(['sopRuns', 'sopSteps'], seedRun), {});
});

const at = (kind: 'placement' | 'lossReason', position: number) => ({
  runId,
  position,
  kind,
  language: 'zh' as const,
});
const items = async () =>
  (await allRows(desk.db, 'stepItems')).sort((a, b) => a.rank - b.rank).map((item) => item.label);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error) => (error instanceof ExpectedError ? error.code : Promise.reject(error)),
  );

describe('places', () => {
  it('are written down at the first edit, with their names apart from what is said of them', async () => {
    const patch = { state: 'live' as const, url: 'https://shop.example/p1', fromDay: '2026-03-01' };
    await desk.door.run(editStepItem, { ...at('placement', 2), key: 'home-popup', patch });
    expect(await items()).toEqual(['首页弹窗', '支付成功页卡片']);
    const stored = await allRows(desk.db, 'stepItems');
    expect(stored.find((item) => item.key === 'home-popup')).toMatchObject({
      ...patch,
      note: '每人每天最多一次',
    });
    await desk.door.undo();
    expect(await items()).toEqual([]);
  });

  it('refuse a name twice and an end before the beginning', async () => {
    const edit = (patch: object) =>
      desk.door.run(editStepItem, { ...at('placement', 2), key: 'paid-card', patch });
    expect(await codeOf(edit({ label: '首页弹窗' }))).toBe('step-item-name-taken');
    expect(await codeOf(edit({ fromDay: '2026-03-05', toDay: '2026-03-01' }))).toBe(
      'step-item-days-reversed',
    );
    const add = desk.door.run(addStepItem, { ...at('placement', 2), label: ' 首页弹窗 ' });
    expect(await codeOf(add)).toBe('step-item-name-taken');
  });

  it('stay while they have figures', async () => {
    const { key } = await desk.door.run(addStepItem, { ...at('placement', 2), label: '收银台' });
    const remove = () =>
      desk.door.run(removeStepItem, { ...at('placement', 2), key, label: '收银台' });
    const figure = { runId, position: 2, day: '2026-03-02', key, language: 'zh' as const };
    await desk.door.run(saveDayCount, { ...figure, count: 3 });
    expect(await codeOf(remove())).toBe('step-item-has-figures');
    await desk.door.run(saveDayCount, figure);
    await remove();
    expect(await items()).toEqual(['首页弹窗', '支付成功页卡片']);
  });
});

it('counts a reason for a loss and keeps the others that came with the step', async () => {
  const patch = { passedCount: 0, seenCount: 12 };
  await desk.door.run(editStepItem, { ...at('lossReason', 4), key: 'loss-trust', patch });
  const stored = await allRows(desk.db, 'stepItems');
  expect(stored.find((item) => item.key === 'loss-trust')).toMatchObject(patch);
  expect(stored.length).toBeGreaterThan(4);
  await desk.door.run(editStepItem, {
    ...at('lossReason', 4),
    key: 'loss-trust',
    patch: {},
    clear: ['seenCount'],
  });
  const after = await allRows(desk.db, 'stepItems');
  expect(after.find((item) => item.key === 'loss-trust')?.seenCount).toBeUndefined();
});
