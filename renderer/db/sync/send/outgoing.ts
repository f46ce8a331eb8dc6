import type { LocalPort, Outgoing, SyncPlace } from '@shared/sync/local-port';
import type { Op } from '@shared/sync/op';
import { ALL } from '@shared/sync/scopes';
import { encodeFrame, type Frame, PROTOCOL_VERSION, type WireHeader } from '@shared/sync/wire';
import type { ConsoleDb } from '../../db';
import { inTransaction } from '../../tables';
import { readPart, sharedPartKeys } from '../../write/op-payloads';
import type { WriteDoor } from '../../write/write-door';
import { type OpBody, packBody, travelling } from '../op-body';
import { tidyOutbox, unsentAfter } from '../outbox';
import { readPlace, writePlace } from '../place';

/** Cuts what an operation says by who may see it; the parts lie packed, with the records they name. */
export type Divide = (
  body: OpBody,
  op: Op,
) => Promise<{ scopes: string[]; index: Uint8Array; body: Uint8Array }[]>;

export type SendParts = { db: ConsoleDb; door: WriteDoor; divide: Divide };

const OPS_AT_ONCE = 200;
const MAX_NAME = 60;

type Piece = { n: number; of: number };

/** Own unsent operations as frames: small ones whole, large ones in pieces. */
export async function outgoing(
  parts: SendParts,
  after: Parameters<LocalPort['outgoing']>[0],
  maxBytes: number,
): Promise<Outgoing> {
  const place = await readPlace(parts.db);
  const frames: Uint8Array[] = [];
  const sent: Outgoing['sent'] = [];
  let size = 0;
  const done = () => {
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const frame of frames) {
      bytes.set(frame, at);
      at += frame.byteLength;
    }
    return { frames: bytes, sent };
  };
  if (!place) return done();
  const ops = await unsentAfter(parts.db, after.seq).limit(OPS_AT_ONCE).toArray();
  let { pieces } = after;
  for (const op of ops) {
    const keys = op.hasPayload ? await sharedPartKeys(parts.db, op.seq) : [undefined];
    let isEmpty = true;
    for (let n = pieces; n < keys.length; n += 1) {
      const piece = keys.length > 1 ? { n, of: keys.length } : undefined;
      const body = await bodyOf(parts.db, op, keys[n]);
      if (!body && !piece) continue;
      const frame = encodeFrame(await frameOf(parts, place, op, body, piece));
      if (sent.length > 0 && size + frame.byteLength > maxBytes) return done();
      frames.push(frame);
      size += frame.byteLength;
      sent.push({ opId: op.id, seq: op.seq, ...(piece && { piece }) });
      isEmpty = false;
    }
    // Nothing of it is anybody else's: it is as good as sent.
    if (isEmpty && sent.length === 0 && pieces === 0) await pass(parts.db, op.seq);
    pieces = 0;
  }
  if (sent.length === 0 && ops.length === OPS_AT_ONCE) {
    return outgoing(parts, { seq: ops[ops.length - 1]?.seq ?? after.seq, pieces: 0 }, maxBytes);
  }
  return done();
}

async function bodyOf(
  db: ConsoleDb,
  op: Op,
  key: number[] | undefined,
): Promise<OpBody | undefined> {
  const part = key ? await readPart(db, key) : { changes: op.changes };
  return part && travelling(part);
}

async function frameOf(
  { door, divide }: SendParts,
  place: SyncPlace,
  op: Op,
  body: OpBody | undefined,
  piece: Piece | undefined,
): Promise<Frame> {
  const cut = body ? await cutBody(place, divide, op, body) : [];
  const { changes: _c, hasPayload: _p, base, moves: _m, isPulled: _i, ...header } = op;
  const by = door.actor?.slice(0, MAX_NAME);
  const head: WireHeader = {
    protocol: PROTOCOL_VERSION,
    op: header,
    base: base ?? place.cursor,
    ...(by && { by }),
    ...(piece && { piece }),
    parts: cut.map(({ scopes, index, body: bytes }) => ({
      scopes,
      index: index.byteLength,
      body: bytes.byteLength,
      form: 'gzip',
    })),
  };
  return { header: head, parts: cut };
}

async function cutBody(place: SyncPlace, divide: Divide, op: Op, body: OpBody) {
  if (place.isDivided) return divide(body, op);
  return [{ scopes: [ALL], index: new Uint8Array(), body: await packBody(body) }];
}

function pass(db: ConsoleDb, seq: number): Promise<void> {
  return inTransaction(db, ['meta', 'outbox', 'opPayloads'], async (within) => {
    const place = await readPlace(within);
    if (!place || place.ackedSeq >= seq) return;
    await writePlace(within, { ...place, ackedSeq: seq });
    await tidyOutbox(within, seq);
  });
}
