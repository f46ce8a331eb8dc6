import { ExpectedError } from '@shared/lib/errors';
import { describe, expect, it } from 'vitest';
import type { HubPort } from '../hub-port';
import { SyncSession } from '../session';
import { decodeFrames, encodeFrame } from '../wire';
import { joinBytes } from './body';
import { POISON } from './commands';
import { newDisk } from './memory-disk';
import { memoryLocalPort, SCHEMA_VERSION } from './memory-local-port';
import { Random } from './random';
import { placeOf, sendState } from './run-schedule';
import { create, cuttable, edit, rowOf, settle, type Team, teamOf, unsentOf } from './team';

const many = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => create(`r${from + n}`, { a: n, text: 'x'.repeat(400) }));

/** A team whose second laptop hears the hub's answers to its pulls changed. */
function teamWithPulls(change: (frames: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): Team {
  return teamOf(2, (hub, n) => ({
    ...hub,
    pull: async (query) => {
      const page = await hub.pull(query);
      return n === 1 ? { ...page, frames: change(page.frames) } : page;
    },
  }));
}

describe('operations on their way', () => {
  it('come once, however often they are sent', async () => {
    const team = teamOf(2, (hub) => ({
      ...hub,
      push: async (frames) => {
        await hub.push(frames);
        return hub.push(frames);
      },
    }));
    team.laptops[0]?.write([create('r', { a: 1 })]);
    await settle(team);
    expect(team.hub.history).toHaveLength(1);
    for (const laptop of team.laptops) expect(unsentOf(laptop)).toBe(0);
  });

  it('go out with the next round when they are made in the middle of one', async () => {
    let write = () => {};
    const team = teamOf(2, (hub, n) => ({
      ...hub,
      push: async (frames) => {
        const answer = await hub.push(frames);
        if (n === 0) write();
        return answer;
      },
    }));
    const [first, second] = team.laptops;
    if (!first || !second) return;
    let left = 3;
    write = () => {
      left--;
      if (left >= 0) first.write([create(`late${left}`, { a: left })]);
    };
    first.write([create('r', { a: 1 })]);
    await settle(team);
    expect(unsentOf(first)).toBe(0);
    for (const n of [0, 1, 2]) expect(rowOf(second, 'settings', `late${n}`)?.a).toBe(n);
  });

  it('go on where a large one was cut, piece by piece, and are seen only whole', async () => {
    const pushed: number[] = [];
    const cuts = new Map<number, (after: number) => void>();
    const team = teamOf(2, (hub, n) => {
      const { port, cut } = cuttable({
        ...hub,
        push: (frames) => {
          for (const { header } of decodeFrames(frames, 1 << 18)) pushed.push(header.piece?.n ?? 0);
          return hub.push(frames);
        },
      });
      cuts.set(n, cut);
      return port;
    });
    const [first, second] = team.laptops;
    first?.write(many(0, 90), { pieces: 30 });
    const seen: number[] = [];
    for (let rounds = 0; rounds < 12; rounds++) {
      for (const [n, laptop] of team.laptops.entries()) {
        cuts.get(n)?.(2);
        team.pass(1000);
        await laptop.round();
      }
      seen.push(second ? second.disk.held.size : 0);
    }
    expect(new Set(seen)).toEqual(new Set([0, 90]));
    expect(pushed).toHaveLength(30);
  });

  it('do not miss the next one when the answer to the last piece was lost', async () => {
    let requests = 0;
    const team = teamOf(1, (hub) => ({
      ...hub,
      push: async (frames) => {
        requests++;
        const answer = await hub.push(frames);
        if (requests === 2) throw new ExpectedError('hub-unreachable');
        return answer;
      },
    }));
    const [first] = team.laptops;
    if (!first) return;
    first.write(many(0, 20), { pieces: 2 });
    first.write([create('next', { a: 1 })]);
    await settle(team);
    expect(requests).toBe(3);
    expect(unsentOf(first)).toBe(0);
    expect(team.hub.history).toHaveLength(2);
  });

  it('are set aside when the hub refuses them for what they are, and the rest goes on', async () => {
    const team = teamOf(2);
    const [first, second] = team.laptops;
    first?.write([create('r', { a: 1 })]);
    first?.write([create('bad', { a: 1 })], { command: POISON });
    first?.write([edit('r', { a: 2 })]);
    await settle(team);
    if (!first || !second) return;
    expect(first.disk.aside).toHaveLength(1);
    expect(rowOf(first, 'settings', 'bad')).toBeUndefined();
    expect(rowOf(second, 'settings', 'r')?.a).toBe(2);
  });

  it('are found one by one when a whole request is refused for one of them', async () => {
    const team = teamOf(1, (hub) => ({
      ...hub,
      push: async (frames) => {
        if (frames.byteLength > 1500) throw new ExpectedError('too-large');
        return hub.push(frames);
      },
    }));
    const [first] = team.laptops;
    if (!first) return;
    first.write([create('r', { a: 1 })]);
    first.write(many(0, 10));
    first.write([create('s', { a: 1 })]);
    await settle(team);
    expect(first.disk.aside).toHaveLength(1);
    expect(team.hub.history).toHaveLength(2);
    expect(unsentOf(first)).toBe(0);
  });

  it('reach the hub though no answer comes back, and are known when one does', async () => {
    const team = teamOf(2);
    const [first] = team.laptops;
    if (!first) return;
    first.weather = { ...first.weather, cut: 'answers' };
    first.write([create('r', { a: 1 })]);
    await first.round();
    first.weather = { ...first.weather, cut: 'no' };
    await settle(team);
    expect(team.hub.history).toHaveLength(1);
    expect(unsentOf(first)).toBe(0);
  });
});

describe('what a hub answers', () => {
  const cutShort = (frames: Uint8Array<ArrayBuffer>) => frames.slice(0, frames.byteLength - 3);
  const strange = {
    'is cut short': cutShort,
    'is tampered with': (frames: Uint8Array<ArrayBuffer>) => {
      const bytes = frames.slice();
      bytes.fill(0xff, 4, 40);
      return bytes;
    },
    'is of another number of the log': (frames: Uint8Array<ArrayBuffer>) =>
      joinBytes(
        [...decodeFrames(frames, 1 << 18)].map((frame) =>
          encodeFrame({ ...frame, header: { ...frame.header, seq: 7 } }),
        ),
      ),
    'is of another workspace': (frames: Uint8Array<ArrayBuffer>) =>
      joinBytes(
        [...decodeFrames(frames, 1 << 18)].map((frame) => {
          const op = { ...frame.header.op, workspaceId: 'other' };
          return encodeFrame({ ...frame, header: { ...frame.header, op } });
        }),
      ),
  };
  for (const [what, change] of Object.entries(strange)) {
    it(`stops a laptop by name when it ${what}, and nothing of it is taken in`, async () => {
      const team = teamWithPulls(change);
      team.laptops[0]?.write([create('r', { a: 1 })]);
      await settle(team);
      const second = team.laptops[1];
      expect(second?.problems[0]).toBe('hub-answers-strangely');
      expect(second?.disk.held.size).toBe(0);
      expect(second?.disk.place.cursor).toBe(0);
    });
  }

  it('is taken in up to where it is damaged', async () => {
    let isDamaged = true;
    const team = teamWithPulls((frames) => (isDamaged ? cutShort(frames) : frames));
    team.laptops[0]?.write([create('r', { a: 1 })]);
    team.laptops[0]?.write([create('s', { a: 1 })]);
    await team.laptops[0]?.round();
    const second = team.laptops[1];
    await second?.round();
    expect(second?.disk.place.cursor).toBe(1);
    isDamaged = false;
    await settle(team);
    expect(second?.disk.place.cursor).toBe(2);
  });
});

it('stops pulling before what a newer console wrote, still sends, and takes it in after the update', async () => {
  const newer = (frames: Uint8Array<ArrayBuffer>) =>
    joinBytes(
      [...decodeFrames(frames, 1 << 18)].map((frame) => {
        const isNewer = frame.header.op.command === 'newer';
        const op = { ...frame.header.op, schemaVersion: SCHEMA_VERSION + (isNewer ? 1 : 0) };
        return encodeFrame({ ...frame, header: { ...frame.header, op } });
      }),
    );
  const team = teamWithPulls(newer);
  const [first, second] = team.laptops;
  if (!first || !second) return;
  first.write([create('known', { a: 1 })]);
  first.write([{ entity: 'settings', id: 'unknown', isNew: true, set: { novelty: 1 } }], {
    command: 'newer',
  });
  await first.round();
  second.write([create('own', { a: 1 })]);
  await settle(team);
  expect(second.problems).toContain('schema-newer');
  expect(rowOf(second, 'settings', 'known')?.a).toBe(1);
  expect(second.disk.place.cursor).toBe(1);
  expect(rowOf(first, 'settings', 'own')?.a).toBe(1);
  const { disk } = second;
  const updated = new SyncSession({
    local: memoryLocalPort({ disk, random: new Random(1), nowMs: () => second.nowMs() }),
    hub: team.hub.port('seat-1'),
    schemaVersion: SCHEMA_VERSION + 1,
    nowMs: () => second.nowMs(),
  });
  await updated.round();
  expect(rowOf(second, 'settings', 'unknown')?.novelty).toBe(1);
});

describe('a state of the workspace', () => {
  async function newcomer(through?: (hub: HubPort, n: number) => HubPort): Promise<Team> {
    const team = teamOf(2, through);
    const [first, second] = team.laptops;
    first?.write(many(0, 20));
    await first?.round();
    second?.put(newDisk('new', placeOf(team.hub.workspaceId, 1)));
    return team;
  }

  it('that is not there yet is waited for by name', async () => {
    const team = await newcomer();
    const [first, second] = team.laptops;
    await second?.round();
    expect(second?.problems.at(-1)).toBe('state-missing');
    if (first) await sendState(first.disk, team.hub.port('seat-0'));
    await settle(team);
    expect(second?.disk.held.size).toBe(20);
  });

  it('is fetched on from the part where the way was cut', async () => {
    const fetched: number[] = [];
    let isCut = true;
    const team = await newcomer((hub, n) => ({
      ...hub,
      checkpointPart: async (id, part) => {
        if (n === 1 && part === 1 && isCut) throw new ExpectedError('hub-unreachable');
        fetched.push(part);
        return hub.checkpointPart(id, part);
      },
    }));
    const [first, second] = team.laptops;
    if (first) await sendState(first.disk, team.hub.port('seat-0'));
    await second?.round();
    expect(second?.disk.held.size).toBe(0);
    isCut = false;
    await settle(team);
    expect(fetched).toEqual([0, 1]);
    expect(second?.disk.held.size).toBe(20);
  });
});

it('takes nothing by halves when the disk is full, and goes on when there is room', async () => {
  const team = teamOf(1);
  const [first] = team.laptops;
  first?.write([create('r', { a: 1 }), create('s', { a: 1 })]);
  await first?.round();
  const disk = newDisk('full', { ...placeOf(team.hub.workspaceId, 1), needsCheckpoint: false });
  const memory = memoryLocalPort({ disk, random: new Random(1), nowMs: () => 0 });
  let isFull = true;
  const session = new SyncSession({
    local: {
      ...memory,
      take: (frames) => {
        if (isFull) throw new ExpectedError('disk-full');
        return memory.take(frames);
      },
    },
    hub: team.hub.port('seat-1'),
    schemaVersion: SCHEMA_VERSION,
    nowMs: () => 0,
  });
  await expect(session.round()).rejects.toMatchObject({ code: 'disk-full' });
  expect(disk.held.size).toBe(0);
  isFull = false;
  await session.round();
  expect(disk.held.size).toBe(2);
});

it('brings what a hub lost that came back from a backup', async () => {
  const team = teamOf(2);
  const [first, second] = team.laptops;
  if (!first || !second) return;
  first.write([create('r', { a: 1 })]);
  await settle(team);
  await sendState(first.disk, team.hub.port('seat-0'));
  const setBack = team.hub.backup();
  second.write([edit('r', { a: 2 }), create('s', { a: 3 })]);
  await settle(team);
  setBack();
  await settle(team);
  await settle(team);
  for (const laptop of team.laptops) {
    expect(rowOf(laptop, 'settings', 'r')?.a).toBe(2);
    expect(rowOf(laptop, 'settings', 's')?.a).toBe(3);
    expect(unsentOf(laptop)).toBe(0);
  }
});

it('runs one round at a time, and one more for all who asked meanwhile', async () => {
  let running = 0;
  let rounds = 0;
  const team = teamOf(1);
  const disk = newDisk('one', { ...placeOf(team.hub.workspaceId, 1), needsCheckpoint: false });
  const port = team.hub.port('seat-1');
  const session = new SyncSession({
    local: memoryLocalPort({ disk, random: new Random(1), nowMs: () => 0 }),
    hub: {
      ...port,
      pull: async (query) => {
        running++;
        rounds++;
        await new Promise((done) => setTimeout(done, 5));
        expect(running).toBe(1);
        running--;
        return port.pull(query);
      },
    },
    schemaVersion: SCHEMA_VERSION,
    nowMs: () => 0,
  });
  team.laptops[0]?.write([create('r', { a: 1 })]);
  await team.laptops[0]?.round();
  await Promise.all([session.round(), session.round(), session.round(), session.round()]);
  expect(rounds).toBe(2);
});
