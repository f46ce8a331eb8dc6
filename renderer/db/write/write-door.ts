import type { EntityName } from '@shared/domain/registry';
import { ExpectedError } from '@shared/lib/errors';
import { Turns } from '@shared/lib/turns';
import type { Op } from '@shared/sync/op';
import type { z } from 'zod';
import type { AnyCommand, Command, CommandLabel } from '../command';
import type { ConsoleDb } from '../db';
import { type Beside, type CommitExtras, type Committed, commit, type TakesIn } from './commit';
import type { DeviceIdentity } from './identity';
import type { OwnedIdsFinder } from './owned-ids';
import { type KeptRecord, revert } from './revert';
import { erasedBy, scrubPast } from './scrub-past';
import {
  dropEntries,
  entryOfBatch,
  nextRedo,
  nextUndo,
  openShelf,
  pushUndo,
  readInverse,
  turnEntry,
  type UndoEntry,
} from './undo-log';
import type { WriteTx } from './write-tx';

export type Reverted = { label: CommandLabel; kept: KeptRecord[]; batchId?: string };

type Feeds = NonNullable<CommitExtras['feeds']> & { dropFeed: () => Promise<void> };

/**
 * Told after each commit, in order: the journal and the in-memory indexes live on this. `statsOf`:
 * whose figures may be others now, absent when it may be everybody's.
 */
export type CommitListener = (
  op: Op,
  entities: EntityName[],
  statsOf: readonly string[] | undefined,
) => void;

/**
 * The one way in which data changes: command → its schema → one transaction with rows, exactly one
 * op and an undo entry → listeners. Commands run one after another, in the order in which they came.
 */
export class WriteDoor {
  private readonly turns = new Turns();
  private readonly listeners: CommitListener[] = [];
  private settle: () => Promise<void> = async () => undefined;
  private feeds: Feeds | undefined;
  /** Set by who keeps indexes in step with every commit of this door. */
  findOwned: OwnedIdsFinder | undefined;
  /** Who works at this laptop; what they do from now on bears the name. */
  actor: string | undefined;

  constructor(
    private readonly db: ConsoleDb,
    private who: DeviceIdentity,
  ) {}

  get deviceId(): string {
    return this.who.deviceId;
  }

  /** The laptop joined or left a workspace, or took a new id; between two commands. */
  become(who: DeviceIdentity): void {
    this.who = who;
  }

  onCommit(listener: CommitListener): void {
    this.listeners.push(listener);
  }

  /** What is waited for before the next command, undo or redo begins; it may not fail. */
  beforeEach(settle: () => Promise<void>): void {
    this.settle = settle;
  }

  /** Who takes new pages for the journal while an operation is still being written. */
  feedJournal(feeds: Feeds): void {
    this.feeds = feeds;
  }

  /** Runs `work` while nothing else writes; for backups and restores. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.take(work);
  }

  run<Name extends string, Input extends z.ZodType, Result>(
    command: Command<Name, Input, Result>,
    input: z.input<Input>,
  ): Promise<Result> {
    const parsed = command.input.parse(input);
    const label = command.label(parsed);
    return this.exclusively(async () => {
      const committed = await this.commitOrExplain(
        command,
        (tx) => command.run(tx, parsed),
        async (trans, tx, op, result) => {
          if (op && command.erases) {
            await scrubPast(trans, erasedBy(tx.notes.changes(), command.erases(result)), op.seq);
          }
          if (!op || command.undoable === false) return;
          const batchId = batchOf(tx);
          const entry: UndoEntry = { seq: op.seq, opId: op.id, label, at: op.at, state: 'done' };
          await pushUndo(trans, batchId ? { ...entry, batchId } : entry, tx.notes.inverse());
        },
      );
      return committed.result;
    });
  }

  /**
   * Takes in what came from elsewhere: rows and their clocks exactly as `work` writes them, in one
   * commit under the name `command` that nobody can undo. `beside` records in the same transaction
   * what else belongs to it, also when no row changed.
   */
  takeIn<Result>(
    command: string,
    work: (tx: WriteTx) => Promise<Result>,
    beside: Beside<Result>,
    takesIn: TakesIn = {},
  ): Promise<Committed<Result>> {
    return this.exclusively(() => this.takeInNow(command, work, beside, takesIn));
  }

