import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import { describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { ImportService } from '@/workers/import/import-service';
import { readSheets } from '@/workers/import/reader/read-sheets';
import { committing } from './test-desk';

const quiet = () => undefined;

async function openDesk() {
  const { db, door } = await openTestDoor();
  const service = new ImportService(db, (bytes, name) => readSheets(bytes, name), committing(door));
  return { db, door, service };
}

type Desk = Awaited<ReturnType<typeof openDesk>>;

const file = (name: string, ...lines: string[]) => new File([lines.join('\n')], name);

async function importFile({ service }: Desk, kind: ImportKind, given: File, runId?: string) {
  const { mapping, campaign, assumedAt } = await service.open(given, kind, quiet);
  const choices = { mapping, campaign, assumedAt, policies: {}, fixes: [] };
  const summary = await service.plan({ ...choices, ...(runId ? { runId } : {}) }, quiet);
  return { ...summary.counts, ...(await service.commit('skip', quiet)) };
}

const WEATHER = file(
  '上海天气.csv',
  '日期,城市,天气,最低气温,最高气温',
  '2026-11-20,上海,小雨,8,12',
  '2026-11-21,上海,晴,6,15',
  '明天,上海,晴,6,15',
);

describe('a smaller import', () => {
  it('stores its rows as one batch, says so the second time, and goes again in one step', async () => {
    const desk = await openDesk();
    const first = await importFile(desk, 'weather', WEATHER);
    expect(first).toMatchObject({ create: 2, rejected: 1, total: 3, written: { records: 2 } });
    expect(await allRows(desk.db, 'weatherDays')).toMatchObject([
      { id: '2026-11-20.上海', condition: '小雨', lowC: 8, highC: 12 },
      { id: '2026-11-21.上海', condition: '晴' },
    ]);
    expect(await importFile(desk, 'weather', WEATHER)).toMatchObject({ unchanged: 2, rejected: 1 });
    await desk.door.undoBatch(first.batchId);
    expect(await allRows(desk.db, 'weatherDays')).toEqual([]);
    expect(await allRows(desk.db, 'importBatches')).toMatchObject([{ kind: 'weather' }]);
  });

  it('of interactions keeps what people said as comments, read, and takes both back', async () => {
    const desk = await openDesk();
    await desk.door.run(
      commandOf(['members'], (tx) =>
        tx.create('members', { id: tx.newId(), name: '王琳', phone: '+8613800138000' }),
      ),
      {},
    );
    const given = file(
      '互动.csv',
      '手机号,姓名,互动类型,时间,内容',
      '13800138000,王琳,投诉,2026-11-20 10:00,苹果坏了好几个，要求退款',
      '13800138000,王琳,打卡,2026-11-21 10:00,',
      '13800138000,王琳,晒单,2026-11-21 11:00,草莓很甜，孩子很喜欢',
    );
    const { batchId } = await importFile(desk, 'interactions', given);
    const interactions = await allRows(desk.db, 'interactions');
    expect(interactions).toHaveLength(3);
    const comments = await allRows(desk.db, 'comments');
    expect(comments).toMatchObject([
      { feeling: 'bad', intensity: 2, origin: 'interaction', batchId },
      { feeling: 'good', origin: 'interaction', batchId },
    ]);
    expect(interactions.map(({ id }) => id)).toContain(comments[0]?.interactionId);
    expect(comments[0]?.memberId).toBe(interactions[0]?.memberId);
    await desk.door.undoBatch(batchId);
    expect(await allRows(desk.db, 'comments')).toEqual([]);
    expect(await allRows(desk.db, 'interactions')).toEqual([]);
  });

  it('of a content plan lays pieces into the calendar, refuses rows without a place, and goes again', async () => {
    const desk = await openDesk();
    await desk.door.run(
      commandOf(['groups', 'contentItems'], async (tx) => {
        await tx.create('groups', { id: 'east', name: '城东1群', openedAt: 1 });
        const there = { date: '2026-11-24', slot: 'noon' as const, title: '到货提醒', position: 1 };
        await tx.create('contentItems', { ...there, id: 'there' });
      }),
      {},
    );
    const rows = [
      '日期,时段,时间,标题,栏目,形式,状态,负责人,社群,正文',
      '2026-11-24,午间,12:15,产地直播,产地溯源,直播,待发,林晓燕,城东 1 群、城南群,十二点开播',
      '2026/11/24,,20:30,会员之夜,,接龙,草稿,,,',
      '2026-11-24,午间,,到货提醒,,,待审,,,改成下午到',
      '2026-11-25,,,没有时段,,,,,,',
      '2026-11-25,早间,,,,,,,,没有标题',
      '下周三,早间,,没有日期,,,,,,',
    ];
    const given = file('十一月排期.csv', ...rows);
    const done = await importFile(desk, 'content', given);
    expect(done).toMatchObject({ create: 2, update: 1, rejected: 3, total: 6 });
    const items = await allRows(desk.db, 'contentItems');
    const titled = (title: string) => items.find((item) => item.title === title);
    expect(titled('产地直播')).toMatchObject({
      date: '2026-11-24',
      slot: 'noon',
      time: '12:15',
      columnId: 'column-origin',
      form: 'live',
      status: 'ready',
      owner: '林晓燕',
      groupIds: ['east'],
      position: 2,
    });
    expect(titled('会员之夜')).toMatchObject({ slot: 'night', form: 'relay', groupIds: [] });
    expect(titled('到货提醒')).toMatchObject({ id: 'there', text: '改成下午到', status: 'review' });
    expect(await importFile(desk, 'content', given)).toMatchObject({ unchanged: 3, rejected: 3 });
    await desk.door.undoBatch(done.batchId);
    expect((await allRows(desk.db, 'contentItems')).map(({ id, text }) => [id, text])).toEqual([
      ['there', undefined],
    ]);
  });

  it('of funnel counts fills the steps of the run that it was imported for', async () => {
    const desk = await openDesk();
    const definition = {
      title: { zh: '步', en: 'Step' },
      action: { zh: '', en: '' },
      ownerRole: 'leader' as const,
      due: { on: { kind: 'afterStart' as const, days: 0 } },
      rigour: 'standard' as const,
      tool: 'none' as const,
      checklist: [],
      scripts: [],
      metric: {
        name: { zh: '人', en: 'People' },
        unit: 'people' as const,
        direction: 'higher' as const,
      },
      optional: false,
    };
    await desk.door.run(
      commandOf(['sopSteps'], async (tx) => {
        for (const position of [1, 2, 3]) {
          const id = `run-1.${position}`;
          const step = {
            id,
            runId: 'run-1',
            position,
            definition,
            state: 'todo' as const,
            dueAt: 0,
          };
          await tx.create('sopSteps', step);
        }
      }),
      {},
    );
    const counts = file('漏斗.csv', '日期,步骤1,步骤2', '2026-11-20,900,300', '2026-11-21,100,60');
    const { batchId } = await importFile(desk, 'funnel', counts, 'run-1');
    const metrics = async () =>
      (await allRows(desk.db, 'sopSteps')).map(({ metricCount, metricSource }) => [
        metricCount,
        metricSource,
      ]);
    expect(await metrics()).toEqual([
      [1000, 'imported'],
      [360, 'imported'],
      [undefined, undefined],
    ]);
    await desk.door.undoBatch(batchId);
    expect(await metrics()).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('of funnel events counts people in order', async () => {
    const desk = await openDesk();
    const events = file(
      'events.csv',
      '用户ID,步骤,时间',
      'u1,2,2026-11-20 08:00:00',
      'u1,3,2026-11-20 08:01:00',
      'u2,3,2026-11-20 08:01:00',
    );
    const done = await importFile(desk, 'funnel', events, 'run-1');
    expect(done).toMatchObject({ create: 3, total: 3 });
    expect(await allRows(desk.db, 'funnelEvents')).toHaveLength(3);
    expect(await importFile(desk, 'funnel', events, 'run-1')).toMatchObject({ unchanged: 3 });
  });
});
