import type { Op } from '@shared/sync/op';
import { v7 } from 'uuid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { allRows, commandOf } from '../test-db';
import { readProgress } from '../write/identity';
import { listAside } from './aside';
import { leaveWorkspace } from './join-workspace';
import { type Laptop, openLaptop, storedClocks, storedState } from './laptop.testing';
import { MemoryHub } from './memory-hub.testing';
import { packBody } from './op-body';
import { countUnsent } from './outbox';
import { changePlace, readPlace } from './place';

const person = (name: string, id = v7()) => ({
  id,
  name,
  identity: 'unknown' as const,
  source: 'manual' as const,
});

const add = ({ door }: Laptop, row: ReturnType<typeof person>) =>
  door.run(
    commandOf(['members'], (tx) => tx.create('members', row)),
    {},
  );

const edit = ({ door }: Laptop, id: string, patch: Record<string, string | undefined>) =>
  door.run(
    commandOf(['members'], (tx) => tx.update('members', id, patch)),
    {},
  );

const names = async ({ db }: Laptop) => (await allRows(db, 'members')).map(({ name }) => name);

async function two(): Promise<{ hub: MemoryHub; a: Laptop; b: Laptop }> {
  const hub = new MemoryHub();
  return { hub, a: await openLaptop(hub), b: await openLaptop(hub) };
}

async function agree(...laptops: Laptop[]): Promise<void> {
  for (const { session } of [...laptops, ...laptops]) await session.round();
}

afterEach(() => {
  vi.useRealTimers();
});

describe('what two people wrote without knowing of each other', () => {
  it('is listed on both laptops alike, with the value that lost', async () => {
    const { a, b } = await two();
    const row = person('王琳');
    await add(a, row);
    await agree(a, b);
    await edit(a, row.id, { region: '嘉兴', note: '常客' });
    await edit(b, row.id, { region: '杭州' });
    await agree(a, b);
    const [lost, ...more] = await allRows(a.db, 'overwritten');
    expect(more).toEqual([]);
    expect(lost).toMatchObject({ entity: 'members', entityId: row.id, field: 'region' });
    expect(lost?.value).toBe('嘉兴');
    const strip = async ({ db }: Laptop) =>
      (await allRows(db, 'overwritten')).map(({ at: _, ...rest }) => rest);
    expect(await strip(b)).toEqual(await strip(a));
    // Who knew of a value and wrote another overwrites nothing.
    await edit(a, row.id, { region: '宁波' });
    await agree(a, b);
    expect(await allRows(b.db, 'overwritten')).toHaveLength(1);
    expect((await allRows(b.db, 'members'))[0]).toMatchObject({ region: '宁波', note: '常客' });
  });

  it('goes to whoever heard of the other, however slow their clock', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(1_800_000_000_000);
    const { a, b } = await two();
    const row = person('王琳');
    await add(a, row);
    await edit(a, row.id, { region: '嘉兴' });
    await agree(a, b);
    vi.setSystemTime(1_800_000_000_000 - 3_600_000);
    await edit(b, row.id, { region: '杭州' });
    await agree(a, b);
    expect((await allRows(a.db, 'members'))[0]?.region).toBe('杭州');
    expect(await storedState(a.db)).toEqual(await storedState(b.db));
  });
});

