import type { Frame } from '@shared/sync/wire';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { HubTables, Work } from '../../store/tables';
import { refuse } from '../refuse';
import type { Seat } from '../seats/seat';

type OpRow = HubTables['ops'];
type PartRow = HubTables['op_parts'];
type Known = { op_id: string; seq: number; device_id: string; own_seq: number };

const ROWS_A_STATEMENT = 2000;
const ownKey = (deviceId: string, seq: number) => `${deviceId}/${seq}`;

/** What a frame's header says of the operation itself, in all its pieces the same. */
export const headerText = ({ header }: Frame): string => {
  const { protocol, op, base, by } = header;
  return JSON.stringify({ protocol, op, base, by });
};

/** Rows of a frame's parts under `bodyId`. */
export const partRows = (seat: Seat, frame: Frame, bodyId: string, piece: number): PartRow[] =>
  frame.header.parts.flatMap(({ scopes, form }, part) => {
    const bytes = frame.parts[part];
    if (!bytes) return [];
    return {
      workspace_id: seat.workspaceId,
      body_id: bodyId,
      piece,
      part,
      scopes,
      form,
      names: bytes.index,
      body: bytes.body,
    };
  });

export const bytesOf = ({ parts }: Frame): number =>
  parts.reduce((sum, { index, body }) => sum + index.byteLength + body.byteLength, 0);

export async function insertParts(work: Work, rows: readonly PartRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
    await work
      .insertInto('op_parts')
      .values(rows.slice(at, at + ROWS_A_STATEMENT))
      .execute();
  }
}

/**
 * The operations of one request on their way into the log. The workspace's row is locked from the
 * first look to the commit, so that numbers are given without gaps, and nobody reads n + 1 before n.
 */
export class Batch {
  readonly work: Work;
  readonly seat: Seat;
  readonly nowMs: number;
  readonly isDivided: boolean;
  head: number;
  private readonly startedAt: number;
  private readonly seqs = new Map<string, number>();
  private readonly owns = new Map<string, string>();
  private readonly writers: ReadonlyMap<string, string>;
  private readonly lastSeqs = new Map<string, number>();
  private readonly ops: OpRow[] = [];
  private readonly parts: PartRow[] = [];

  private constructor(
    work: Work,
    seat: Seat,
    nowMs: number,
    workspace: { head: number; is_divided: boolean },
    known: readonly Known[],
    writers: ReadonlyMap<string, string>,
  ) {
    this.work = work;
    this.seat = seat;
    this.nowMs = nowMs;
    this.isDivided = workspace.is_divided;
    this.head = workspace.head;
    this.startedAt = workspace.head;
    this.writers = writers;
    for (const { op_id, seq, device_id, own_seq } of known) {
      this.seqs.set(op_id, seq);
      this.owns.set(ownKey(device_id, own_seq), op_id);
    }
  }

  static async open(
    work: Work,
    seat: Seat,
    frames: readonly Frame[],
    nowMs: number,
  ): Promise<Batch> {
    const { workspaceId } = seat;
    // Pieces before the last get no number: their bytes come in without holding anybody up.
    const isEntering = frames.some(({ header: { piece } }) => !piece || piece.n + 1 === piece.of);
    const workspace = await work
      .selectFrom('workspaces')
      .select(['head', 'is_divided'])
      .where('workspace_id', '=', workspaceId)
      .$if(isEntering, (query) => query.forUpdate())
      .executeTakeFirstOrThrow();
    await requireUnchanged(work, seat);
    const known = await findKnown(work, workspaceId, frames);
    const writers = await findWriters(work, workspaceId, frames);
    return new Batch(work, seat, nowMs, workspace, known, writers);
  }

  seqOf(opId: string): number | undefined {
    return this.seqs.get(opId);
  }

  /** Whether another operation bears this one's number, or another seat writes under its database's id. */
  isCloned({ id, deviceId, seq }: Frame['header']['op']): boolean {
    const other = this.owns.get(ownKey(deviceId, seq));
    const writer = this.writers.get(deviceId);
    return (
      (other !== undefined && other !== id) || (writer !== undefined && writer !== this.seat.seatId)
    );
  }

