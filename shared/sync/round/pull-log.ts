import { ExpectedError } from '@shared/lib/errors';
import { HUB_LIMITS } from '../../contracts/hub-http';
import { decodeFrames, type Frame, PROTOCOL_VERSION } from '../wire';
import type { RoundParts } from './round-parts';

const PAGE_OPS = 200;

/**
 * Fetches the log page by page until everything up to `head` is here, and whatever came meanwhile;
 * without a `head` the hub is asked for it.
 * Throws `schema-newer` or `protocol-newer` at the first operation that this console cannot read,
 * with all before it taken in and the cursor before it.
 */
export async function pullLog(parts: RoundParts, head: number | undefined): Promise<void> {
  const { local, hub, onProgress, isStopped } = parts;
  const start = await local.place();
  let { cursor, piecesHere } = start;
  let known = head ?? cursor + 1;
  while (cursor < known && !isStopped()) {
    const page = await hub.pull({ since: cursor, piece: piecesHere, limit: PAGE_OPS });
    if (page.head === cursor && head === undefined) return;
    if (page.head <= cursor || page.frames.byteLength === 0) {
      throw new ExpectedError('hub-answers-strangely');
    }
    known = page.head;
    await takePage(parts, page.frames, { ...start, cursor, piecesHere });
    ({ cursor, piecesHere } = await local.place());
    onProgress?.({ kind: 'pull', done: cursor - start.cursor, total: known - start.cursor });
  }
}

type Expected = { workspaceId: string; cursor: number; piecesHere: number };

async function takePage(
  { local, schemaVersion }: RoundParts,
  bytes: Uint8Array,
  expected: Expected,
): Promise<void> {
  let whole: Frame[] = [];
  const takeWhole = async () => {
    if (whole.length > 0) await local.take(whole);
    whole = [];
  };
  let at = expected;
  const frames = decodeFrames(bytes, HUB_LIMITS.header);
  for (;;) {
    const next = read(frames, at, schemaVersion);
    if (next === undefined || next instanceof ExpectedError) {
      await takeWhole();
      if (next) throw next;
      return;
    }
    const { piece } = next.header;
    const isLast = !piece || piece.n + 1 === piece.of;
    if (piece) {
      await takeWhole();
      await (isLast ? local.take([next]) : local.keepPiece(next));
    } else whole.push(next);
    at = isLast
      ? { ...at, cursor: at.cursor + 1, piecesHere: 0 }
      : { ...at, piecesHere: at.piecesHere + 1 };
  }
}

/** The next frame, if it is the one that must follow; what came before it is good either way. */
function read(
  frames: Generator<Frame, undefined>,
  { workspaceId, cursor, piecesHere }: Expected,
  schemaVersion: number,
): Frame | ExpectedError | undefined {
  try {
    const { value: frame } = frames.next();
    if (!frame) return undefined;
    const { header } = frame;
    if (header.protocol > PROTOCOL_VERSION) {
      return new ExpectedError('protocol-newer', { theirs: header.protocol });
    }
    if (header.op.schemaVersion > schemaVersion) {
      return new ExpectedError('schema-newer', { theirs: header.op.schemaVersion });
    }
    const isNext =
      header.seq === cursor + 1 &&
      header.op.workspaceId === workspaceId &&
      (header.piece?.n ?? 0) === piecesHere;
    return isNext ? frame : new ExpectedError('hub-answers-strangely');
  } catch (error) {
    if (error instanceof ExpectedError) return new ExpectedError('hub-answers-strangely');
    throw error;
  }
}