  /** The same for whoever holds the door already (`exclusively`). */
  takeInNow<Result>(
    command: string,
    work: (tx: WriteTx) => Promise<Result>,
    beside: Beside<Result>,
    takesIn: TakesIn = {},
  ): Promise<Committed<Result>> {
    return this.commitOrExplain({ name: command, entities: 'all' }, work, beside, { takesIn });
  }

  undo(): Promise<Reverted | null> {
    return this.exclusively(async () => this.turn(await nextUndo(this.db)));
  }

  redo(): Promise<Reverted | null> {
    return this.exclusively(async () => this.turn(await nextRedo(this.db)));
  }

  /** Takes one import back, however much was done after it. */
  undoBatch(batchId: string): Promise<Reverted> {
    return this.exclusively(async () => {
      const entry = await entryOfBatch(this.db, batchId);
      if (!entry || entry.state === 'undone') throw new ExpectedError('undo-not-kept');
      const reverted = await this.turn(entry);
      if (!reverted) throw new ExpectedError('undo-not-kept');
      return reverted;
    });
  }

  private async turn(entry: UndoEntry | undefined): Promise<Reverted | null> {
    if (!entry) return null;
    const inverse = await readInverse(this.db, entry.seq);
    const name = entry.state === 'done' ? 'undo' : 'redo';
    const command = { name, entities: 'all' as const };
    const { result } = await this.commitOrExplain(
      command,
      async (tx, seq) => ({ kept: await revert(tx, inverse, openShelf(tx.db, entry, seq)) }),
      // An entry that changes nothing any more goes, or it would bar the way to those below it.
      (trans, tx, op) =>
        op ? turnEntry(trans, entry, tx.notes.inverse(), op.seq) : dropEntries(trans, [entry.seq]),
      { revertOf: entry.opId },
    );
    const { label, batchId } = entry;
    return { label, kept: result.kept, ...(batchId ? { batchId } : {}) };
  }

  private async commitOrExplain<Result>(
    command: Pick<AnyCommand, 'name'> & { entities: readonly EntityName[] | 'all' },
    work: (tx: WriteTx, seq: number) => Promise<Result>,
    beside: Beside<Result>,
    extras: CommitExtras = {},
  ): Promise<Committed<Result>> {
    await this.settle();
    try {
      const done = await commit(
        this.db,
        { ...this.who, actor: this.actor },
        command.name,
        command.entities,
        (tx, seq) => {
          tx.findOwned = this.findOwned;
          return work(tx, seq);
        },
        beside,
        { ...extras, ...(this.feeds ? { feeds: this.feeds } : {}) },
      );
      const { op } = done;
      if (op) for (const listener of this.listeners) listener(op, done.entities, done.statsOf);
      return done;
    } catch (error) {
      await this.feeds?.dropFeed();
      throw asExpected(error);
    }
  }
}

/** The batch that a command made, if it made one: its undo stays reachable from the import history. */
function batchOf(tx: WriteTx): string | undefined {
  return tx.notes.touchedRows().find((row) => row.entity === 'importBatches' && !row.before)?.id;
}

/** A full disk is something that a user can meet; IndexedDB reports it under several names. */
function asExpected(error: unknown): unknown {
  const names = [error, (error as { inner?: unknown } | null)?.inner].map(
    (e) => (e as { name?: string } | null)?.name ?? '',
  );
  if (names.some((name) => name === 'QuotaExceededError')) return new ExpectedError('disk-full');
  return error;
}
