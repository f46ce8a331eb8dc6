import { ExpectedError } from '@shared/lib/errors';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { saveDayCount, takeDailySum } from './counts.commands';
import { seedRun } from './seed-run.testing';
import { editStepItem } from './step-items.commands';

let desk: Awaited<ReturnType<typeof openTestDoor>>;
let runId: string;
const DAY = '2026-03-02';

beforeEach(async () => {
  desk = await openTestDoor();
  runId = await desk.door.run(commandOf(['sopRuns', 'sopSteps'], seedRun), {});
});

const type = (key: string, count?: number, position = 2, day = DAY) =>
  desk.door.run(saveDayCount, {
    runId,
    position,
    day,
    key,
    language: 'zh',
    ...(count === undefined ? {} : { count }),
  });
const stepAt = async (position: number) =>
  (await allRows(desk.db, 'sopSteps')).find((step) => step.position === position);
const counts = () => allRows(desk.db, 'funnelCounts');
const patchStep = (patch: object) =>
  desk.door.run(
    commandOf(['sopSteps'], (tx) => tx.update('sopSteps', `${runId}.2`, patch)),
    {},
  );

describe('figures by day and place', () => {
  it('come to the number of the step, each place and day once', async () => {
    await type('home-popup', 100);
    await type('paid-card', 30);
    await type('home-popup', 120);
    await type('home-popup', 5, 2, '2026-03-03');
    expect(await stepAt(2)).toMatchObject({ metricCount: 155, metricSource: 'records' });
    expect((await counts()).map((row) => row.placement).sort()).toEqual([
      '支付成功页卡片',
      '首页弹窗',
      '首页弹窗',
    ]);
  });

  it('leave a number alone that the leader typed, until asked for', async () => {
    await patchStep({ metricCount: 99, metricSource: 'typed' });
    await type('paid-card', 30);
    expect(await stepAt(2)).toMatchObject({ metricCount: 99, metricSource: 'typed' });
    await desk.door.run(takeDailySum, { runId, position: 2 });
    expect(await stepAt(2)).toMatchObject({ metricCount: 30, metricSource: 'records' });
  });

  it('take the number away with the last figure', async () => {
    await type('paid-card', 30);
    await type('paid-card');
    expect(await counts()).toEqual([]);
    expect((await stepAt(2))?.metricCount).toBeUndefined();
  });

  it('count an imported figure instead of the typed one of that day and place', async () => {
    await type('paid-card', 30);
    await desk.door.run(
      commandOf(['funnelCounts'], (tx) =>
        tx.create('funnelCounts', {
          id: tx.newId(),
          runId,
          day: DAY,
          step: 2,
          count: 44,
          placement: '支付成功页卡片',
          channel: '小程序',
          batchId: 'b',
        }),
      ),
      {},
    );
    await type('home-popup', 10);
    expect(await stepAt(2)).toMatchObject({ metricCount: 54 });
  });

  it('tell visits of the guide page apart by the same places', async () => {
    await type('paid-card', 7, 3);
    await type('', 3, 3, '2026-03-03');
    expect(await counts()).toMatchObject([{ step: 3 }, { step: 3 }]);
    expect(await stepAt(3)).toMatchObject({ metricCount: 10, metricSource: 'records' });
    await desk.door.run(editStepItem, {
      runId,
      position: 2,
      kind: 'placement',
      language: 'zh',
      key: 'paid-card',
      patch: { label: '付款页' },
    });
    expect((await counts()).map((row) => row.placement)).toContain('付款页');
  });

  it('are refused for a step that was skipped or a run that ended', async () => {
    await patchStep({ state: 'skipped' });
    await expect(type('paid-card', 1)).rejects.toBeInstanceOf(ExpectedError);
    expect(await counts()).toEqual([]);
  });
});
