import type { Hlc } from '@shared/sync/clock';
import type { SyncPlace } from '@shared/sync/local-port';
import type { Op } from '@shared/sync/op';
import type { Frame } from '@shared/sync/wire';
import type { TableSource } from '../../tables';
import { readHead, writeProgress } from '../../write/identity';
import { isErasure, scrubPast } from '../../write/scrub-past';
import type { WriteDoor } from '../../write/write-door';
import { type Aside, putAside } from '../aside';
import { Sight } from '../divide/sight';
import { HubOps } from '../hub-ops';
import { dropPieces, readPiece } from '../inbox';
import type { OpBody } from '../op-body';
import { tidyOutbox } from '../outbox';
import { writePlace } from '../place';
import { noteNewOrders } from '../twins';
import { type ErasePerson, Erasing } from './erasing';
import { FrameMerger, type OnKeptOut } from './merge-frame';

/** What operations of others are in this laptop's own history. */
const APPLIED = 'sync.applied';

/**
 * Takes whole operations in, in the order of the log: small ones together, each large one and each
 * erasure in a commit of its own, with the cursor in the same transaction.
 */
export async function takeFrames(
  parts: { door: WriteDoor; erasePerson: ErasePerson },
  frames: readonly Frame[],
): Promise<void> {
  for (const batch of batchesOf(frames)) await takeBatch(parts, batch);
}

function batchesOf(frames: readonly Frame[]): Frame[][] {
  const batches: Frame[][] = [];
  let small: Frame[] | undefined;
  for (const frame of frames) {
    const isAlone = frame.header.piece !== undefined || isErasure(frame.header.op.command);
    if (isAlone) {
      batches.push([frame]);
      small = undefined;
    } else if (small) small.push(frame);
    else {
      small = [frame];
      batches.push(small);
    }
  }
  return batches;
}

async function takeBatch(
  { door, erasePerson }: { door: WriteDoor; erasePerson: ErasePerson },
  frames: readonly Frame[],
): Promise<void> {
  const last = frames[frames.length - 1]?.header;
  if (!last) return;
  const newest = frames.reduce<Hlc>(
    (most, { header: { op } }) => (op.hlc > most ? op.hlc : most),
    '',
  );
  const asides: Aside[] = [];
  const heard = { ackedSeq: 0, isCloned: false };
  const erasing = isErasure(last.op.command) ? new Erasing(erasePerson) : undefined;
  let hubOps: HubOps | undefined;
  await door.takeIn(
    // An erasure keeps its name: whatever repeats this operation has to erase again.
    erasing ? last.op.command : APPLIED,
    async (tx) => {
      const { place, progress } = await readHead(tx.db);
      if (!place) return;
      const base = Math.min(...frames.map(({ header }) => header.base));
      hubOps = await HubOps.read(tx.db, base, place.ackedSeq);
      const merger = new FrameMerger(tx);
      const sight = new Sight(tx, place, door.deviceId);
      for (const frame of frames) {
        const { header } = frame;
        if ((header.seq ?? 0) <= place.cursor) continue;
        const isOwn = header.op.deviceId === door.deviceId;
        if (isOwn && hubOps.isConfirmed(header)) continue;
        const origin = await originOf(tx.db, header.op, door.deviceId, progress.lastSeq);
        if (origin === 'clone') heard.isCloned = true;
        // It reached the hub, though the answer did not come: it need not be sent again.
        if (origin === 'here') heard.ackedSeq = Math.max(heard.ackedSeq, header.op.seq);
        else {
          const onKeptOut = keepsOut(frame, tx.now, asides);
          const knew = hubOps.knew(header);
          const onBody = erasing && ((body: OpBody) => erasing.look(tx, body));
          await eachPiece(tx.db, frame, async (piece) => {
            await merger.merge(piece, knew, onKeptOut, onBody);
            sight.look(piece, knew);
          });
        }
        hubOps.add(header);
      }
      await sight.judge();
      await noteNewOrders(tx);
    },
    async (within, _, op) => {
      const { place, progress } = await readHead(within);
      if (!place) return;
      await hubOps?.write(within);
      for (const aside of asides) await putAside(within, aside);
      for (const { header } of frames) {
        if (header.piece) await dropPieces(within, header.seq ?? 0);
      }
      const moved: SyncPlace = {
        ...place,
        cursor: Math.max(place.cursor, last.seq ?? 0),
        piecesHere: 0,
        ackedSeq: Math.max(place.ackedSeq, heard.ackedSeq),
        ...(heard.isCloned && { isCloned: true }),
      };
      await writePlace(within, moved);
      if (heard.ackedSeq > 0) await tidyOutbox(within, place.ackedSeq);
      if (!op && newest > (progress.hlc ?? '')) {
        await writeProgress(within, { ...progress, hlc: newest });
      }
      if (op && erasing) await scrubPast(within, erasing.erased(), op.seq);
    },
    { newest },
  );
}

/** Whether an operation was written here and waits to hear of the hub, or by a clone of this database. */
async function originOf(
  within: TableSource,
  op: Pick<Op, 'id' | 'seq' | 'deviceId'>,
  deviceId: string,
  lastSeq: number,
): Promise<'here' | 'clone' | 'other'> {
  const own = (await within.table('outbox').get(op.seq)) as Op | undefined;
  if (own?.id === op.id) return 'here';
  const isUnknown = op.seq > lastSeq || own !== undefined;
  return op.deviceId === deviceId && isUnknown ? 'clone' : 'other';
}

/** The pieces before the last one wait in the inbox. (No generator: Dexie loses its transaction in one.) */
async function eachPiece(
  within: TableSource,
  frame: Frame,
  show: (piece: Frame) => Promise<void>,
): Promise<void> {
  const { seq = 0, piece } = frame.header;
  for (let n = 0; piece && n < piece.n; n += 1) {
    const earlier = await readPiece(within, seq, n);
    if (!earlier) throw new Error(`piece ${n} of operation ${seq} is not here`);
    await show(earlier);
  }
  await show(frame);
}

function keepsOut({ header: { op, seq = 0 } }: Frame, at: number, asides: Aside[]): OnKeptOut {
  return (refusal, change) => {
    asides.push({
      seq: [seq, asides.length],
      at,
      refusal,
      kind: 'foreign',
      opId: op.id,
      command: op.command,
      ...(change && { change }),
    });
  };
}
