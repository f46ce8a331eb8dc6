import type { Grant } from '@shared/contracts/hub-http';
import { decodeCheckpointPart } from '@shared/sync/checkpoint';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { HubApp } from './app';
import {
  ask,
  frameOf,
  type Laptop,
  type PartSketch,
  pullAll,
  pushFrames,
  sendState,
  TestHub,
} from './hub.testing';

const NORTH = 'group-north';
const SOUTH = 'group-south';
const write = (...scopes: string[]): Grant[] => scopes.map((scope) => ({ scope, canWrite: true }));

let hub: TestHub;
let app: HubApp;
let owner: Laptop;
let north: Laptop;
let south: Laptop;
beforeAll(async () => {
  hub = await TestHub.open();
  app = hub.start();
}, 60_000);
afterAll(() => hub.close());
beforeEach(async () => {
  owner = await hub.join(app, await hub.workspace(), 'owner');
  await pushFrames(app, owner, frameOf(owner), frameOf(owner));
  await sendState(app, owner, { atSeq: 2, isDivided: true }, [
    { scopes: ['shared'], names: { templates: ['t1'] }, body: Buffer.from('everybody') },
    { scopes: [NORTH], names: { groups: [NORTH], members: ['ann'] }, body: Buffer.from('ann') },
    { scopes: [SOUTH], names: { groups: [SOUTH], members: ['bob'] }, body: Buffer.from('bob') },
    { scopes: [NORTH, SOUTH], names: { members: ['cat'] }, body: Buffer.from('cat') },
  ]);
  north = await hub.join(app, owner.workspaceId, 'assistant', write(NORTH));
  south = await hub.join(app, owner.workspaceId, 'leader', write(SOUTH, 'intake'));
});

const of = (scopes: string[], names: PartSketch['names'], text = 'x'): PartSketch => ({
  scopes,
  ...(names && { names }),
  body: Buffer.from(text),
});
const outcome = async (laptop: Laptop, ...parts: PartSketch[]) => {
  const { results } = await pushFrames(app, laptop, frameOf(laptop, parts));
  return results[0]?.refusal?.code ?? results[0]?.result;
};
const texts = async (laptop: Laptop, since: number) =>
  (await pullAll(app, laptop, since)).map(({ parts }) =>
    parts.map(({ body }) => Buffer.from(body).toString()),
  );

test('a narrow seat gets the parts of the state that it may see, and not one more', async () => {
  const read = async ({ token }: Laptop) => {
    const { json } = await ask(app, 'GET', '/v1/checkpoint', { token });
    const { id, parts } = json as { id: string; parts: { n: number }[] };
    const seen: string[] = [];
    for (let n = 0; n < 4; n++) {
      const answer = await ask(app, 'GET', `/v1/checkpoints/${id}/${n}`, { token });
      expect(answer.status === 200).toBe(parts.some((part) => part.n === n));
      if (answer.status === 200) {
        seen.push(Buffer.from(decodeCheckpointPart(answer.bytes).body).toString());
      }
    }
    return seen;
  };
  expect(await read(owner)).toEqual(['everybody', 'ann', 'bob', 'cat']);
  expect(await read(north)).toEqual(['everybody', 'ann', 'cat']);
  expect(await read(south)).toEqual(['everybody', 'bob', 'cat']);
});

test('of what follows it gets its parts, and an empty operation where it may see none', async () => {
  await pushFrames(
    app,
    owner,
    frameOf(owner, [
      of([NORTH], { members: ['ann'] }, 'n'),
      of([SOUTH], { members: ['bob'] }, 's'),
    ]),
    frameOf(owner, [of([SOUTH], { members: ['bob'] }, 's2')]),
    frameOf(owner, [of(['shared'], { templates: ['t1'] }, 'all')]),
    frameOf(owner, [of(['intake'], { members: ['dan'] }, 'new')]),
  );
  expect(await texts(owner, 2)).toEqual([['n', 's'], ['s2'], ['all'], ['new']]);
  expect(await texts(north, 2)).toEqual([['n'], [], ['all'], []]);
  expect(await texts(south, 2)).toEqual([['s'], ['s2'], ['all'], ['new']]);
});

test('what was written before it was cut is out of its sight: it takes the state', async () => {
  const { json } = await ask(app, 'GET', '/v1/me', { token: north.token });
  expect(json).toMatchObject({ isDivided: true, floor: 2, head: 2 });
  expect((await ask(app, 'GET', '/v1/pull?since=0', { token: north.token })).json).toEqual({
    code: 'behind-log',
  });
  expect(await pullAll(app, owner, 0)).toHaveLength(2);
});

