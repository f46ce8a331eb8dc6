import { createHash } from 'node:crypto';
import { HEAD_HEADER, HUB_LIMITS } from '@shared/contracts/hub-http';
import { decodeFrames } from '@shared/sync/wire';
import type { Pusher } from './pusher';

const LIMIT = 200;

type Logged = { opId: string; deviceId: string; ownSeq: number; hash: string };

export type LogCheck = { ops: number; head: number; faults: string[] };

/** Reads the whole log as a laptop does, and holds it against what the pushers were told. */
export async function checkLog(url: string, pushers: readonly Pusher[]): Promise<LogCheck> {
  const token = pushers[0]?.token ?? '';
  const { log, head } = await readLog(url, token);
  const faults: string[] = [];
  if (log.size !== head)
    faults.push(`${head} numbers were given, ${log.size} operations are there`);
  const seen = new Set<string>();
  const newest = new Map<string, number>();
  for (let seq = 1; seq <= head; seq++) {
    const op = log.get(seq);
    if (!op) {
      faults.push(`number ${seq} is missing`);
      continue;
    }
    if (seen.has(op.opId)) faults.push(`number ${seq}: ${op.opId} is there twice`);
    seen.add(op.opId);
    if (op.ownSeq <= (newest.get(op.deviceId) ?? 0)) faults.push(`number ${seq} is out of order`);
    newest.set(op.deviceId, op.ownSeq);
  }
  for (const pusher of pushers) faults.push(...checkPusher(pusher, log));
  return { ops: log.size, head, faults };
}

function checkPusher(
  { acknowledged, written }: Pusher,
  log: ReadonlyMap<number, Logged>,
): string[] {
  return written.flatMap((own) => {
    const seq = acknowledged.get(own.id);
    if (seq === undefined) return [];
    const found = log.get(seq);
    if (found?.opId !== own.id) return [`${own.id}, acknowledged as ${seq}, is not there`];
    return found.hash === hashOf(own.pieces) ? [] : [`number ${seq} holds other bytes`];
  });
}

async function readLog(url: string, token: string) {
  const log = new Map<number, Logged>();
  const bodies = new Map<number, Uint8Array[]>();
  let since = 0;
  let piece = 0;
  let head = 0;
  for (;;) {
    const response = await fetch(`${url}/v1/pull?since=${since}&piece=${piece}&limit=${LIMIT}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`pulling: ${response.status} ${await response.text()}`);
    head = Number(response.headers.get(HEAD_HEADER));
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.byteLength === 0) break;
    for (const { header, parts } of decodeFrames(bytes, HUB_LIMITS.header)) {
      const { seq = 0, op } = header;
      const body = [...(bodies.get(seq) ?? []), ...parts.map((part) => part.body.slice())];
      const isWhole = !header.piece || header.piece.n + 1 === header.piece.of;
      if (isWhole) {
        log.set(seq, { opId: op.id, deviceId: op.deviceId, ownSeq: op.seq, hash: hashOf(body) });
        bodies.delete(seq);
        since = seq;
        piece = 0;
      } else {
        bodies.set(seq, body);
        piece = (header.piece?.n ?? 0) + 1;
      }
    }
  }
  return { log, head };
}

function hashOf(pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('base64');
}