describe('an operation that the hub refuses', () => {
  it('is taken back with its stamps, kept with the reason, and stops nothing', async () => {
    const { hub, a, b } = await two();
    const row = person('王琳');
    await add(a, row);
    await edit(a, row.id, { region: '嘉兴' });
    await agree(a, b);
    const before = { rows: await storedState(a.db), clocks: await storedClocks(a.db) };
    hub.refuses = ({ header }) => (header.op.at > 0 && !isAllowed ? 'forbidden' : undefined);
    let isAllowed = false;
    await edit(a, row.id, { region: '杭州', note: '新' });
    await a.session.round();
    expect(await storedState(a.db)).toEqual(before.rows);
    expect(await storedClocks(a.db)).toEqual(before.clocks);
    const [aside] = await listAside(a.db);
    expect(aside).toMatchObject({
      kind: 'refused',
      refusal: { code: 'forbidden' },
      isTakenBack: true,
      kept: [],
    });
    expect(aside?.kind === 'refused' && aside.op.changes[0]?.set).toMatchObject({ note: '新' });
    expect(await countUnsent(a.db)).toBe(0);
    expect(await a.door.undo()).not.toBeNull();
    isAllowed = true;
    await add(a, person('李想'));
    await agree(a, b);
    expect(await storedState(b.db)).toEqual(await storedState(a.db));
  });

  it('takes an import back, with the stamps that were laid for its records', async () => {
    const { hub, a } = await two();
    hub.refuses = () => 'forbidden';
    const ids = Array.from({ length: 30 }, () => v7());
    await a.door.run(
      commandOf(['members', 'tagAssignments'], async (tx) => {
        await tx.bulkCreate(
          'members',
          ids.map((id) => ({ ...person('进', id), batchId: 'b' })),
        );
        await tx.bulkCreate(
          'tagAssignments',
          ids.map((id) => ({
            id: `${id}.t`,
            memberId: id,
            tagId: 't',
            source: 'import' as const,
            at: 1,
            batchId: 'b',
          })),
        );
      }),
      {},
    );
    expect(await storedClocks(a.db)).toHaveLength(30);
    await a.session.round();
    expect(await storedState(a.db)).toEqual({});
    expect(await storedClocks(a.db)).toEqual([]);
  });

  it('leaves what somebody wrote over it since', async () => {
    const { hub, a, b } = await two();
    const row = person('王琳');
    await add(a, row);
    await agree(a, b);
    await edit(a, row.id, { region: '杭州', note: '新' });
    const refused = (await a.db.table('outbox').toArray()).pop() as Op;
    await edit(a, row.id, { region: '宁波' });
    hub.refuses = ({ header }) => (header.op.id === refused.id ? 'forbidden' : undefined);
    await agree(a, b);
    const [here] = await allRows(a.db, 'members');
    expect(here?.region).toBe('宁波');
    expect(here?.note).toBeUndefined();
    expect(await storedState(b.db)).toEqual(await storedState(a.db));
    expect(await storedClocks(b.db)).toEqual(await storedClocks(a.db));
    const [aside] = await listAside(a.db);
    expect(aside?.kind === 'refused' && aside.kept).toEqual([
      { entity: 'members', id: row.id, fields: ['region'] },
    ]);
  });
});

describe('a change that this console cannot hold', () => {
  it('is kept out and noted, and the rest comes in', async () => {
    const { hub, a, b } = await two();
    await add(a, person('王琳'));
    await a.session.round();
    const [frame] = hub.log[0] ?? [];
    if (!frame) throw new Error('nothing was sent');
    const body = await packBody({
      changes: [
        { entity: 'members', id: v7(), set: { name: 7 }, isNew: true },
        { entity: 'nobody', id: 'x', set: {}, isNew: true },
        { entity: 'clocks', id: 'members:x', set: { since: 'z' }, isNew: true },
        {
          entity: 'members',
          id: v7(),
          set: { name: '李想', source: 'manual', identity: 'unknown', later: 1 },
          isNew: true,
        },
      ],
    });
    const [part] = frame.header.parts;
    if (!part) throw new Error('nothing was said');
    const op = { ...frame.header.op, id: v7(), seq: 2 };
    hub.log.push([
      {
        header: { ...frame.header, op, seq: 2, parts: [{ ...part, body: body.byteLength }] },
        parts: [{ index: new Uint8Array(), body }],
      },
    ]);
    const damaged = { ...frame.header, op: { ...op, id: v7(), seq: 3 }, seq: 3 };
    hub.log.push([
      {
        header: damaged,
        parts: frame.parts.map((it) => ({ ...it, body: it.body.slice().fill(7) })),
      },
    ]);
    await b.session.round();
    expect(await names(b)).toEqual(['王琳', '李想']);
    // A field of a newer console stays where it is.
    expect((await allRows(b.db, 'members'))[1]).toMatchObject({ later: 1 });
    const reasons = (await listAside(b.db)).map(({ refusal }) => refusal.code);
    expect(reasons.sort()).toEqual([
      'frame-damaged',
      'kind-unknown',
      'kind-unknown',
      'record-unfit',
    ]);
    expect((await readPlace(b.db))?.cursor).toBe(3);
  });
});

