import { describe, expect, it } from 'vitest';
import {
  at,
  DAY,
  definition,
  type Event,
  openDesk,
  question,
  RUN,
  three,
} from './funnel-desk.testing';
import { FunnelService } from './funnel-service';

const codesOf = (remarks: { code: string; count: number }[]) =>
  Object.fromEntries(remarks.map(({ code, count }) => [code, count]));

describe('a funnel of events', () => {
  it('counts people in order within their windows, and says who is odd', async () => {
    const { desk, add } = await openDesk(three);
    await add(
      { subject: 'a', step: 1, at: at(1) },
      { subject: 'a', step: 2, at: at(2) },
      { subject: 'a', step: 3, at: at(3) },
      { subject: 'b', step: 1, at: at(1) },
      { subject: 'b', step: 2, at: at(8) },
      { subject: 'c', step: 2, at: at(1) },
      { subject: 'c', step: 1, at: at(2) },
      { subject: 'd', step: 3, at: at(1) },
      { subject: 'e', step: 1, at: at(-1) },
      { subject: 'f', step: 1, at: at(20) },
      { subject: 'f', step: 9, at: at(1) },
    );
    const answer = await desk.funnel(question({ windowMs: { 2: 2 * DAY } }));
    expect(answer.steps.map(({ bar }) => bar.count)).toEqual([5, 1, 1]);
    expect(answer.steps.map(({ source }) => source)).toEqual(['events', 'events', 'events']);
    expect(answer.times).toEqual([
      { position: 2, from: 1, n: 1, medianMs: DAY, p90Ms: DAY },
      { position: 3, from: 2, n: 1, medianMs: DAY, p90Ms: DAY },
    ]);
    expect(answer).toMatchObject({ people: 6, events: 11 });
    expect(codesOf(answer.remarks)).toEqual({
      outsideWindow: 1,
      outOfOrder: 1,
      stepMissing: 1,
      beforeRun: 1,
      inFuture: 1,
      unknownStep: 1,
      noTargets: 1,
    });
    const about = (code: string) => answer.remarks.find((remark) => remark.code === code);
    expect(about('outsideWindow')).toMatchObject({ position: 2, examples: ['b'] });
    expect(about('stepMissing')).toMatchObject({ position: 1, examples: ['d'] });
    expect(answer.remarks.find(({ code }) => code === 'outOfOrder')?.examples).toEqual(['c']);
  });

  it('compares with an optional step until somebody goes past it', async () => {
    const { desk, add } = await openDesk([
      definition(1),
      definition(2, { optional: true }),
      definition(3),
    ]);
    await add(
      { subject: 'a', step: 1, at: at(1) },
      { subject: 'a', step: 2, at: at(2) },
      { subject: 'a', step: 3, at: at(3) },
      { subject: 'b', step: 1, at: at(1) },
      { subject: 'b', step: 2, at: at(2) },
    );
    const last = async () => (await desk.funnel(question())).steps[2]?.bar;
    expect(await last()).toMatchObject({ previousPosition: 2, base: 2, count: 1 });
    await add({ subject: 'c', step: 1, at: at(1) }, { subject: 'c', step: 3, at: at(2) });
    expect(await last()).toMatchObject({ previousPosition: 1, base: 3, count: 2 });
  });

  it('counts a day once that was both typed and imported, as the step itself does', async () => {
    const { desk, write } = await openDesk(three);
    const row = { runId: RUN, day: '2026-11-17', step: 1 };
    await write('funnelCounts' as never, [
      { ...row, count: 40 },
      { ...row, count: 45, batchId: 'batch-1' },
      { ...row, day: '2026-11-18', count: 5 },
    ]);
    const [first] = (await desk.funnel(question())).steps;
    expect(first?.bar.count).toBe(50);
  });

  it('takes the window of the step itself, where the question names none', async () => {
    const { desk, add } = await openDesk([definition(1), definition(2, { windowMs: DAY })]);
    await add(
      { subject: 'a', step: 1, at: at(1) },
      { subject: 'a', step: 2, at: at(1.5) },
      { subject: 'b', step: 1, at: at(1) },
      { subject: 'b', step: 2, at: at(4) },
    );
    const counts = async (windowMs?: Record<number, number | null>) =>
      (await desk.funnel(question(windowMs ? { windowMs } : {}))).steps.map(({ bar }) => bar.count);
    expect(await counts()).toEqual([2, 1]);
    expect(await counts({ 2: null })).toEqual([2, 2]);
  });

  it('follows every event and its undo, and equals a fresh reading', async () => {
    const { db, door, desk, add } = await openDesk(three);
    await add({ subject: 'a', step: 1, at: at(1) }, { subject: 'b', step: 2, at: at(2) });
    const counts = async (who = desk) =>
      (await who.funnel(question())).steps.map(({ bar }) => bar.count);
    expect(await counts()).toEqual([1, 0, undefined]);
    const added: Event[] = [
      { subject: 'b', step: 1, at: at(1) },
      { subject: 'a', step: 3, at: at(5) },
      { subject: 'new', step: 1, at: at(5) },
      { subject: 'a', step: 2, at: at(3) },
      { subject: 'b', step: 3, at: at(1) },
    ];
    for (const event of added) {
      await add(event);
      const fresh = new FunnelService(async () => db);
      expect(await counts()).toEqual(await counts(fresh));
    }
    expect(await counts()).toEqual([3, 2, 1]);
    await door.undo();
    await door.undo();
    const fresh = new FunnelService(async () => db);
    expect(await counts()).toEqual(await counts(fresh));
    expect(await counts()).toEqual([3, 1, 0]);
    await door.redo();
    expect(await counts()).toEqual([3, 2, 1]);
  });

  it('says of a member who stands in the records under two ids', async () => {
    const { desk, add, write } = await openDesk(three);
    await write('members' as never, [
      { id: 'm1', name: '王一', phone: '+8613800138000', wechatId: 'wx-one' },
      { id: 'm2', name: '李二', phone: '+8613800138001', wechatId: 'wx-two' },
    ]);
    await add(
      { subject: '13800138000', step: 1, at: at(1) },
      { subject: 'wx-one', step: 2, at: at(2) },
      { subject: '13800138001', step: 1, at: at(1) },
    );
    const answer = await desk.funnel(question());
    const split = answer.remarks.find(({ code }) => code === 'splitMembers');
    expect(split).toMatchObject({ count: 1, examples: ['m1'] });
  });

  it('takes subjects of one member for one person, and says so', async () => {
    const { desk, add } = await openDesk(three);
    await add(
      { subject: 'phone', step: 1, at: at(1), memberId: 'm1' },
      { subject: 'openid', step: 2, at: at(2), memberId: 'm1' },
      { subject: 'late', step: 1, at: at(1) },
      { subject: 'late2', step: 1, at: at(1), memberId: 'm2' },
      { subject: 'late', step: 2, at: at(2), memberId: 'm2' },
      { subject: 'torn', step: 1, at: at(1), memberId: 'm3' },
      { subject: 'torn', step: 2, at: at(1), memberId: 'm4' },
    );
    const answer = await desk.funnel(question());
    expect(answer.steps.map(({ bar }) => bar.count)).toEqual([3, 3, undefined]);
    const remarks = codesOf(answer.remarks);
    expect(remarks).toMatchObject({ severalSubjects: 2, severalMembers: 1 });
  });
});

