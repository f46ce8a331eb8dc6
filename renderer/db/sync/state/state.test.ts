import { type EntityName, entityNames } from '@shared/domain/registry';
import type { Op } from '@shared/sync/op';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { spec } from '../../schema';
import { allRows, commandOf, openTestDoor } from '../../test-db';
import { readPayload } from '../../write/op-payloads';
import { joinWorkspace } from '../join-workspace';
import { readPlace } from '../place';
import { sendState } from './send-state';
import { StateHub } from './state-hub.testing';
import { createStatePort } from './take-state';

type Laptop = Awaited<ReturnType<typeof openTestDoor>>;

const member = (name: string, id = uuidv7()) => ({
  id,
  name,
  identity: 'consumer' as const,
  source: 'import' as const,
  joinedAt: 1,
});

const write = (laptop: Laptop, run: Parameters<typeof commandOf>[1]) =>
  laptop.door.run(commandOf([...entityNames], run), {});

async function imports(laptop: Laptop, n: number): Promise<string[]> {
  const batchId = uuidv7();
  const members = Array.from({ length: n }, (_, i) => ({ ...member(`成员${i}`), batchId }));
  await write(laptop, async (tx) => {
    await tx.bulkCreate('members', members);
    await tx.bulkCreate(
      'orders',
      members.map(({ id: memberId }) => ({
        id: uuidv7(),
        memberId,
        externalNo: memberId,
        orderedAt: 5,
        amountFen: 1000,
        refundFen: 0,
        status: 'paid' as const,
        lines: [{ product: '橙子', quantity: 1 }],
        batchId,
      })),
    );
  });
  return members.map(({ id }) => id);
}

const join = (laptop: Laptop, hub: StateHub, needsState: boolean) =>
  joinWorkspace(laptop, hub.me(), 'http://hub', needsState);

async function take(laptop: Laptop, hub: StateHub, erased: unknown[] = []): Promise<void> {
  const seat = hub.seat();
  const port = createStatePort({
    ...laptop,
    eraseAgain: async (erasures) => {
      erased.push(...erasures);
    },
  });
  const manifest = await seat.newestCheckpoint();
  if (!manifest) throw new Error('no state');
  for (const { n } of manifest.parts) {
    await port.keepCheckpointPart(manifest, n, await seat.checkpointPart(manifest.id, n));
  }
  await port.takeCheckpoint(manifest);
}

async function everything(laptop: Laptop, scopes = ['synced', 'derived']) {
  const all: Partial<Record<EntityName, unknown>> = {};
  for (const entity of [...entityNames.filter((e) => scopes.includes(spec(e).scope))]) {
    all[entity] = await allRows(laptop.db, entity);
  }
  return { ...all, clocks: await allRows(laptop.db, 'clocks') };
}

const send = (laptop: Laptop, hub: StateHub) =>
  sendState({ ...laptop, hub: hub.seat(), isDivided: false, isErasing: false });

const counters = (laptop: Laptop) =>
  laptop.db.table<{ name: string; n: number }>('counters').toArray();

async function owner() {
  const hub = new StateHub();
  const laptop = await openTestDoor();
  const ids = await imports(laptop, 1300);
  await join(laptop, hub, false);
  await write(laptop, async (tx) => {
    await tx.update('members', ids[3] ?? '', { name: '改过' });
    await tx.remove('members', ids[4] ?? '');
    await tx.create('groups', { id: 'g-1', name: '一群', openedAt: 1 });
    const stay = { memberId: ids[0] ?? '', groupId: 'g-1', joinedAt: 1 };
    await tx.create('memberships', { id: `${stay.memberId}.g-1`, ...stay });
  });
  return { hub, laptop, ids };
}

