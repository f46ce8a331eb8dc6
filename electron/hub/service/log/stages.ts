import type { Refusal } from '@shared/contracts/hub-http';
import type { Frame, WireHeader } from '@shared/sync/wire';
import { v7 } from 'uuid';
import type { HubTables, Work } from '../../store/tables';
import { judgeAndApplyStaged } from '../records/judge-staged';
import type { Seat } from '../seats/seat';
import { type Batch, bytesOf, headerText, insertParts, partRows } from './batch';

type Stage = HubTables['op_stages'];
type Piece = NonNullable<WireHeader['piece']>;

/** What a large operation may weigh altogether. */
const MAX_OP_BYTES = 4 * 1024 ** 3;

/**
 * Keeps a piece if it is the next one; answers how many are here now, where the sender goes on.
 * Pieces of the same operation in another form (it was stamped or cut anew) make place for it.
 */
export async function stagePiece(batch: Batch, frame: Frame, piece: Piece): Promise<number> {
  const { work, seat, nowMs } = batch;
  const header = headerText(frame);
  const held = await findStage(work, seat, frame.header.op.id);
  const isSame = held !== undefined && held.header === header && held.pieces === piece.of;
  if (held && !isSame) await dropStage(work, held);
  const have = held && isSame ? held.have : 0;
  if (piece.n !== have) return have;
  const bodyId = held && isSame ? held.body_id : v7();
  const bytes = (held && isSame ? Number(held.bytes) : 0) + bytesOf(frame);
  await insertParts(work, partRows(seat, frame, bodyId, piece.n));
  await work
    .insertInto('op_stages')
    .values({
      workspace_id: seat.workspaceId,
      seat_id: seat.seatId,
      op_id: frame.header.op.id,
      body_id: bodyId,
      header,
      pieces: piece.of,
      have: have + 1,
      bytes,
      touched_at: nowMs,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'seat_id', 'op_id'])
        .doUpdateSet({ have: have + 1, bytes, touched_at: nowMs }),
    )
    .execute();
  return have + 1;
}

/** Its last piece is here: it enters the log whole, or leaves nothing. */
export async function enterStaged(batch: Batch, frame: Frame): Promise<number | Refusal> {
  const { work, seat } = batch;
  const stage = await findStage(work, seat, frame.header.op.id);
  if (!stage) return { code: 'busy' };
  const refusal: Refusal | undefined =
    stage.bytes > MAX_OP_BYTES
      ? { code: 'too-large' }
      : await judgeAndApplyStaged(batch, stage.body_id);
  if (refusal) {
    await dropStage(work, stage);
    return refusal;
  }
  await deleteStage(work, stage);
  return batch.enterBody(frame, {
    bodyId: stage.body_id,
    header: stage.header,
    pieces: stage.pieces,
    bytes: stage.bytes,
  });
}

const findStage = (work: Work, { workspaceId, seatId }: Seat, opId: string) =>
  work
    .selectFrom('op_stages')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('seat_id', '=', seatId)
    .where('op_id', '=', opId)
    .forUpdate()
    .executeTakeFirst();

/** With the bytes that came. */
export async function dropStage(work: Work, stage: Stage): Promise<void> {
  await work
    .deleteFrom('op_parts')
    .where('workspace_id', '=', stage.workspace_id)
    .where('body_id', '=', stage.body_id)
    .execute();
  await deleteStage(work, stage);
}

const deleteStage = (work: Work, { workspace_id, seat_id, op_id }: Stage) =>
  work
    .deleteFrom('op_stages')
    .where('workspace_id', '=', workspace_id)
    .where('seat_id', '=', seat_id)
    .where('op_id', '=', op_id)
    .execute();
