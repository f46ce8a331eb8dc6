import { FRAMES_TYPE, HUB_LIMITS } from '@shared/contracts/hub-http';
import { formatHlc } from '@shared/sync/clock';
import { MAX_INDEX_BYTES } from '@shared/sync/part';
import { encodeFrame, type Frame } from '@shared/sync/wire';
import { gzipSync } from 'fflate';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tidy } from '../service/tidy';
import type { HubApp } from './app';
import {
  ask,
  bodyOf,
  frameOf,
  type Laptop,
  pullAll,
  pushFrames,
  sendState,
  TestHub,
} from './hub.testing';

let hub: TestHub;
let app: HubApp;
let owner: Laptop;
beforeAll(async () => {
  hub = await TestHub.open();
  app = hub.start();
}, 60_000);
afterAll(() => hub.close());
beforeEach(async () => {
  owner = await hub.join(app, await hub.workspace(), 'owner');
});

const idsOf = (frames: readonly Frame[]) => frames.map(({ header }) => header.op.id);
const push = (laptop: Laptop, bytes: Uint8Array, type?: string) =>
  ask(app, 'POST', '/v1/push', { token: laptop.token, bytes, ...(type && { type }) });
const refused = (code: string) => [{ result: 'rejected', refusal: { code } }];

describe('what comes in goes out', () => {
  test('in the order of the log, byte for byte, and once however often it is sent', async () => {
    const other = await hub.join(app, owner.workspaceId, 'assistant');
    const body = crypto.getRandomValues(new Uint8Array(5000));
    const frames = [frameOf(owner), frameOf(owner, [{ body }, {}]), frameOf(owner, [])];
    const first = await pushFrames(app, owner, ...frames);
    expect(first).toMatchObject({
      head: 3,
      results: frames.map(({ header }, n) => ({
        opId: header.op.id,
        result: 'accepted',
        seq: n + 1,
      })),
    });
    const again = await pushFrames(app, owner, ...frames, frameOf(owner));
    expect(again.results.map(({ result, seq }) => [result, seq])).toEqual([
      ['duplicate', 1],
      ['duplicate', 2],
      ['duplicate', 3],
      ['accepted', 4],
    ]);
    const pulled = await pullAll(app, other);
    expect(pulled).toHaveLength(4);
    expect(pulled.slice(0, 3)).toEqual(
      frames.map(({ header, parts }, n) => ({ header: { ...header, seq: n + 1 }, parts })),
    );
    expect(idsOf(await pullAll(app, other, 3))).toEqual([again.results[3]?.opId]);
    expect(await pullAll(app, other, 4)).toEqual([]);
  });

  test('from many at once without a gap, each in its own order, none lost', async () => {
    const laptops = [owner];
    for (let n = 0; n < 5; n++) laptops.push(await hub.join(app, owner.workspaceId, 'leader'));
    const second = hub.start();
    const sent = await Promise.all(
      laptops.map(async (laptop, n) => {
        const ids: string[] = [];
        for (let m = 0; m < 8; m++) {
          const frames = [frameOf(laptop), frameOf(laptop)];
          ids.push(...idsOf(frames));
          const { results } = await pushFrames(n % 2 ? app : second, laptop, ...frames);
          expect(results.map(({ result }) => result)).toEqual(['accepted', 'accepted']);
        }
        return ids;
      }),
    );
    const pulled = await pullAll(app, owner);
    expect(pulled.map(({ header }) => header.seq)).toEqual(pulled.map((_, n) => n + 1));
    expect([...idsOf(pulled)].sort()).toEqual(sent.flat().sort());
    for (const [n, ids] of sent.entries()) {
      const own = pulled.filter(({ header }) => header.op.deviceId === laptops[n]?.deviceId);
      expect(idsOf(own)).toEqual(ids);
    }
  }, 30_000);

  test('the same operation from two processes at once enters once', async () => {
    const second = hub.start();
    const frame = frameOf(owner);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => pushFrames(n % 2 ? app : second, owner, frame)),
    );
    const results = answers.map(({ results: [only] }) => `${only?.result} ${only?.seq}`).sort();
    expect(results).toEqual(['accepted 1', ...Array.from({ length: 7 }, () => 'duplicate 1')]);
  });

  test('pages are bounded by bytes, and go on where they end', async () => {
    const body = crypto.getRandomValues(new Uint8Array(60_000));
    const big = new Uint8Array(1_500_000).fill(7);
    await pushFrames(app, owner, ...[1, 2, 3, 4].map(() => frameOf(owner, [{ body: big }])));
    await pushFrames(app, owner, ...Array.from({ length: 30 }, () => frameOf(owner, [{ body }])));
    const seqs: (number | undefined)[] = [];
    for (let since = 0, pages = 0; since < 34; pages++) {
      const page = await pullAll(app, owner, since);
      expect(page.length).toBeGreaterThan(0);
      expect(pages).toBeLessThan(10);
      seqs.push(...page.map(({ header }) => header.seq));
      since += page.length;
    }
    expect(seqs).toEqual(Array.from({ length: 34 }, (_, n) => n + 1));
  }, 30_000);
});