describe('a laptop that may not', () => {
  it('is refused at its own door: as a viewer everything, as an assistant what is the leaders’', async () => {
    const { a } = await two();
    await changePlace(a.db, { role: 'viewer' });
    await expect(add(a, person('王琳'))).rejects.toMatchObject({ code: 'role-viewer' });
    await changePlace(a.db, { role: 'assistant' });
    await add(a, person('王琳'));
    const setting = commandOf(['workspace'], (tx) =>
      tx.create('workspace', { id: 'workspace', timeZone: 'Asia/Shanghai' } as never),
    );
    await expect(a.door.run(setting, {})).rejects.toMatchObject({
      code: 'role-too-low',
      data: { what: 'workspace' },
    });
    expect(await names(a)).toEqual(['王琳']);
  });

  it('is refused what is of groups that it was not given', async () => {
    const { a } = await two();
    const [mine, other] = [person('在组'), person('别组')];
    const stay = (memberId: string, groupId: string) => ({
      id: `${memberId}.${groupId}`,
      memberId,
      groupId,
      joinedAt: 1,
    });
    await a.door.run(
      commandOf(['members', 'memberships'], async (tx) => {
        for (const row of [mine, other]) await tx.create('members', row);
        await tx.create('memberships', stay(mine.id, 'g1') as never);
        await tx.create('memberships', stay(other.id, 'g2') as never);
      }),
      {},
    );
    await changePlace(a.db, { role: 'assistant', grants: [{ scope: 'g1', canWrite: true }] });
    await edit(a, mine.id, { note: '可以' });
    await expect(edit(a, other.id, { note: '不行' })).rejects.toMatchObject({
      code: 'group-not-yours',
    });
    await expect(add(a, person('新人'))).rejects.toMatchObject({ code: 'group-not-yours' });
    await expect(a.door.undo()).resolves.not.toBeNull();
  });
});

describe('new stamps', () => {
  it('are given to what was not sent, and nothing else changes', async () => {
    const { a, b } = await two();
    const row = person('王琳');
    await add(a, row);
    await agree(a, b);
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 7_200_000);
    await edit(a, row.id, { region: '嘉兴' });
    const ahead = (await readProgress(a.db)).hlc ?? '';
    vi.useRealTimers();
    const state = await storedState(a.db);
    const was = a.door.deviceId;
    await a.local.renew('cloned');
    expect(a.door.deviceId).not.toBe(was);
    expect((await readProgress(a.db)).hlc ?? '').toSatisfy((hlc: string) => hlc < ahead);
    expect(await storedState(a.db)).toEqual(state);
    expect(await countUnsent(a.db)).toBe(1);
    await agree(a, b);
    expect(await storedState(b.db)).toEqual(state);
    expect(await storedClocks(b.db)).toEqual(await storedClocks(a.db));
    await a.door.undo();
    await agree(a, b);
    expect((await allRows(b.db, 'members'))[0]?.region).toBeUndefined();
  });

  it('are due when somebody else wrote under this laptop’s id', async () => {
    const { hub, a, b } = await two();
    await add(b, person('王琳'));
    await b.session.round();
    const [frame] = hub.log[0] ?? [];
    if (!frame) throw new Error('nothing was sent');
    const stranger = { ...frame.header.op, deviceId: a.door.deviceId, seq: 40 };
    hub.log[0] = [{ ...frame, header: { ...frame.header, op: stranger } }];
    await add(a, person('李想'));
    const was = a.door.deviceId;
    await a.session.round();
    expect(a.door.deviceId).not.toBe(was);
    expect(await names(a)).toContain('王琳');
    expect((await readPlace(a.db))?.isCloned).toBeUndefined();
  });
});

it('stamps what one command laid and touched as others will', async () => {
  const { a, b } = await two();
  const ids = Array.from({ length: 5 }, () => v7());
  await a.door.run(
    commandOf(['tagAssignments'], async (tx) => {
      const given = ids.map((id) => ({
        id: `${id}.t`,
        memberId: id,
        tagId: 't',
        source: 'import' as const,
        at: 1,
        batchId: 'b',
      }));
      await tx.bulkCreate('tagAssignments', given);
      await tx.update('tagAssignments', `${ids[2]}.t`, { reason: '补记', source: 'hand' });
      await tx.update('tagAssignments', `${ids[3]}.t`, { source: 'flow', batchId: undefined });
      await tx.remove('tagAssignments', `${ids[4]}.t`);
    }),
    {},
  );
  await agree(a, b);
  expect(await storedState(b.db)).toEqual(await storedState(a.db));
  expect(await storedClocks(b.db)).toEqual(await storedClocks(a.db));
});

it('leaves everything as it is when it leaves, and stamps nothing any more', async () => {
  const { a, b } = await two();
  const row = person('王琳');
  await add(a, row);
  await edit(a, row.id, { region: '嘉兴' });
  await agree(a, b);
  const state = await storedState(a.db);
  await leaveWorkspace(a);
  await edit(a, row.id, { note: '离开后' });
  expect(await storedClocks(a.db)).toEqual([]);
  expect(await readPlace(a.db)).toBeUndefined();
  expect(Object.keys(await storedState(a.db))).toEqual(Object.keys(state));
});
