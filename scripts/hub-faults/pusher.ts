import { randomUUID } from 'node:crypto';
import { joinAnswer, pushAnswer } from '@shared/contracts/hub-http';
import { nextHlc } from '@shared/sync/clock';
import { ALL } from '@shared/sync/scopes';
import { encodeFrame, PROTOCOL_VERSION } from '@shared/sync/wire';
import { pause, type Random } from './random';

const FRAMES = 'application/x-qunduo-frames';
const REQUEST_MS = 10_000;
const SMALL_BYTES = 3000;
const PIECE_BYTES = 60_000;
/** One operation of so many is a large one. */
const LARGE_EVERY = 25;

/** An operation as its laptop keeps it until the hub has it: whole, or the bodies of its pieces. */
type OwnOp = { id: string; seq: number; at: number; hlc: string; pieces: Uint8Array[] };

export type Pusher = {
  deviceId: string;
  token: string;
  /** What the hub said that it has: operation to number. */
  acknowledged: Map<string, number>;
  /** Own operations in their order. */
  written: OwnOp[];
  /** Requests of which nothing was heard, and refusals by name. */
  failures: Map<string, number>;
  /** Whether a request of it is under way now. */
  isAsking(): boolean;
  /** Writes and pushes until told to stop, then until everything is acknowledged. */
  run(isStopped: () => boolean): Promise<void>;
};

/** A laptop that does nothing but write and push, over whatever `base` leads to at the moment. */
export async function joinPusher(
  hubUrl: string,
  code: string,
  base: () => string,
  random: Random,
): Promise<Pusher> {
  const answer = await fetch(`${hubUrl}/v1/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ protocol: PROTOCOL_VERSION, code, deviceName: 'pusher' }),
  });
  if (!answer.ok) throw new Error(`joining: ${answer.status} ${await answer.text()}`);
  const { token, workspaceId } = joinAnswer.parse(await answer.json());
  const deviceId = randomUUID();
  const acknowledged = new Map<string, number>();
  const failures = new Map<string, number>();
  const written: OwnOp[] = [];
  let hlc: string | undefined;
  let asking = false;
  let at = { op: 0, piece: 0 };

  const write = () => {
    const seq = written.length + 1;
    const at = Date.now();
    hlc = nextHlc(hlc, at, deviceId);
    const isLarge = seq % LARGE_EVERY === 0;
    const pieces = isLarge
      ? Array.from({ length: 2 + random.upTo(4) }, () => random.bytes(PIECE_BYTES))
      : [random.bytes(1 + random.upTo(SMALL_BYTES))];
    written.push({ id: randomUUID(), seq, at, hlc, pieces });
  };

  const frameOf = (op: OwnOp, n: number) => {
    const body = op.pieces[n] ?? new Uint8Array();
    const piece = op.pieces.length > 1 ? { piece: { n, of: op.pieces.length } } : {};
    return encodeFrame({
      header: {
        protocol: PROTOCOL_VERSION,
        op: {
          seq: op.seq,
          id: op.id,
          deviceId,
          workspaceId,
          command: 'members.edit',
          at: op.at,
          hlc: op.hlc,
          schemaVersion: 7,
        },
        base: 0,
        ...piece,
        parts: [{ scopes: [ALL], index: 0, body: body.byteLength, form: 'gzip' }],
      },
      parts: [{ index: new Uint8Array(), body }],
    });
  };

  /** Frames from where the hub is thought to be, at most so many. */
  const nextFrames = (most: number) => {
    const frames: Uint8Array[] = [];
    let { op, piece } = at;
    while (frames.length < most && op < written.length) {
      const own = written[op];
      if (!own) break;
      frames.push(frameOf(own, piece));
      piece += 1;
      if (piece < own.pieces.length) continue;
      op += 1;
      piece = 0;
    }
    return frames;
  };

  const fail = (why: string) => failures.set(why, (failures.get(why) ?? 0) + 1);

  const pushOnce = async () => {
    const frames = nextFrames(1 + random.upTo(19));
    asking = true;
    try {
      const response = await fetch(`${base()}/v1/push`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': FRAMES },
        body: Buffer.concat(frames),
        signal: AbortSignal.timeout(REQUEST_MS),
      });
      if (!response.ok) {
        const said = await response.json().catch(() => ({}));
        fail(`${response.status} ${said.code ?? ''}`);
        await pause(50);
        return;
      }
      hear(pushAnswer.parse(await response.json()).results);
    } catch {
      fail('nothing heard');
      // What arrived is not known: from the oldest that was never acknowledged, from its start.
      at = { op: acknowledged.size, piece: 0 };
      await pause(20 + random.upTo(80));
    } finally {
      asking = false;
    }
  };

  const hear = (
    results: {
      opId: string;
      result: string;
      seq?: number;
      have?: number;
      refusal?: { code: string };
    }[],
  ) => {
    for (const { opId, result, seq, have, refusal } of results) {
      const own = written[at.op];
      if (own?.id !== opId && !acknowledged.has(opId)) throw new Error('an answer out of order');
      if (result === 'stored') {
        // Further results of this request speak of the pieces that follow.
        at = { op: at.op, piece: have ?? 0 };
      } else if (seq !== undefined) {
        if (!acknowledged.has(opId)) at = { op: at.op + 1, piece: 0 };
        acknowledged.set(opId, seq);
      } else {
        fail(`rejected ${refusal?.code}`);
        at = { op: acknowledged.size, piece: 0 };
        return;
      }
    }
  };

  return {
    deviceId,
    token,
    acknowledged,
    written,
    failures,
    isAsking: () => asking,
    run: async (isStopped) => {
      while (!isStopped()) {
        if (written.length - acknowledged.size < 60) for (let n = 0; n < 5; n++) write();
        await pushOnce();
      }
      const deadline = Date.now() + 60_000;
      while (acknowledged.size < written.length) {
        if (Date.now() > deadline) throw new Error(`not acknowledged: ${[...failures].join('; ')}`);
        await pushOnce();
      }
    },
  };
}
