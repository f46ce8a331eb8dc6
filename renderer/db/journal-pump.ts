import type { JournalFrame } from '@shared/contracts/ipc';
import { joinBlocks, type PayloadBlock } from '@shared/contracts/journal-payload';
import { encodeBinaryJson } from '@shared/lib/binary-json';
import type { Op } from '@shared/sync/op';
import type { ConsoleDb } from './db';
import { BlockStream, JournalFeed, LARGE_BYTES } from './journal-stream';
import { gzip } from './packed-bytes';
import { inTransaction } from './tables';
import { readHead, readProgress, writeProgress } from './write/identity';
import { dropPayloads, readPayload, readUncreated } from './write/op-payloads';

/** Writes durably outside IndexedDB; the window answers once main has fsynced. */
export type JournalSink = {
  append(databaseId: string, frames: JournalFrame[]): Promise<void>;
  /** A frame too large for one message, block by block; null when the journal has it already. */
  begin(databaseId: string, seq: number, header: string): Promise<string | null>;
  write(token: string, block: Uint8Array<ArrayBuffer>): Promise<void>;
  finish(token: string): Promise<void>;
  abort(token: string): Promise<void>;
};

const FRAMES_AT_ONCE = 200;

/**
 * Copies committed ops, in order, from the outbox to the journal. It works from what the database
 * says is not journalled yet, so a console that was killed in between catches up at the next start.
 */
export class JournalPump {
  private running: Promise<void> | undefined;
  private again = false;
  private isBulk = false;
  private feed: JournalFeed | undefined;

  constructor(
    private readonly db: ConsoleDb,
    private readonly databaseId: string,
    private readonly sink: JournalSink,
  ) {}

  /**
   * Starts copying if it is not under way; resolves when everything committed so far is durable.
   * `isBulk`: what was just committed is large.
   */
  flush(isBulk = false): Promise<void> {
    this.isBulk ||= isBulk;
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.copyAll();
    return this.running;
  }

  /**
   * Takes the pages of an operation while its transaction still writes them, so that after the commit
   * only the rest has to follow. `op` is what the outbox will hold. What is not finished counts for
   * nothing: then the payload is read from the database, as after a restart.
   */
  openFeed(op: Op): JournalFeed {
    this.feed = new JournalFeed(op.seq, () =>
      BlockStream.begin(this.sink, this.databaseId, op.seq, JSON.stringify(op)),
    );
    return this.feed;
  }

  /** The operation came to nothing. */
  async dropFeed(): Promise<void> {
    const dropped = this.feed?.take();
    this.feed = undefined;
    await dropped?.abort();
  }

  /** Resolves, whatever comes of it, when no large operation is being copied from its pages. */
  async settle(): Promise<void> {
    if (this.isBulk) await this.running?.catch(() => undefined);
  }

  private async copyAll(): Promise<void> {
    try {
      do {
        this.again = false;
        while (await this.copySome()) {
          // Each round takes the next ops, until none is left.
        }
      } while (this.again);
    } finally {
      // At once, not a tick later: who asks in between would wait for a run that looks no more.
      this.running = undefined;
      this.isBulk = false;
    }
  }

  private async copySome(): Promise<boolean> {
    const { journaledSeq } = await readProgress(this.db);
    const ops = (await this.db
      .table('outbox')
      .where('seq')
      .above(journaledSeq)
      .limit(FRAMES_AT_ONCE)
      .toArray()) as Op[];
    const [first] = ops;
    if (!first) return false;
    // A bulk op goes alone, so that no more than a part of it is in memory.
    const bulkAt = ops.findIndex((op) => op.hasPayload);
    const batch = bulkAt <= 0 ? ops : ops.slice(0, bulkAt);
    if (bulkAt === 0) await this.copyBulk(first);
    else
      await this.sink.append(
        this.databaseId,
        batch.map((op) => ({ seq: op.seq, header: JSON.stringify(op), payload: new Uint8Array() })),
      );
    await this.markJournaled(bulkAt === 0 ? [first] : batch);
    return true;
  }

  /** True when the pages were journalled while they were written, and now the rest was. */
  private async finishFeed(op: Op): Promise<boolean> {
    const { feed } = this;
    this.feed = undefined;
    const stream = feed?.take();
    if (!stream) return false;
    if (feed?.seq !== op.seq || !(await stream.isOpen())) {
      await stream.abort();
      return false;
    }
    for await (const part of readUncreated(this.db, op.seq)) {
      await stream.write(encodeBinaryJson(part));
    }
    await stream.finish();
    return true;
  }

  private async copyBulk(op: Op): Promise<void> {
    if (await this.finishFeed(op)) return;
    const header = JSON.stringify(op);
    const first: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    let stream: BlockStream | undefined;
    for await (const part of readPayload(this.db, op.seq)) {
      const block = encodeBinaryJson(part);
      size += block.byteLength;
      if (!stream && size <= LARGE_BYTES) {
        first.push(block);
        continue;
      }
      if (!stream) {
        stream = BlockStream.begin(this.sink, this.databaseId, op.seq, header);
        if (!(await stream.isOpen())) return;
      }
      for (const early of first.splice(0)) await stream.write(early);
      await stream.write(block);
    }
    if (stream) return stream.finish();
    const blocks: PayloadBlock[] = [];
    for (const block of first) blocks.push({ form: 'gzip', bytes: await gzip(block) });
    const payload = blocks.length > 0 ? joinBlocks(blocks) : new Uint8Array();
    await this.sink.append(this.databaseId, [{ seq: op.seq, header, payload }]);
  }

  private async markJournaled(ops: Op[]): Promise<void> {
    await inTransaction(this.db, ['meta', 'opPayloads', 'outbox'], async (trans) => {
      const { progress, place } = await readHead(trans);
      const seq = ops[ops.length - 1]?.seq ?? progress.journaledSeq;
      await writeProgress(trans, {
        ...progress,
        journaledSeq: Math.max(seq, progress.journaledSeq),
      });
      const isSettled = (op: Op) => op.isPulled === true || op.seq <= (place?.ackedSeq ?? 0);
      if (place)
        await trans.table('outbox').bulkDelete(ops.filter(isSettled).map(({ seq }) => seq));
      // In a shared workspace the hub has to get them, too.
      const isDone = (op: Op) => op.hasPayload && (!place || isSettled(op));
      await dropPayloads(
        trans,
        ops.filter(isDone).map((op) => op.seq),
      );
    });
  }
}
