import type { JournalFrame } from '@shared/contracts/ipc';
import { joinBlocks, type PayloadBlock } from '@shared/contracts/journal-payload';
import { encodeBinaryJson } from '@shared/lib/binary-json';
import type { Op } from '@shared/sync/op';
import { transfer } from 'comlink';
import type { ConsoleDb } from './db';
import { gzip } from './packed-bytes';
import { inTransaction } from './tables';
import { readProgress, writeProgress } from './write/identity';
import { dropPayloads, readPayload } from './write/op-payloads';

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
/** What is larger goes in blocks. */
const LARGE_BYTES = 1 << 20;
/** Blocks on their way to main, which compresses them on another core, while the next is packed. */
const BLOCKS_AT_ONCE = 3;

/**
 * Copies committed ops, in order, from the outbox to the journal. It works from what the database
 * says is not journalled yet, so a console that was killed in between catches up at the next start.
 */
export class JournalPump {
  private running: Promise<void> | undefined;
  private again = false;
  private isBulk = false;

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

  private async copyBulk(op: Op): Promise<void> {
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
      stream ??= await BlockStream.open(this.sink, this.databaseId, op.seq, header);
      if (!stream) return;
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
    await inTransaction(this.db, ['meta', 'opPayloads'], async (trans) => {
      const progress = await readProgress(trans);
      const seq = ops[ops.length - 1]?.seq ?? progress.journaledSeq;
      await writeProgress(trans, {
        ...progress,
        journaledSeq: Math.max(seq, progress.journaledSeq),
      });
      await dropPayloads(
        trans,
        ops.filter((op) => op.hasPayload).map((op) => op.seq),
      );
    });
  }
}

/** One frame on its way in blocks. Whatever goes wrong, the journal keeps nothing of it. */
class BlockStream {
  private readonly underWay: Promise<void>[] = [];

  private constructor(
    private readonly sink: JournalSink,
    private readonly token: string,
  ) {}

  static async open(
    sink: JournalSink,
    databaseId: string,
    seq: number,
    header: string,
  ): Promise<BlockStream | undefined> {
    const token = await sink.begin(databaseId, seq, header);
    return token === null ? undefined : new BlockStream(sink, token);
  }

  async write(block: Uint8Array<ArrayBuffer>): Promise<void> {
    // Given away, not copied, on its way to the window.
    const written = this.sink.write(this.token, transfer(block, [block.buffer]));
    // Waited for below; until then a failure has nobody to hear it.
    written.catch(() => undefined);
    this.underWay.push(written);
    if (this.underWay.length >= BLOCKS_AT_ONCE) await this.giveUpOnFailure(this.underWay.shift());
  }

  async finish(): Promise<void> {
    for (const written of this.underWay) await this.giveUpOnFailure(written);
    await this.sink.finish(this.token);
  }

  private async giveUpOnFailure(written: Promise<void> | undefined): Promise<void> {
    try {
      await written;
    } catch (error) {
      await this.sink.abort(this.token).catch(() => undefined);
      throw error;
    }
  }
}
