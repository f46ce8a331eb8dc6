import type { PullQuery } from '@shared/contracts/hub-http';
import { SHARED, seesAll } from '@shared/sync/scopes';
import { encodeFrame, type Frame, wireHeaderSchema } from '@shared/sync/wire';
import { sql } from 'kysely';
import type { Store } from '../../store/tables';
import { refuse } from '../refuse';
import { floorOf, type Seat } from '../seats/seat';

/** A page holds at least one frame, and no more than this beside it. */
const PAGE_BYTES = 4 * 1024 * 1024;

type OpLine = { seq: number; body_id: string; header: string; pieces: number; bytes: number };
type Wanted = { op: OpLine; piece: number };
type Part = {
  body_id: string;
  piece: number;
  scopes: string[];
  form: 'gzip' | 'sealed';
  names: Uint8Array;
  body: Uint8Array;
};

/**
 * The log after `since` as frames, of each operation the parts that the seat may see; `behind-log`
 * when what follows is not there any more, or was written before it was cut for this seat.
 */
export async function pull(
  db: Store,
  seat: Seat,
  { since, piece, limit }: PullQuery,
): Promise<{ frames: Uint8Array<ArrayBuffer>; head: number }> {
  if (since < floorOf(seat)) refuse('behind-log');
  const ops = await readOps(db, seat, since, limit);
  const head = Math.max(seat.head, ops.at(-1)?.seq ?? 0);
  const wanted = await choose(db, seat, ops, piece);
  const parts = await readParts(db, seat, wanted);
  const frames = wanted.map((want) => encodeFrame(frameOf(want, parts)));
  return { frames: join(frames), head };
}

async function readOps(db: Store, seat: Seat, since: number, limit: number): Promise<OpLine[]> {
  const rows = await db
    .selectFrom('ops')
    .select(['seq', 'body_id', 'header', 'pieces', 'bytes'])
    .where('workspace_id', '=', seat.workspaceId)
    .where('seq', '>', since)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(({ body_id, header, ...rest }) => {
    // Erased since the seat was recognised.
    if (body_id === null || header === null) return refuse('behind-log');
    return { ...rest, body_id, header };
  });
}

/** Frames until the page is full: whole operations, and of large ones the pieces after `piece`. */
async function choose(
  db: Store,
  seat: Seat,
  ops: readonly OpLine[],
  piece: number,
): Promise<Wanted[]> {
  const wanted: Wanted[] = [];
  let bytes = 0;
  for (const [n, op] of ops.entries()) {
    const from = n === 0 && op.pieces > 1 ? Math.min(piece, op.pieces - 1) : 0;
    const sizes = op.pieces === 1 ? [op.bytes] : await pieceSizes(db, seat, op, from);
    for (const [m, size] of sizes.entries()) {
      bytes += size;
      if (bytes > PAGE_BYTES && wanted.length > 0) return wanted;
      wanted.push({ op, piece: from + m });
    }
    // More pieces than were looked at: the rest of this one comes before the next.
    if (from + sizes.length < op.pieces) return wanted;
  }
  return wanted;
}

const PIECES_A_PAGE = 64;

async function pieceSizes(db: Store, seat: Seat, op: OpLine, from: number): Promise<number[]> {
  const last = Math.min(op.pieces, from + PIECES_A_PAGE);
  const { rows } = await sql<{ piece: number; bytes: number }>`
    select piece, sum(octet_length(names) + octet_length(body))::bigint as bytes from op_parts
    where workspace_id = ${seat.workspaceId} and body_id = ${op.body_id}
      and piece >= ${from} and piece < ${last} and ${visible(seat)}
    group by piece`.execute(db);
  const sizes = new Map(rows.map((row) => [row.piece, row.bytes]));
  return Array.from({ length: last - from }, (_, n) => sizes.get(from + n) ?? 0);
}

/** `all` labels what was never cut: only who sees everything sees that. */
const visible = ({ grants }: Seat) =>
  seesAll(grants)
    ? sql<boolean>`true`
    : sql<boolean>`scopes && ${[SHARED, ...grants.map(({ scope }) => scope)]}::text[]`;

async function readParts(
  db: Store,
  seat: Seat,
  wanted: readonly Wanted[],
): Promise<Map<string, Part[]>> {
  const found = new Map<string, Part[]>();
  if (wanted.length === 0) return found;
  const { rows } = await sql<Part>`
    select p.body_id, p.piece, p.scopes, p.form, p.names, p.body
    from unnest(
      ${wanted.map(({ op }) => op.body_id)}::text[], ${wanted.map(({ piece }) => piece)}::integer[]
    ) as wanted (body_id, piece)
    join op_parts p on p.body_id = wanted.body_id and p.piece = wanted.piece
    where p.workspace_id = ${seat.workspaceId} and ${visible(seat)}
    order by p.body_id, p.piece, p.part`.execute(db);
  for (const row of rows) {
    const key = `${row.body_id}/${row.piece}`;
    const parts = found.get(key);
    if (parts) parts.push(row);
    else found.set(key, [row]);
  }
  return found;
}

function frameOf({ op, piece }: Wanted, found: ReadonlyMap<string, Part[]>): Frame {
  const parts = found.get(`${op.body_id}/${piece}`) ?? [];
  const header = wireHeaderSchema.parse({
    ...JSON.parse(op.header),
    seq: op.seq,
    ...(op.pieces > 1 && { piece: { n: piece, of: op.pieces } }),
    parts: parts.map(({ scopes, form, names, body }) => ({
      scopes,
      index: names.byteLength,
      body: body.byteLength,
      form,
    })),
  });
  return { header, parts: parts.map(({ names, body }) => ({ index: names, body })) };
}

function join(frames: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(frames.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let place = 0;
  for (const frame of frames) {
    bytes.set(frame, place);
    place += frame.byteLength;
  }
  return bytes;
}