describe('pieces', () => {
  const pieces = (laptop: Laptop, of: number, size = 2000) => {
    const id = v7();
    return Array.from({ length: of }, (_, n) =>
      frameOf(laptop, [{ body: new Uint8Array(size).fill(n) }], { id, piece: { n, of } }),
    );
  };

  test('wait until the last, and then are one operation', async () => {
    const [a, b, c] = pieces(owner, 3) as [Frame, Frame, Frame];
    expect((await pushFrames(app, owner, a)).results).toMatchObject([
      { result: 'stored', have: 1 },
    ]);
    const between = await hub.join(app, owner.workspaceId, 'leader');
    await pushFrames(app, between, frameOf(between));
    expect(await pullAll(app, owner)).toHaveLength(1);
    const { results, head } = await pushFrames(app, owner, b, c);
    expect(results).toMatchObject([
      { result: 'stored', have: 2, piece: 1 },
      { result: 'accepted', seq: 2, piece: 2 },
    ]);
    expect(head).toBe(2);
    const pulled = await pullAll(app, between, 1);
    expect(pulled.map(({ header }) => [header.seq, header.piece])).toEqual(
      [0, 1, 2].map((n) => [2, { n, of: 3 }]),
    );
    expect(pulled.map(({ parts }) => parts[0]?.body)).toEqual(
      [a, b, c].map(({ parts }) => parts[0]?.body),
    );
    expect(await pullAll(app, between, 1, 2)).toHaveLength(1);
    expect((await pushFrames(app, owner, a, c)).results.map(({ result }) => result)).toEqual([
      'duplicate',
      'duplicate',
    ]);
  });

  test('after a cut the hub says where to go on, forward and back', async () => {
    const [a, b, c] = pieces(owner, 3) as [Frame, Frame, Frame];
    await pushFrames(app, owner, a, b);
    expect((await pushFrames(app, owner, a)).results).toMatchObject([
      { result: 'stored', have: 2 },
    ]);
    const [d, e] = pieces(owner, 2) as [Frame, Frame];
    expect((await pushFrames(app, owner, e)).results).toMatchObject([
      { result: 'stored', have: 0 },
    ]);
    expect((await pushFrames(app, owner, c, d, e)).results.map(({ result }) => result)).toEqual([
      'accepted',
      'stored',
      'accepted',
    ]);
  });

  test('refused in the middle, nothing of it stays, and what follows it comes in', async () => {
    const assistant = await hub.join(app, owner.workspaceId, 'assistant');
    const id = v7();
    const bodies = [bodyOf('groups'), bodyOf('erasures'), bodyOf('groups')];
    const large = bodies.map((body, n) =>
      frameOf(assistant, [{ body }], { id, piece: { n, of: 3 } }),
    );
    const { results } = await pushFrames(app, assistant, ...large, frameOf(assistant));
    expect(results.map(({ result, refusal }) => refusal?.code ?? result)).toEqual([
      'stored',
      'forbidden',
      'forbidden',
      'accepted',
    ]);
    expect(await pullAll(app, owner)).toHaveLength(1);
  });

  test('stamped anew they begin anew', async () => {
    const [a, b] = pieces(owner, 3) as [Frame, Frame];
    await pushFrames(app, owner, a, b);
    const renewed = structuredClone(b);
    renewed.header.op.hlc = formatHlc(1_700_000_000_001, 0, owner.deviceId);
    expect((await pushFrames(app, owner, renewed)).results).toMatchObject([{ have: 0 }]);
  });

  test('a page ends inside a large operation, and those that never ended are tidied away', async () => {
    const id = v7();
    const body = new Uint8Array(1_000_000).fill(3);
    for (let n = 0; n < 6; n++) {
      await pushFrames(app, owner, frameOf(owner, [{ body }], { id, piece: { n, of: 6 } }));
    }
    const first = await pullAll(app, owner);
    expect(first.length).toBeGreaterThan(2);
    expect(first.length).toBeLessThan(6);
    expect(first.length + (await pullAll(app, owner, 0, first.length)).length).toBe(6);

    await pushFrames(app, owner, ...pieces(owner, 3).slice(0, 2));
    const parts = async () =>
      (
        await hub.database.kysely
          .selectFrom('op_parts')
          .select('piece')
          .where('workspace_id', '=', owner.workspaceId)
          .execute()
      ).length;
    expect(await parts()).toBe(8);
    await tidy(hub.database.kysely, hub.nowMs + 86_400_000);
    expect(await parts()).toBe(8);
    expect(await tidy(hub.database.kysely, hub.nowMs + 15 * 86_400_000)).toBeGreaterThan(0);
    expect(await parts()).toBe(6);
  }, 30_000);
});

