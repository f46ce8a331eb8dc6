import type { Grant } from '@shared/contracts/hub-http';
import { type EntityName, entityNames } from '@shared/domain/registry';
import { ExpectedError } from '@shared/lib/errors';
import { joinId } from '@shared/lib/record-ids';
import { maySee, personOf, scopesOf } from '@shared/sync/scopes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../command';
import type { AnyRow } from '../../paged/page';
import { spec } from '../../schema';
import { allRows, commandOf, openTestDoor } from '../../test-db';
import { joinWorkspace } from '../join-workspace';
import { follow } from '../laptop.testing';
import { unpackBody } from '../op-body';
import { changePlace } from '../place';
import { sendState } from '../state/send-state';
import { createStatePort } from '../state/take-state';
import { createDivide } from './divide';
import { DividedHub } from './divided-hub.testing';
import { prune } from './prune';
import { readWorld } from './world';

const GROUPS = ['g-1', 'g-2', 'g-3'];
const SEATS: Grant[][] = [
  [{ scope: 'all', canWrite: true }],
  [{ scope: 'all', canWrite: true }],
  [{ scope: 'g-1', canWrite: true }],
  [
    { scope: 'g-2', canWrite: true },
    { scope: 'intake', canWrite: true },
  ],
];

const who = fc.nat(5);
const deed = fc.oneof(
  fc.record({ do: fc.constant('add' as const), group: fc.nat(3) }),
  fc.record({ do: fc.constant('import' as const), group: fc.nat(2) }),
  fc.record({ do: fc.constant('place' as const), who, group: fc.nat(2) }),
  fc.record({ do: fc.constant('move' as const), who, group: fc.nat(2) }),
  fc.record({ do: fc.constant('leave' as const), who, group: fc.nat(2) }),
  fc.record({ do: fc.constant('edit' as const), who, note: fc.constantFrom('甲', '乙', '丙') }),
  fc.record({ do: fc.constant('order' as const), who }),
  fc.record({ do: fc.constant('give' as const), who, to: who }),
  fc.record({ do: fc.constant('remove' as const), who }),
  fc.record({ do: fc.constant('run' as const), group: fc.nat(3) }),
  fc.record({ do: fc.constant('content' as const), groups: fc.subarray(GROUPS) }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('sync' as const) }),
  fc.record({ do: fc.constant('sync' as const) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;
const step = fc.record({ at: fc.nat(SEATS.length - 1), deed });

async function act(tx: Tx, one: Deed): Promise<void> {
  const people = await tx.all('members');
  const pick = (n: number) => people[n % Math.max(1, people.length)]?.id;
  const stay = async (memberId: string, groupId: string) => {
    const id = joinId(memberId, groupId);
    if (await tx.get('memberships', id)) {
      await tx.update('memberships', id, { leftAt: undefined });
    } else await tx.create('memberships', { id, memberId, groupId, joinedAt: 1 });
  };
  const leave = async (memberId: string, groupId: string) => {
    const id = joinId(memberId, groupId);
    if (await tx.get('memberships', id)) await tx.update('memberships', id, { leftAt: 5 });
  };
  if (one.do === 'add') {
    const id = tx.newId();
    await tx.create('members', { id, name: `客${id}`, identity: 'unknown', source: 'manual' });
    const group = GROUPS[one.group];
    if (group) await stay(id, group);
  }
  if (one.do === 'import') {
    const batchId = tx.newId();
    const ids = Array.from({ length: 5 }, () => tx.newId());
    await tx.bulkCreate(
      'members',
      ids.map((id) => ({
        id,
        name: `进${id}`,
        identity: 'unknown' as const,
        source: 'import' as const,
        batchId,
      })),
    );
    for (const id of ids.slice(0, 3)) await stay(id, GROUPS[one.group] ?? '');
  }
  if (one.do === 'run') {
    const runId = tx.newId();
    const groupId = GROUPS[one.group];
    await tx.create('sopRuns', {
      id: runId,
      title: '流程',
      templateKey: 'custom',
      templateVersion: 1,
      status: 'running' as const,
      startedAt: 1,
      ...(groupId && { groupId }),
    });
    await tx.create('runEvents', { id: tx.newId(), runId, at: 1, kind: 'renamed' });
  }
  if (one.do === 'content') {
    const [known] = await tx.all('contentItems');
    if (known) await tx.update('contentItems', known.id, { groupIds: one.groups });
    else
      await tx.create('contentItems', {
        id: tx.newId(),
        date: '2026-01-05',
        slot: 'morning',
        title: '早报',
        groupIds: one.groups,
      });
  }
  if (!('who' in one)) return;
  const memberId = pick(one.who);
  if (!memberId) return;
  if (one.do === 'place') await stay(memberId, GROUPS[one.group] ?? '');
  if (one.do === 'leave') await leave(memberId, GROUPS[one.group] ?? '');
  if (one.do === 'move') {
    for (const group of GROUPS) await leave(memberId, group);
    await stay(memberId, GROUPS[one.group] ?? '');
  }
  if (one.do === 'edit') await tx.update('members', memberId, { note: one.note });
  if (one.do === 'order') {
    const id = tx.newId();
    await tx.create('orders', {
      id,
      externalNo: id,
      memberId,
      orderedAt: 1,
      amountFen: 100,
      lines: [],
    });
  }
  if (one.do === 'give') {
    const [order] = (await tx.all('orders')).filter((row) => row.memberId === memberId);
    const to = pick(one.to);
    if (order && to) await tx.update('orders', order.id, { memberId: to });
  }
  if (one.do === 'remove') {
    for (const row of await tx.all('orders')) {
      if (row.memberId === memberId) await tx.remove('orders', row.id);
    }
    for (const { id } of await tx.findByIdPrefix('memberships', `${memberId}.`)) {
      await tx.remove('memberships', id);
    }
    await tx.remove('members', memberId);
  }
}

const synced = entityNames.filter((entity) => spec(entity).scope === 'synced');

async function open(hub: DividedHub, grants: Grant[], needsState: boolean) {
  const opened = await openTestDoor();
  const shown = new Set<string>();
  await joinWorkspace(opened, hub.me(grants), 'http://hub', needsState);
  const seat = hub.seat(grants, (body) => {
    const { changes = [], states = [], created = [] } = unpackBody(body);
    for (const { entity, id, set } of changes) note(shown, entity, { ...set, id });
    for (const { entity, row } of states) if (row) note(shown, entity, row);
    for (const { entity, pages } of created) {
      for (const { hot } of pages) note(shown, entity, { id: hot.lo });
    }
  });
  const state = createStatePort({ ...opened, eraseAgain: async () => undefined });
  const ports = follow(opened, seat, {
    state,
    divide: createDivide(opened.db),
    prune: (to, people) => prune(opened, to, people),
  });
  return { ...opened, ...ports, grants, shown };
}

/** People of whom something more than a stay or that they are gone was told. */
function note(shown: Set<string>, entity: string, row: Record<string, unknown>): void {
  if (entity === 'memberships' || Object.keys(row).length < 2) return;
  const person = personOf(entity as EntityName, row);
  if (person) shown.add(person);
}

describe('a workspace that is divided by groups', () => {
  it('leaves each laptop exactly what it may see, and tells it nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const hub = new DividedHub();
        const first = await open(hub, SEATS[0] ?? [], false);
        await first.door.run(
          commandOf([...entityNames], async (tx) => {
            for (const id of GROUPS) await tx.create('groups', { id, name: id, openedAt: 1 });
            for (let i = 0; i < 6; i += 1) await act(tx, { do: 'add', group: i % 4 });
            await act(tx, { do: 'order', who: 0 });
          }),
          {},
        );
        await sendState({
          ...first,
          hub: hub.seat(first.grants),
          isDivided: true,
          isErasing: false,
        });
        const laptops = [first];
        for (const grants of SEATS.slice(1)) laptops.push(await open(hub, grants, true));
        const everInSight = new Map(laptops.map(({ shown }) => [shown, new Set<string>()]));
        for (const laptop of laptops) await laptop.session.round();
        // Whoever writes cuts by what they know: somebody's sight counts on each laptop's word.
        const watch = async () => {
          for (const { db } of laptops) {
            const world = await readWorld(db);
            const orders = await allRows(db, 'orders');
            const people = [
              ...(await allRows(db, 'members')).map(({ id }) => id),
              ...orders.map(({ memberId }) => memberId),
            ];
            for (const id of people) {
              const scopes = scopesOf('members', { id }, world);
              for (const { grants, shown } of laptops) {
                if (maySee(grants, scopes)) everInSight.get(shown)?.add(id);
              }
            }
          }
        };
        await watch();
        for (const { at, deed: one } of steps) {
          const laptop = laptops[at];
          if (!laptop) continue;
          if (one.do === 'sync') await laptop.session.round();
          else if (one.do === 'undo') await laptop.door.undo().catch(unlessRefused);
          else {
            await laptop.door
              .run(
                commandOf([...entityNames], (tx) => act(tx, one)),
                {},
              )
              .catch(unlessRefused);
          }
          await watch();
        }
        for (const laptop of [...laptops, ...laptops, ...laptops]) await laptop.session.round();
        await watch();
        const world = await readWorld(first.db);
        for (const { db, grants, shown } of laptops) {
          const seenPeople = everInSight.get(shown);
          expect([...shown].filter((id) => !seenPeople?.has(id))).toEqual([]);
          for (const entity of synced) {
            const all = (await allRows(first.db, entity)) as unknown as AnyRow[];
            const seen = all.filter((row) => maySee(grants, scopesOf(entity, row, world)));
            expect({ grants, entity, rows: await allRows(db, entity) }).toEqual({
              grants,
              entity,
              rows: seen,
            });
          }
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

it('shows whoever sees more from now on also what was there before', async () => {
  const hub = new DividedHub();
  const first = await open(hub, SEATS[0] ?? [], false);
  const run = (one: Deed) =>
    first.door.run(
      commandOf([...entityNames], (tx) => act(tx, one)),
      {},
    );
  for (let group = 0; group < 3; group += 1) await run({ do: 'add', group });
  await sendState({ ...first, hub: hub.seat(first.grants), isDivided: true, isErasing: false });
  const narrow = await open(hub, [{ scope: 'g-1', canWrite: true }], true);
  for (let group = 0; group < 3; group += 1) await run({ do: 'add', group });
  await first.session.round();
  await narrow.session.round();
  expect(await allRows(narrow.db, 'members')).toHaveLength(2);
  const wider = ['g-1', 'g-2'].map((scope) => ({ scope, canWrite: true }));
  await narrow.local.heardMe(hub.me(wider));
  const again = follow(narrow, hub.seat(wider), {
    state: createStatePort({ ...narrow, eraseAgain: async () => undefined }),
    divide: createDivide(narrow.db),
    prune: (to, people) => prune(narrow, to, people),
  });
  await again.session.round();
  const names = (await allRows(narrow.db, 'members')).map(({ name }) => name);
  expect(names).toHaveLength(4);
});

it('gives a group whom somebody placed into it before the workspace was divided', async () => {
  const hub = new DividedHub();
  const first = await open(hub, SEATS[0] ?? [], false);
  const second = await open(hub, SEATS[0] ?? [], false);
  await first.door.run(
    commandOf([...entityNames], (tx) => act(tx, { do: 'add', group: 0 })),
    {},
  );
  await first.session.round();
  await second.session.round();
  await changePlace(second.db, { isDivided: false });
  await second.door.run(
    commandOf([...entityNames], (tx) => act(tx, { do: 'move', who: 0, group: 1 })),
    {},
  );
  await sendState({ ...first, hub: hub.seat(first.grants), isDivided: true, isErasing: false });
  const narrow = await open(hub, [{ scope: 'g-2', canWrite: true }], true);
  await narrow.session.round();
  expect(await allRows(narrow.db, 'members')).toEqual([]);
  await second.local.heardMe(hub.me(second.grants));
  await second.session.round();
  await narrow.session.round();
  expect(await allRows(narrow.db, 'members')).toHaveLength(1);
});

function unlessRefused(error: unknown): void {
  if (!(error instanceof ExpectedError)) throw error;
}
