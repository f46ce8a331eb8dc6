import type { Row } from '@shared/domain/registry';
import type { StepDefinition } from '@shared/domain/sop/sop.schema';
import { describe, expect, it } from 'vitest';
import { commandOf, openTestDoor } from '@/db/test-db';
import { FunnelService } from './funnel-service';
import type { FunnelQuestion } from './funnel-types';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 16, 1);
const NOW = START + 10 * DAY;
const RUN = 'run-1';

const definition = (place: number, more: Partial<StepDefinition> = {}): StepDefinition => ({
  title: { zh: `第${place}步`, en: `Step ${place}` },
  action: { zh: '', en: '' },
  ownerRole: 'leader',
  due: { on: { kind: 'afterStart', days: 0 }, isWorkingDays: false },
  rigour: 'standard',
  tool: 'none',
  checklist: [],
  scripts: [],
  metric: { name: { zh: '', en: '' }, unit: 'people', direction: 'higher' },
  optional: false,
  ...more,
});

type Event = { subject: string; step: number; at: number } & Partial<Row<'funnelEvents'>>;

async function openDesk(definitions: StepDefinition[], stepPatch: object[] = []) {
  const { db, door } = await openTestDoor();
  const desk = new FunnelService(async () => db);
  door.onCommit((op, entities) => desk.onCommit(op, entities));
  const write = (entity: never, rows: object[]) =>
    door.run(
      commandOf([entity], async (tx) => {
        for (const row of rows) await tx.create(entity, { id: tx.newId(), ...row } as never);
      }),
      {},
    );
  const addRun = async (id: string, more: object = {}) => {
    await write('sopRuns' as never, [
      {
        id,
        title: id,
        templateKey: 'traffic',
        templateVersion: 1,
        status: 'running',
        startedAt: START,
        ...more,
      },
    ]);
    await write(
      'sopSteps' as never,
      definitions.map((one, i) => ({
        id: `${id}.${i + 1}`,
        runId: id,
        position: i + 1,
        definition: one,
        state: 'done',
        dueAt: START,
        tickedKeys: [],
        overriddenKeys: [],
        ...(id === RUN ? stepPatch[i] : {}),
      })),
    );
  };
  await addRun(RUN);
  const add = (...events: Event[]) =>
    write(
      'funnelEvents' as never,
      events.map((event) => ({ runId: RUN, ...event })),
    );
  return { db, door, desk, write, add, addRun };
}

const question = (more: Partial<FunnelQuestion> = {}): FunnelQuestion => ({
  scope: { of: 'runs', runIds: [RUN] },
  nowMs: NOW,
  ...more,
});

const three = [definition(1), definition(2), definition(3)];
const at = (days: number) => START + days * DAY;
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
    expect(answer.remarks.find(({ code }) => code === 'outOfOrder')?.examples).toEqual(['c']);
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
    await addRun('run-2', { startedAt: START + 1, templateVersion: 2 });
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

describe('people of a step', () => {
  it('are parted by their window, longest waiting first, a page at a time', async () => {
    const { desk, add } = await openDesk(three);
    await add(
      ...[1, 2, 3, 4, 5].map((k) => ({ subject: `p${k}`, step: 1, at: at(2 * k - 1) })),
      { subject: 'p1', step: 1, at: at(8) },
      { subject: 'p2', step: 2, at: at(4) },
    );
    const funnel = question({ windowMs: { 2: 4 * DAY } });
    const ask = (more: object = {}) =>
      desk.people({ funnel, position: 1, people: 'notNext', ...more });
    const all = await ask();
    expect(all).toMatchObject({ total: 4, members: 0, next: 2, onTheWay: 3, dropped: 1 });
    expect(all.rows.map(({ subject }) => subject)).toEqual(['p3', 'p4', 'p1', 'p5']);
    expect(all.rows[2]).toMatchObject({ since: at(8), until: at(12) });
    const first = await ask({ limit: 3 });
    expect(first.more).toBe(true);
    const rest = await ask({ limit: 3, after: first.rows[2]?.key });
    expect(rest.rows.map(({ subject }) => subject)).toEqual(['p5']);
    expect((await ask({ people: 'dropped' })).rows.map(({ subject }) => subject)).toEqual(['p3']);
    expect((await ask({ people: 'onTheWay' })).total).toBe(3);
    expect((await ask({ people: 'reached' })).total).toBe(5);
  });

  it('belong to one value each, that of their first or last event', async () => {
    const { desk, add } = await openDesk(three);
    await add(
      { subject: 'a', step: 1, at: at(1), channel: '抖音', variant: 'A' },
      { subject: 'a', step: 2, at: at(2), channel: '微信' },
      { subject: 'b', step: 1, at: at(1), channel: '微信' },
      { subject: 'c', step: 1, at: at(1) },
    );
    const groups = async (attribution: 'first' | 'last') => {
      const answer = await desk.breakdown(question(), 'channel', attribution);
      expect(answer.severalValues).toBe(1);
      return answer.groups.map(({ value, steps }) => [value, ...steps.map((s) => s.bar.count)]);
    };
    expect(await groups('first')).toEqual([
      ['抖音', 1, 1, undefined],
      ['微信', 1, 0, undefined],
      [undefined, 1, 0, undefined],
    ]);
    expect(await groups('last')).toEqual([
      ['微信', 2, 1, undefined],
      [undefined, 1, 0, undefined],
    ]);
    const within = { by: 'variant' as const, attribution: 'first' as const, value: 'A' };
    const people = await desk.people({
      funnel: question(),
      position: 1,
      people: 'reached',
      within,
    });
    expect(people.rows.map(({ subject }) => subject)).toEqual(['a']);
  });

  it('answers an empty question with nothing', async () => {
    const { desk } = await openDesk(three);
    const answer = await desk.funnel(question({ scope: { of: 'runs', runIds: ['nobody'] } }));
    expect(answer).toMatchObject({ steps: [], times: [], people: 0, events: 0, runs: [] });
    const people = await desk.people({ funnel: question(), position: 1, people: 'reached' });
    expect(people).toMatchObject({ total: 0, rows: [], more: false });
  });
});