describe('what is refused', () => {
  test('a clock more than five minutes ahead, in words of minutes, and nothing after it', async () => {
    const ahead = (ms: number) =>
      frameOf(owner, [{}], { hlc: formatHlc(hub.nowMs + ms, 0, owner.deviceId) });
    const { results } = await pushFrames(
      app,
      owner,
      ahead(4 * 60_000),
      ahead(20 * 60_000),
      frameOf(owner),
    );
    expect(results).toMatchObject([
      { result: 'accepted' },
      { result: 'rejected', refusal: { code: 'clock-ahead', data: { minutes: 20 } } },
    ]);
    expect(
      (await pushFrames(app, owner, frameOf(owner, [{}], { hlc: 'x' }))).results,
    ).toMatchObject(refused('malformed'));
  });

  test('a number used twice, and a database that another seat writes from', async () => {
    const frame = frameOf(owner);
    await pushFrames(app, owner, frame);
    const twin = frameOf(owner, [{}], { seq: frame.header.op.seq });
    expect((await pushFrames(app, owner, twin)).results).toMatchObject(refused('device-cloned'));
    const copy = await hub.join(app, owner.workspaceId, 'leader');
    const stolen = frameOf(copy, [{}], { deviceId: owner.deviceId, seq: 99 });
    expect((await pushFrames(app, copy, stolen)).results).toMatchObject(refused('device-cloned'));
    const path = `/v1/seats/${copy.seatId}/revoke`;
    await pushFrames(app, copy, frameOf(copy));
    await ask(app, 'POST', path, { token: owner.token, json: {} });
    const back = { ...(await hub.join(app, owner.workspaceId, 'leader')), lastSeq: 1 };
    back.deviceId = copy.deviceId;
    expect((await pushFrames(app, back, frameOf(back))).results).toMatchObject([
      { result: 'accepted' },
    ]);
  });

  test('an assistant changes nothing that all rely on, and a poisoned one stops nothing', async () => {
    const assistant = await hub.join(app, owner.workspaceId, 'assistant');
    const bomb = gzipSync(new Uint8Array(50_000_000));
    const { results } = await pushFrames(
      app,
      assistant,
      frameOf(assistant, [{ body: bodyOf('members', 'tags') }]),
      frameOf(assistant, [{ body: bodyOf('groups') }, { body: bodyOf('erasures') }]),
      frameOf(assistant, [{ body: bomb }]),
      frameOf(assistant, [{ body: Uint8Array.of(1, 2, 3) }]),
      frameOf(assistant, [{ body: bodyOf('groups') }]),
    );
    expect(results.map(({ result, refusal }) => refusal?.code ?? result)).toEqual([
      'accepted',
      'forbidden',
      'malformed',
      'malformed',
      'accepted',
    ]);
  });

  test('what is too large, before and while it is read', async () => {
    const { token } = owner;
    const large = new Uint8Array(HUB_LIMITS.push + 1);
    expect(await push(owner, large)).toMatchObject({ status: 413, json: { code: 'too-large' } });
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)),
    });
    const request = new Request('http://hub/v1/push', {
      method: 'POST',
      body: stream,
      headers: { authorization: `Bearer ${token}`, 'content-type': FRAMES_TYPE },
      ...{ duplex: 'half' },
    });
    expect((await app.fetch(request)).status).toBe(413);
    const json = { role: 'viewer', pad: 'x'.repeat(HUB_LIMITS.json) };
    expect((await ask(app, 'POST', '/v1/invites', { token, json })).status).toBe(413);
  });

  test('what is no frame, cut short, or lies about its lengths', async () => {
    const bytes = encodeFrame(frameOf(owner));
    const lying = bytes.slice();
    new DataView(lying.buffer).setUint32(0, 0xffff_ffff);
    const short = (place: number) => bytes.subarray(0, place);
    const text = JSON.stringify(frameOf(owner).header);
    const longer = Buffer.from(text.replace(/"body":\d+/, '"body":4000000000'));
    const claimed = Buffer.concat([Buffer.alloc(4), longer]);
    claimed.writeUInt32BE(longer.byteLength);
    const bad = [
      new Uint8Array(),
      Buffer.from('GET / HTTP/1.1'),
      lying,
      claimed,
      short(3),
      short(30),
      short(bytes.byteLength - 1),
      Buffer.concat([bytes, Buffer.of(0)]),
    ];
    for (const body of bad) {
      expect(await push(owner, body)).toMatchObject({ status: 400, json: { code: 'malformed' } });
    }
    expect((await push(owner, bytes, 'application/json')).status).toBe(400);
    const packed = { 'content-encoding': 'gzip' };
    const { token } = owner;
    const asking = { token, bytes: gzipSync(bytes), headers: packed };
    expect((await ask(app, 'POST', '/v1/push', asking)).status).toBe(400);
    expect(await pullAll(app, owner)).toEqual([]);
  });

  test('a list of records that is none, or a bomb', async () => {
    const withNames = (index: Uint8Array) => {
      const frame = frameOf(owner);
      const [part] = frame.header.parts;
      if (part) part.index = index.byteLength;
      return { header: frame.header, parts: [{ index, body: bodyOf('groups') }] };
    };
    const bomb = gzipSync(new Uint8Array(MAX_INDEX_BYTES + 1));
    for (const index of [bomb, Uint8Array.of(1, 2, 3), gzipSync(Buffer.from('{"members":[1]}'))]) {
      expect((await pushFrames(app, owner, withNames(index))).results).toMatchObject(
        refused('malformed'),
      );
    }
  });

  test('a protocol of tomorrow, and characters no database takes', async () => {
    const frame = frameOf(owner);
    const newer = { ...frame, header: { ...frame.header, protocol: 9 } };
    expect((await push(owner, encodeFrame(newer))).json).toMatchObject({ code: 'protocol-newer' });
    for (const op of [{ id: 'a\u0000b' }, { deviceId: 'x'.repeat(5000) }, { id: '' }]) {
      expect((await push(owner, encodeFrame(frameOf(owner, [{}], op)))).json).toEqual({
        code: 'malformed',
      });
    }
    const labelled = frameOf(owner, [{ scopes: ['a\u0000'] }]);
    expect((await push(owner, encodeFrame(labelled))).status).toBe(400);
  });

  test('SQL stays text wherever text may stand', async () => {
    const evil = `'); drop table ops; --`;
    const { token } = owner;
    const frame = frameOf(owner, [{ scopes: [evil, '{"a"}', 'NULL', '\\'] }], {
      id: evil,
      deviceId: `${evil}"`,
      command: evil,
      hlc: formatHlc(1_700_000_000_000, 0, evil),
    });
    frame.header.by = evil;
    expect((await pushFrames(app, owner, frame)).results).toMatchObject([{ result: 'accepted' }]);
    const [pulled] = await pullAll(app, owner);
    expect(pulled).toEqual({ ...frame, header: { ...frame.header, seq: 1 } });
    const seat = `/v1/seats/${encodeURIComponent(evil)}`;
    expect((await ask(app, 'POST', seat, { token, json: { name: evil } })).json).toEqual({
      code: 'not-found',
    });
    const named = `/v1/seats/${owner.seatId}`;
    expect((await ask(app, 'POST', named, { token, json: { name: evil } })).status).toBe(200);
    const { json } = await ask(app, 'GET', '/v1/names', { token });
    expect(json).toMatchObject({ names: [{ name: evil }] });
    const strange = ['since=1;drop', 'since=-1', 'since=1e99', 'since=0&limit=501', "since='"];
    for (const query of strange) {
      expect((await ask(app, 'GET', `/v1/pull?${query}`, { token })).status, query).toBe(400);
    }
    const answers = await ask(app, 'POST', named, { token, json: { name: 'a\u0000' } });
    expect(answers.json).toEqual({ code: 'malformed' });
    expect(hub.logged.join()).not.toContain('drop table');
  });
});

