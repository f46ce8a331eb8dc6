import { randomUUID } from 'node:crypto';
import { HUB_LIMITS, joinAnswer, pushAnswer } from '@shared/contracts/hub-http';
import { nextHlc } from '@shared/sync/clock';
import { ALL } from '@shared/sync/scopes';
import { decodeFrames, encodeFrame, PROTOCOL_VERSION, type WireHeader } from '@shared/sync/wire';
import { askHub, type HubProcess } from '../../hub-faults/hub-process';

const FRAMES = 'application/x-qunduo-frames';
const PIECES_A_PUSH = 4;

export type Laptop = {
  hub: number;
  use(hub: number): void;
  /** One operation a body; how many were accepted. */
  push(bodies: readonly Uint8Array[]): Promise<number>;
  /** One large operation; its number, and how long until it was in the log. */
  pushPieces(pieces: readonly Uint8Array[]): Promise<{ seq: number; seconds: number }>;
  /** The one operation after `since`, all pieces of it. */
  pullOne(since: number): Promise<{ bytes: number; seconds: number }>;
};

/** So many seats of one workspace, by turns at each of the hubs; each behind an address of its own. */
export async function joinLaptops(
  root: string,
  place: readonly string[],
  hubs: readonly HubProcess[],
  count: number,
): Promise<Laptop[]> {
  const urls = hubs.map(({ port }) => `http://127.0.0.1:${port}`);
  const workspace = await askHub(root, ['create-workspace', 'bench', ...place]);
  const invite = await askHub(root, [
    ...['invite', '--workspace', workspace.id ?? '', '--role', 'owner', ...place],
  ]);
  const first = await join(urls, invite.code ?? '', 0);
  const laptops = [first.laptop];
  for (let n = 1; n < count; n++) {
    const made = await fetch(`${urls[0]}/v1/invites`, {
      method: 'POST',
      headers: { ...first.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ role: 'leader' }),
    });
    const { code } = await made.json();
    laptops.push((await join(urls, code, n)).laptop);
  }
  return laptops;
}

async function join(urls: readonly string[], code: string, n: number) {
  const address = { 'x-forwarded-for': `10.0.${n >> 8}.${n & 255}` };
  const joined = await fetch(`${urls[0]}/v1/join`, {
    method: 'POST',
    headers: { ...address, 'content-type': 'application/json' },
    body: JSON.stringify({ protocol: PROTOCOL_VERSION, code, deviceName: `laptop ${n}` }),
  });
  if (!joined.ok) throw new Error(`joining: ${joined.status} ${await joined.text()}`);
  const { token, workspaceId } = joinAnswer.parse(await joined.json());
  const headers = { ...address, authorization: `Bearer ${token}` };
  return { laptop: laptopOf(urls, headers, workspaceId, n % urls.length), headers };
}

function laptopOf(
  urls: readonly string[],
  headers: Record<string, string>,
  workspaceId: string,
  firstHub: number,
): Laptop {
  const deviceId = randomUUID();
  let own = 0;
  let hlc: string | undefined;
  let hub = firstHub;

  const newOp = () => {
    const now = Date.now();
    hlc = nextHlc(hlc, now, deviceId);
    own += 1;
    const op = { id: randomUUID(), deviceId, workspaceId, command: 'members.edit', at: now, hlc };
    return { ...op, seq: own, schemaVersion: 7 };
  };
  const frame = (op: WireHeader['op'], body: Uint8Array, piece?: WireHeader['piece']) =>
    encodeFrame({
      header: {
        protocol: PROTOCOL_VERSION,
        op,
        base: 0,
        ...(piece && { piece }),
        parts: [{ scopes: [ALL], index: 0, body: body.byteLength, form: 'gzip' }],
      },
      parts: [{ index: new Uint8Array(), body }],
    });
  const send = async (frames: readonly Uint8Array[]) => {
    for (;;) {
      const response = await fetch(`${urls[hub]}/v1/push`, {
        method: 'POST',
        headers: { ...headers, 'content-type': FRAMES },
        body: Buffer.concat(frames),
      });
      if (response.ok) return pushAnswer.parse(await response.json()).results;
      const said = await response.text();
      if (response.status !== 429 && response.status !== 503) throw new Error(said);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  return {
    get hub() {
      return hub;
    },
    use: (other) => {
      hub = other;
    },
    push: async (bodies) => {
      const results = await send(bodies.map((body) => frame(newOp(), body)));
      const accepted = results.filter(({ result }) => result === 'accepted').length;
      if (accepted !== bodies.length) throw new Error(JSON.stringify(results.at(-1)));
      return accepted;
    },
    pushPieces: async (pieces) => {
      const startedAt = performance.now();
      const op = newOp();
      let seq: number | undefined;
      for (let n = 0; n < pieces.length; n += PIECES_A_PUSH) {
        const some = pieces.slice(n, n + PIECES_A_PUSH);
        const frames = some.map((body, i) => frame(op, body, { n: n + i, of: pieces.length }));
        seq = (await send(frames)).at(-1)?.seq;
      }
      if (seq === undefined) throw new Error('the import did not enter the log');
      return { seq, seconds: (performance.now() - startedAt) / 1000 };
    },
    pullOne: async (since) => {
      const startedAt = performance.now();
      let bytes = 0;
      for (let piece = 0, isWhole = false; !isWhole; ) {
        const query = `since=${since}&piece=${piece}&limit=1`;
        const response = await fetch(`${urls[hub]}/v1/pull?${query}`, { headers });
        if (!response.ok) throw new Error(await response.text());
        const answer = new Uint8Array(await response.arrayBuffer());
        for (const { header, parts } of decodeFrames(answer, HUB_LIMITS.header)) {
          bytes += parts.reduce((sum, { body }) => sum + body.byteLength, 0);
          piece += 1;
          isWhole = piece === (header.piece?.of ?? 1);
        }
      }
      return { bytes, seconds: (performance.now() - startedAt) / 1000 };
    },
  };
}