describe('a funnel of several sources', () => {
  const seven = [
    definition(1),
    definition(2),
    definition(3),
    definition(4, { tool: 'audit' }),
    definition(5, { tool: 'placement' }),
  ];

  it('lets sums stand between people, and records at the end', async () => {
    const { desk, add, write } = await openDesk(seven, [
      {},
      { metricCount: 2, metricSource: 'typed' },
    ]);
    await write('members' as never, [
      { id: 'm1', name: '甲', identity: 'store', region: '城东' },
      { id: 'm2', name: '乙', phone: '+8613800138000', identity: 'consumer' },
    ]);
    await add(
      { subject: 'a', step: 1, at: at(1), memberId: 'm1' },
      { subject: 'a', step: 3, at: at(2) },
      { subject: '13800138000', step: 1, at: at(1) },
      { subject: '13800138000', step: 3, at: at(3) },
      { subject: 'x', step: 1, at: at(1) },
    );
    await write('audits' as never, [
      { id: `m1.${RUN}`, memberId: 'm1', runId: RUN, status: 'approved', at: at(4) },
      { id: `m2.${RUN}`, memberId: 'm2', runId: RUN, status: 'rejected', at: at(4) },
    ]);
    await write('memberships' as never, [
      { id: 'm1.g', memberId: 'm1', groupId: 'g', joinedAt: at(5), runId: RUN },
      { id: 'm2.g', memberId: 'm2', groupId: 'g', joinedAt: at(5), runId: RUN },
    ]);
    const answer = await desk.funnel(question());
    expect(answer.steps.map(({ source, bar }) => [source, bar.count])).toEqual([
      ['events', 3],
      ['typed', 2],
      ['events', 2],
      ['records', 1],
      ['records', 2],
    ]);
    expect(answer.times).toEqual([
      { position: 3, from: 1, n: 2, medianMs: 1.5 * DAY, p90Ms: 1.9 * DAY },
      { position: 4, from: 3, n: 1, medianMs: 2 * DAY, p90Ms: 2 * DAY },
      { position: 5, from: 4, n: 1, medianMs: DAY, p90Ms: DAY },
    ]);
    expect(codesOf(answer.remarks)).toMatchObject({
      moreThanBefore: 1,
      placedUnaudited: 1,
      unknownPeople: 1,
    });
    const optional = await desk.funnel(question({ optional: { 4: true } }));
    expect(optional.steps[4]?.bar).toMatchObject({ previousPosition: 3, base: 2, rate: 1 });
    const identity = await desk.breakdown(question(), 'identity', 'first');
    expect(identity.untold).toEqual([2]);
    expect(
      identity.groups.map(({ value, people, steps }) => [
        value,
        people,
        ...steps.map(({ bar }) => bar.count),
      ]),
    ).toEqual([
      ['store', 1, 1, undefined, 1, 1, 1],
      ['consumer', 1, 1, undefined, 1, 0, 1],
      [undefined, 1, 1, undefined, 0, 0, 0],
    ]);
    const stuck = { funnel: question(), position: 3, people: 'notNext' as const };
    expect(await desk.memberIds(stuck)).toEqual(['m2']);
  });

  it('takes nobody for a member whom the subject does not tell for certain', async () => {
    const { desk, add, write } = await openDesk(three);
    await write('members' as never, [
      { id: 'm1', name: '甲', wechatId: 'wx-shared', region: '城东' },
      { id: 'm2', name: '乙', wechatId: 'wx-shared', region: '城西' },
      { id: 'm3', name: '丙', backOfficeId: 'B-3', region: '城南' },
    ]);
    await add(
      { subject: 'wx-shared', step: 1, at: at(1) },
      { subject: 'B-3', step: 1, at: at(1) },
      { subject: 'm1', step: 1, at: at(1) },
    );
    const regions = async () =>
      (await desk.breakdown(question(), 'region', 'first')).groups.map(({ value, people }) => [
        value,
        people,
      ]);
    expect(await regions()).toEqual([
      ['城南', 1],
      ['城东', 1],
      [undefined, 1],
    ]);
    await add({ subject: 'B-4', step: 1, at: at(1) });
    await write('members' as never, [
      { id: 'm4', name: '丁', backOfficeId: 'B-4', region: '城南' },
    ]);
    expect((await regions())[0]).toEqual(['城南', 2]);
    await write('memberships' as never, [
      { id: 'm9.g', memberId: 'm9', groupId: 'g', joinedAt: at(5), runId: RUN },
    ]);
    const reached = { funnel: question(), position: 1, people: 'reached' as const };
    expect(await desk.memberIds(reached)).toEqual(['m1', 'm3', 'm4']);
  });

  it('adds runs up that were counted in several ways, people once', async () => {
    const { desk, add, addRun, write } = await openDesk(three, [
      { metricCount: 100, metricSource: 'typed' },
    ]);
    await addRun('run-2', { startedAt: at(1), templateVersion: 2 });
    await write('funnelCounts' as never, [
      { runId: RUN, day: '2026-11-17', step: 2, count: 40, channel: '抖音', batchId: 'b' },
      { runId: RUN, day: '2026-11-24', step: 2, count: 2 },
    ]);
    await add(
      { subject: 'a', step: 1, at: at(1) },
      { subject: 'b', step: 1, at: at(1), runId: 'run-2' },
      { subject: 'b', step: 2, at: at(2), runId: 'run-2' },
    );
    const both = question({ scope: { of: 'runs', runIds: [RUN, 'run-2'] } });
    const { steps, remarks } = await desk.funnel(both);
    expect(steps.map(({ bar }) => bar.count)).toEqual([101, 43, undefined]);
    expect(steps[0]?.parts).toEqual([
      { source: 'typed', count: 100, runs: 1 },
      { source: 'events', count: 1, runs: 1 },
    ]);
    expect(codesOf(remarks)).toMatchObject({ severalVersions: 2 });
    const one = await desk.funnel(question());
    expect(one.steps[0]).toMatchObject({
      source: 'typed',
      others: [{ source: 'events', count: 1 }],
    });
    expect(codesOf(one.remarks)).toMatchObject({ sourcesDiffer: 99 });
    expect(one.steps[1]).toMatchObject({ source: 'imported', bar: { count: 42 } });
    const channels = await desk.breakdown(question(), 'channel', 'first');
    expect(channels.groups.map(({ value, steps }) => [value, steps[1]?.bar.count])).toEqual([
      ['抖音', 40],
      [undefined, 2],
    ]);
    const asEvents = await desk.funnel(question({ source: { 1: 'events' } }));
    expect(asEvents.steps[0]?.bar.count).toBe(1);
    const runs = await desk.breakdown(both, 'run', 'first');
    expect(
      runs.groups.map(({ value, steps }) => [value, ...steps.map((s) => s.bar.count)]),
    ).toEqual([
      [RUN, 100, 42, undefined],
      ['run-2', 1, 1, undefined],
    ]);
    const week = await desk.funnel(
      question({
        scope: { of: 'period', templateKey: 'traffic', fromDay: '2026-11-16', toDay: '2026-11-22' },
      }),
    );
    expect(week.steps[1]?.bar.count).toBe(41);
    const weeks = await desk.breakdown(question(), 'week', 'first');
    expect(weeks.groups.map(({ value }) => value)).toEqual(['2026-11-16', '2026-11-23']);
    expect(weeks.untold).toEqual([1]);
  });
});