describe('states', () => {
  test('the newest goes out as it came, and an unfinished one is not seen', async () => {
    const { token } = owner;
    expect((await ask(app, 'GET', '/v1/checkpoint', { token })).json).toEqual({
      code: 'not-found',
    });
    await pushFrames(app, owner, frameOf(owner));
    const json = { atSeq: 1, schemaVersion: 7, isDivided: false, isErasing: false };
    await ask(app, 'POST', '/v1/checkpoints', { token, json });
    expect((await ask(app, 'GET', '/v1/checkpoint', { token })).status).toBe(404);
    await sendState(app, owner, { atSeq: 1 }, [{ body: Uint8Array.of(9, 8) }, {}]);
    const newest = await ask(app, 'GET', '/v1/checkpoint', { token });
    const { id, parts } = newest.json as { id: string; parts: { n: number; bytes: number }[] };
    expect(newest.json).toMatchObject({ atSeq: 1, schemaVersion: 7, isDivided: false });
    const [first] = parts;
    const part = await ask(app, 'GET', `/v1/checkpoints/${id}/0`, { token });
    expect(part.bytes.byteLength).toBe(first?.bytes);
    expect([...part.bytes.slice(-2)]).toEqual([9, 8]);
    const put = { token, bytes: part.bytes };
    expect((await ask(app, 'PUT', `/v1/checkpoints/${id}/0`, put)).json).toEqual({
      code: 'not-found',
    });
  });

  test('an incomplete, a damaged and a boastful one are refused, and assistants erase nothing', async () => {
    const { token } = owner;
    const start = { atSeq: 0, schemaVersion: 7, isDivided: false, isErasing: false };
    const { json } = await ask(app, 'POST', '/v1/checkpoints', { token, json: start });
    const { id } = json as { id: string };
    const put = { token, bytes: Buffer.from('nothing') };
    expect((await ask(app, 'PUT', `/v1/checkpoints/${id}/0`, put)).status).toBe(400);
    const finish = { token, json: { parts: 1 } };
    expect((await ask(app, 'POST', `/v1/checkpoints/${id}/finish`, finish)).status).toBe(400);
    expect((await sendState(app, owner, { atSeq: 5 }, [{}])).json).toEqual({ code: 'malformed' });
    const assistant = await hub.join(app, owner.workspaceId, 'assistant');
    expect((await sendState(app, assistant, { atSeq: 0 }, [{}])).status).toBe(200);
    expect((await sendState(app, assistant, { atSeq: 0, isErasing: true }, [{}])).status).toBe(403);
    const viewer = await hub.join(app, owner.workspaceId, 'viewer');
    expect((await sendState(app, viewer, { atSeq: 0 }, [{}])).status).toBe(403);
  });

  test('an erasing one takes the log with it, and what was erased never comes in again', async () => {
    const frames = [frameOf(owner), frameOf(owner), frameOf(owner)];
    await pushFrames(app, owner, ...frames);
    await sendState(app, owner, { atSeq: 1 }, [{}]);
    expect((await sendState(app, owner, { atSeq: 2, isErasing: true }, [{}])).status).toBe(200);
    const { json } = await ask(app, 'GET', '/v1/pull?since=1', { token: owner.token });
    expect(json).toEqual({ code: 'behind-log' });
    expect(idsOf(await pullAll(app, owner, 2))).toEqual([frames[2]?.header.op.id]);
    const again = await pushFrames(app, owner, ...frames);
    expect(again.results.map(({ result, seq }) => [result, seq])).toEqual([
      ['duplicate', 1],
      ['duplicate', 2],
      ['duplicate', 3],
    ]);
    const kept = await hub.database.kysely
      .selectFrom('ops')
      .select(['seq', 'header'])
      .where('workspace_id', '=', owner.workspaceId)
      .orderBy('seq')
      .execute();
    expect(kept.map(({ header }) => header === null)).toEqual([true, true, false]);
    const states = hub.database.kysely.selectFrom('checkpoints').select('at_seq');
    expect(await states.where('workspace_id', '=', owner.workspaceId).execute()).toEqual([
      { at_seq: 2 },
    ]);
  });
});