test('records of others are refused, whatever the label claims', async () => {
  expect(await outcome(north, of([NORTH], { members: ['ann'] }))).toBe('accepted');
  expect(await outcome(north, of([NORTH], { members: ['bob'] }))).toBe('scope-denied');
  expect(await outcome(north, of([NORTH, SOUTH], { members: ['bob'] }))).toBe('scope-denied');
  expect(await outcome(north, of(['shared'], { members: ['bob'] }))).toBe('scope-denied');
  // One group of the person's is enough, also to say where else they are from now on.
  expect(await outcome(north, of([NORTH, SOUTH], { members: ['cat'] }))).toBe('accepted');
  const mixed = [of([NORTH], { members: ['ann'] }), of([SOUTH], { members: ['bob'] })];
  expect(await outcome(north, ...mixed)).toBe('scope-denied');
});

test('a new record takes write on all its labels, and is known from then on', async () => {
  expect(await outcome(north, of([NORTH], { members: ['eve'] }))).toBe('accepted');
  expect(await outcome(north, of([NORTH, SOUTH], { members: ['fay'] }))).toBe('scope-denied');
  expect(await outcome(north, of(['intake'], { members: ['fay'] }))).toBe('scope-denied');
  expect(await outcome(south, of([SOUTH, 'intake'], { members: ['fay'] }))).toBe('accepted');
  expect(await outcome(south, of([SOUTH], { members: ['eve'] }))).toBe('scope-denied');
  expect(await outcome(north, of([NORTH], { members: ['fay'] }))).toBe('scope-denied');
  // Placed into the south by who may: from then on the south may write.
  expect(await outcome(owner, of([SOUTH], { members: ['eve'] }))).toBe('accepted');
  expect(await outcome(south, of([SOUTH], { members: ['eve'] }))).toBe('accepted');
});

test('what leaders alone change, and what is not cut', async () => {
  expect(await outcome(north, of(['shared'], { tags: ['a'] }))).toBe('accepted');
  expect(await outcome(north, of(['shared'], { erasures: ['e'] }))).toBe('forbidden');
  expect(await outcome(owner, of(['shared'], { erasures: ['e'] }))).toBe('accepted');
  expect(await outcome(owner, of(['all'], { members: ['ann'] }))).toBe('must-divide');
  expect(await outcome(owner, { scopes: [NORTH] })).toBe('must-divide');
  expect((await sendState(app, owner, { atSeq: 2 }, [{}])).json).toEqual({ code: 'must-divide' });
  const divided = { atSeq: 2, isDivided: true };
  expect((await sendState(app, south, divided, [of([SOUTH], {})])).status).toBe(403);
});

test('a large operation is judged whole: one foreign record and nothing of it enters', async () => {
  const id = 'large';
  const piece = (n: number, ids: string[]) =>
    frameOf(north, [of([NORTH], { members: ids })], { id, piece: { n, of: 2 } });
  const first = await pushFrames(app, north, piece(0, ['g1', 'g2']));
  expect(first.results).toMatchObject([{ result: 'stored', have: 1 }]);
  // Another made the same record in the meantime, in a group of theirs.
  await pushFrames(app, owner, frameOf(owner, [of([SOUTH], { members: ['g2'] })]));
  const last = await pushFrames(app, north, piece(1, ['g3']));
  expect(last.results).toMatchObject([{ result: 'rejected', refusal: { code: 'scope-denied' } }]);
  expect(await pullAll(app, owner, 3)).toEqual([]);
  const left = hub.database.kysely.selectFrom('op_stages').select('op_id');
  expect(await left.where('workspace_id', '=', owner.workspaceId).execute()).toEqual([]);
});

test('grants that are taken away take sight and write with them at once', async () => {
  const json = { grants: [{ scope: NORTH, canWrite: false }] };
  const path = `/v1/seats/${south.seatId}`;
  expect((await ask(app, 'POST', path, { token: owner.token, json })).status).toBe(200);
  expect(await outcome(south, of([SOUTH], { members: ['bob'] }))).toBe('scope-denied');
  expect(await outcome(south, of([NORTH], { members: ['ann'] }))).toBe('scope-denied');
  await pushFrames(app, owner, frameOf(owner, [of([SOUTH], { members: ['bob'] }, 's')]));
  expect(await texts(south, 2)).toEqual([[]]);
});

test('an operation that is not cut after the state stands in the way of dividing', async () => {
  const other = await hub.join(app, await hub.workspace('Late'), 'owner');
  await pushFrames(app, other, frameOf(other), frameOf(other));
  const parts = [of(['shared'], { templates: ['t'] })];
  const early = await sendState(app, other, { atSeq: 1, isDivided: true }, parts);
  expect(early.json).toEqual({ code: 'behind-log' });
  expect((await sendState(app, other, { atSeq: 2, isDivided: true }, parts)).status).toBe(200);
  const { json } = await ask(app, 'GET', '/v1/me', { token: other.token });
  expect(json).toMatchObject({ isDivided: true, grantsVersion: 1 });
});
