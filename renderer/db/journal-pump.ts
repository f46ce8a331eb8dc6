import type { JournalFrame } from '@shared/contracts/ipc';
import type { Op } from '@shared/sync/op';
import type { ConsoleDb } from './db';
import { packBytes } from './packed-bytes';
import { inTransaction } from './tables';
import { readProgress, writeProgress } from './write/identity';

/** Writes frames durably outside IndexedDB; the window answers once main has fsynced them. */
export type JournalSink = (databaseId: string, frames: JournalFrame[]) => Promise<void>;

const FRAMES_AT_ONCE = 200;

/**
 * Copies committed ops, in order, from the outbox to the journal. It works from what the database
 * says is not journalled yet, so a console that was killed in between catches up at the next start.
 */
export class JournalPump {
  private running: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly db: ConsoleDb,
    private readonly databaseId: string,
    private readonly sink: JournalSink,
  ) {}

  /** Starts copying if it is not under way; resolves when everything committed so far is durable. */
  flush(): Promise<void> {
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.copyAll();
    return this.running;
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
    const last = ops[ops.length - 1];
    if (!last) return false;
    // A bulk op goes alone, so that a frame's packed pages are in memory once.
    const bulkAt = ops.findIndex((op) => op.hasPayload);
    const batch = bulkAt < 0 ? ops : ops.slice(0, Math.max(1, bulkAt));
    const frames: JournalFrame[] = [];
    for (const op of batch) frames.push(await this.frameOf(op));
    await this.sink(this.databaseId, frames);
    await this.markJournaled(batch);
    return true;
  }

  private async frameOf(op: Op): Promise<JournalFrame> {
    const stored = op.hasPayload ? await this.db.table('opPayloads').get(op.seq) : undefined;
    const payload = stored ? await packBytes(stored.payload) : new Uint8Array();
    return { seq: op.seq, header: JSON.stringify(op), payload };
  }

  private async markJournaled(ops: Op[]): Promise<void> {
    await inTransaction(this.db, ['meta', 'opPayloads'], async (trans) => {
      const progress = await readProgress(trans);
      const seq = ops[ops.length - 1]?.seq ?? progress.journaledSeq;
      await writeProgress(trans, {
        ...progress,
        journaledSeq: Math.max(seq, progress.journaledSeq),
      });
      await trans.table('opPayloads').bulkDelete(ops.map((op) => op.seq));
    });
  }
}