describe('the state of a workspace', () => {
  it('makes an empty laptop hold the same, derived figures and clocks too', async () => {
    const { hub, laptop } = await owner();
    expect(await send(laptop, hub)).toBe(true);
    const second = await openTestDoor();
    await join(second, hub, true);
    await take(second, hub);
    expect(await everything(second)).toEqual(await everything(laptop));
    expect(await counters(second)).toEqual(await counters(laptop));
    expect(await readPlace(second.db)).toMatchObject({ needsCheckpoint: false });
    expect(await second.db.table('inbox').count()).toBe(0);
    const ops = await second.db.table<Op>('outbox').toArray();
    expect(ops.every((op) => op.isPulled)).toBe(true);
    // Taken once more it changes nothing.
    const before = await second.db.table('meta').get('progress');
    await take(second, hub);
    expect(await second.db.table('meta').get('progress')).toEqual(before);
  });

  it('says all that its first laptop wrote, so that nothing waits to be sent', async () => {
    const { hub, laptop } = await owner();
    await send(laptop, hub);
    const { lastSeq } = (await laptop.db.table('meta').get('progress')).value;
    expect((await readPlace(laptop.db))?.ackedSeq).toBe(lastSeq);
  });

  it('is sent on from where it was cut, also when the hub forgot it', async () => {
    const { hub, laptop } = await owner();
    hub.cutAfter = 0;
    await expect(send(laptop, hub)).rejects.toThrow('hub-unreachable');
    hub.forget();
    expect(await send(laptop, hub)).toBe(true);
    expect(hub.held.length).toBeGreaterThan(0);
    expect(await laptop.db.table('inbox').count()).toBe(0);
  });

  it('joins what another laptop has: the workspace’s unstamped values, the newer stamped ones', async () => {
    const { hub, laptop, ids } = await owner();
    await send(laptop, hub);
    const second = await openTestDoor();
    const mine = member('我的');
    await write(second, async (tx) => {
      await tx.create('members', mine);
      await tx.create('members', { ...member('旧名', ids[0]), note: '只在这里' });
      await tx.create('members', member('被删的', ids[4]));
      await tx.create('groups', { id: 'g-2', name: '二群', openedAt: 1 });
    });
    await join(second, hub, true);
    await write(second, (tx) => tx.update('members', mine.id, { region: '杭州' }));
    await take(second, hub);
    const rows = new Map((await allRows(second.db, 'members')).map((row) => [row.id, row]));
    expect(rows.get(ids[0] ?? '')).toMatchObject({ name: '成员0', note: '只在这里' });
    expect(rows.has(ids[4] ?? '')).toBe(false);
    expect(rows.get(ids[3] ?? '')?.name).toBe('改过');
    expect(rows.size).toBe(1300);
    const [brought] = (await second.db.table<Op>('outbox').toArray()).filter(
      (op) => op.command === 'sync.brought',
    );
    const told: string[] = [];
    for await (const part of readPayload(second.db, brought?.seq ?? 0)) {
      for (const state of part.states ?? []) told.push(state.id);
      for (const { pages } of part.created ?? []) told.push(...pages.map(({ hot }) => hot.lo));
    }
    expect(told.sort()).toEqual([mine.id, ids[0], 'g-2'].sort());
    const { lastSeq } = (await second.db.table('meta').get('progress')).value;
    expect(brought?.seq).toBe(lastSeq);
  });

  it('brings what another laptop has also of kinds of which the workspace has nothing', async () => {
    const hub = new StateHub();
    const first = await openTestDoor();
    await join(first, hub, false);
    await send(first, hub);
    const second = await openTestDoor();
    await imports(second, 2500);
    await write(second, async (tx) => {
      await tx.create('groups', { id: 'g-1', name: '一群', openedAt: 1 });
    });
    await join(second, hub, true);
    await take(second, hub);
    const ops = await second.db.table<Op>('outbox').toArray();
    const op = ops.find(({ command }) => command === 'sync.brought');
    const brought = new Map<string, number>();
    for await (const { created, states } of readPayload(second.db, op?.seq ?? 0)) {
      for (const { entity, pages } of created ?? []) {
        for (const { hot } of pages) brought.set(entity, (brought.get(entity) ?? 0) + hot.n);
      }
      for (const { entity } of states ?? []) brought.set(entity, (brought.get(entity) ?? 0) + 1);
    }
    expect(Object.fromEntries(brought)).toMatchObject({ members: 2500, orders: 2500, groups: 1 });
  });

  it('neither brings nor keeps quiet about people who were erased in the workspace', async () => {
    const { hub, laptop } = await owner();
    const gone = member('抹除的');
    await write(laptop, (tx) =>
      tx.create('erasures', { id: gone.id, at: 5, alsoIds: [], digests: [] }),
    );
    await send(laptop, hub);
    const second = await openTestDoor();
    await write(second, async (tx) => {
      await tx.create('members', gone);
      const stay = { memberId: gone.id, groupId: 'g-1', joinedAt: 1 };
      await tx.create('memberships', { id: `${gone.id}.g-1`, ...stay });
    });
    await join(second, hub, true);
    const erased: { id: string }[] = [];
    await take(second, hub, erased);
    expect(erased.map(({ id }) => id)).toEqual([gone.id]);
    const ops = await second.db.table<Op>('outbox').toArray();
    expect(ops.some((op) => op.command === 'sync.brought')).toBe(false);
  });
});