  /** A whole operation gets its number. */
  enter(frame: Frame): number {
    const bodyId = v7();
    this.parts.push(...partRows(this.seat, frame, bodyId, 0));
    const body = { bodyId, header: headerText(frame), pieces: 1, bytes: bytesOf(frame) };
    return this.enterBody(frame, body);
  }

  enterBody(
    { header: { op } }: Frame,
    body: { bodyId: string; header: string; pieces: number; bytes: number },
  ): number {
    this.head += 1;
    const seq = this.head;
    this.ops.push({
      workspace_id: this.seat.workspaceId,
      seq,
      op_id: op.id,
      device_id: op.deviceId,
      own_seq: op.seq,
      seat_id: this.seat.seatId,
      body_id: body.bodyId,
      header: body.header,
      pieces: body.pieces,
      bytes: body.bytes,
      at: this.nowMs,
    });
    this.seqs.set(op.id, seq);
    this.owns.set(ownKey(op.deviceId, op.seq), op.id);
    this.lastSeqs.set(op.deviceId, Math.max(op.seq, this.lastSeqs.get(op.deviceId) ?? 0));
    return seq;
  }

  async close(): Promise<void> {
    const { work, seat, ops } = this;
    if (this.head === this.startedAt) return;
    await insertParts(work, this.parts);
    for (let at = 0; at < ops.length; at += ROWS_A_STATEMENT) {
      await work
        .insertInto('ops')
        .values(ops.slice(at, at + ROWS_A_STATEMENT))
        .execute();
    }
    await work
      .updateTable('workspaces')
      .set({ head: this.head })
      .where('workspace_id', '=', seat.workspaceId)
      .execute();
    await this.writeWriters();
  }

  private async writeWriters(): Promise<void> {
    const rows = [...this.lastSeqs].map(([device_id, last_seq]) => ({
      workspace_id: this.seat.workspaceId,
      device_id,
      seat_id: this.seat.seatId,
      last_seq,
    }));
    await this.work
      .insertInto('writers')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'device_id']).doUpdateSet((eb) => ({
          seat_id: eb.ref('excluded.seat_id'),
          last_seq: sql<number>`greatest(writers.last_seq, excluded.last_seq)`,
        })),
      )
      .execute();
  }
}

/** Rights may have changed between recognising the seat and holding the workspace. */
async function requireUnchanged(work: Work, { workspaceId, seatId, grantsVersion }: Seat) {
  const now = await work
    .selectFrom('seats')
    .select(['revoked_at', 'grants_version'])
    .where('workspace_id', '=', workspaceId)
    .where('seat_id', '=', seatId)
    .executeTakeFirst();
  if (!now || now.revoked_at !== null) refuse('device-revoked');
  if (now.grants_version !== grantsVersion) refuse('busy');
}

async function findKnown(work: Work, workspaceId: string, frames: readonly Frame[]) {
  const ops = frames.map(({ header }) => header.op);
  const { rows } = await sql<Known>`
    select op_id, seq, device_id, own_seq from ops
    where workspace_id = ${workspaceId} and op_id = any(${ops.map(({ id }) => id)}::text[])
    union
    select op_id, seq, device_id, own_seq from ops
    where workspace_id = ${workspaceId}
      and device_id = any(${[...new Set(ops.map(({ deviceId }) => deviceId))]}::text[])
      and own_seq = any(${ops.map(({ seq }) => seq)}::bigint[])`.execute(work);
  return rows;
}

/** Which live seat each database writes from; one whose seat was given up is free for the next. */
async function findWriters(work: Work, workspaceId: string, frames: readonly Frame[]) {
  const ids = [...new Set(frames.map(({ header }) => header.op.deviceId))];
  const rows = await work
    .selectFrom('writers as w')
    .innerJoin('seats as s', (join) =>
      join.onRef('s.workspace_id', '=', 'w.workspace_id').onRef('s.seat_id', '=', 'w.seat_id'),
    )
    .select(['w.device_id', 'w.seat_id'])
    .where('w.workspace_id', '=', workspaceId)
    .where('w.device_id', 'in', ids)
    .where('s.revoked_at', 'is', null)
    .execute();
  return new Map(rows.map(({ device_id, seat_id }) => [device_id, seat_id]));
}
