import { entityNames } from '@shared/domain/registry';
import { planSampleGroups } from '@shared/domain/sample/sample-groups.rules';
import { sampleGroupsSchema } from '@shared/domain/sample/sample-groups.schema';
import type { SamplePerson } from '@shared/domain/sample/sample-stays.rules';
import { joinId } from '@shared/lib/record-ids';
import { dayOf } from '@shared/lib/time';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import stored from '../../../resources/samples/sample-groups.json';
import { clearSampleGroups, putSampleGroups } from './sample-groups.commands';

const spec = sampleGroupsSchema.parse(stored);
const PEOPLE = 118;
const ZONE = 'Asia/Shanghai';
let desk: Awaited<ReturnType<typeof openTestDoor>>;
let batchId = '';
let own = '';

beforeEach(async () => {
  desk = await openTestDoor();
  await desk.door.run(
    commandOf(['members', 'groups', 'memberships'], async (tx) => {
      batchId = tx.newId();
      own = tx.newId();
      await tx.create('members', { id: own, name: '自己人' });
      await tx.create('groups', { id: 'own', name: '我的群', openedAt: 1 });
      const place = { memberId: own, groupId: 'own', joinedAt: 1 };
      await tx.create('memberships', { id: joinId(own, 'own'), ...place });
      for (let n = 0; n < PEOPLE; n += 1) {
        const identity = n % 14 === 3 ? 'store' : 'consumer';
        const who = { name: `示例${n}`, region: '上海普陀区', identity, batchId } as const;
        await tx.create('members', { id: tx.newId(), ...who });
      }
    }),
    {},
  );
});

const everything = async () =>
  Object.fromEntries(
    await Promise.all(
      entityNames
        .filter((entity) => entity !== 'importBatches')
        .map(async (entity) => [entity, await allRows(desk.db, entity)] as const),
    ),
  );
const put = () =>
  desk.door.run(putSampleGroups, { spec, fileName: 'sample-groups.json', batchIds: [batchId] });
const openBatches = async () =>
  (await allRows(desk.db, 'importBatches')).filter(({ undoneAt }) => undoneAt === undefined);

describe('the sample groups', () => {
  it('come as one import, with people of the sample only, and nothing lies ahead', async () => {
    const nowMs = Date.now();
    expect(await put()).toEqual({ groups: spec.groups.length });
    expect((await openBatches()).map(({ fileName }) => fileName)).toEqual(['sample-groups.json']);
    const ofSample = (await allRows(desk.db, 'memberships')).filter((it) => it.groupId !== 'own');
    expect(ofSample.length).toBeGreaterThan(80);
    expect(ofSample.some(({ memberId }) => memberId === own)).toBe(false);
    const today = dayOf(nowMs + 60_000, ZONE);
    for (const { day } of await allRows(desk.db, 'groupDays')) expect(day < today).toBe(true);
    const acts = await allRows(desk.db, 'interactions');
    expect(acts.length).toBeGreaterThan(300);
    for (const { at } of acts) expect(at).toBeLessThanOrEqual(Date.now());
    for (const entity of ['chatQuestions', 'kocs', 'ruleEntries', 'contentSends'] as const) {
      expect((await allRows(desk.db, entity)).length).toBeGreaterThan(0);
    }
  });

  it('keep their lists in step with who is inside', async () => {
    await put();
    const stays = await allRows(desk.db, 'memberships');
    const lists = await allRows(desk.db, 'rosterLists');
    expect(lists.some(({ joinedIds }) => joinedIds.length > 0)).toBe(true);
    expect(lists.some(({ leftIds }) => leftIds.length > 0)).toBe(true);
    for (const { groupId, at, total, unknown, joinedIds, stayed = 0 } of lists) {
      const inside = stays.filter(
        (it) => it.groupId === groupId && it.joinedAt <= at && (it.leftAt ?? at + 1) > at,
      );
      expect(total).toBe(inside.length + unknown.length);
      expect(joinedIds.length + stayed).toBe(inside.length);
    }
  });

  it('go without a trace, with what was added to them; what is somebody’s own stays', async () => {
    const before = await everything();
    await put();
    await desk.door.run(
      commandOf(['groups', 'groupInputs', 'ruleEntries'], async (tx) => {
        const groupId = 'sample-kitchen';
        await tx.update('groups', groupId, { phase: 'late' });
        const input = { groupId, day: '2026-11-01', kind: 'hours', hours: 2 } as const;
        await tx.create('groupInputs', { id: tx.newId(), ...input });
        const entry = { groupId, memberId: own, kind: 'warning', what: '广告', at: 1 } as const;
        await tx.create('ruleEntries', { id: tx.newId(), ...entry });
      }),
      {},
    );
    const [batch] = await openBatches();
    await desk.door.run(clearSampleGroups, {});
    await desk.door.undoBatch(batch?.id ?? '');
    expect(await everything()).toEqual(before);
    expect(await openBatches()).toEqual([]);
    expect(await put()).toEqual({ groups: spec.groups.length });
  });

  it('are undone like every import, and come back with redo', async () => {
    const before = await everything();
    await put();
    const after = await everything();
    await desk.door.undo();
    expect(await everything()).toEqual(before);
    await desk.door.redo();
    expect(await everything()).toEqual(after);
  });
});

it('the same people on another day give the same groups, so many days later', () => {
  const people = Array.from({ length: 60 }, (_, n): SamplePerson => {
    return { id: `m${n}`, name: `示例${n}`, identity: 'consumer', lastActMs: n };
  });
  const planAt = (nowMs: number) => {
    let n = 0;
    const newId = () => {
      n += 1;
      return `id-${n}`;
    };
    return planSampleGroups(spec, { people, nowMs, zone: ZONE, newId });
  };
  const first = planAt(Date.UTC(2026, 10, 23, 4));
  const later = planAt(Date.UTC(2027, 2, 3, 4));
  const SHIFT_MS = 100 * 86_400_000;
  expect(later.interactions?.length).toBe(first.interactions?.length);
  first.interactions?.forEach((act, i) => {
    expect(later.interactions?.[i]).toEqual({ ...act, at: act.at + SHIFT_MS });
  });
  expect(later.groupDays?.map(({ messages }) => messages)).toEqual(
    first.groupDays?.map(({ messages }) => messages),
  );
});
