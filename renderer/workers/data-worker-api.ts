import type { AnyCommand } from '@/db/command';
import { ConsoleDb } from '@/db/db';
import { JournalPump, type JournalSink } from '@/db/journal-pump';
import { ensureIdentity } from '@/db/write/identity';
import { type Reverted, WriteDoor } from '@/db/write/write-door';

/** What the data worker holds once it is up: the database, its door and its journal. */
type Heart = { db: ConsoleDb; door: WriteDoor; journal: JournalPump };

/** The data worker's face to the window; every method is a remote call. */
export class DataWorkerApi {
  private heart: Promise<Heart> | undefined;
  private sink: JournalSink | undefined;

  constructor(private readonly commands: ReadonlyMap<string, AnyCommand>) {}

  /** The journal lies with the main process; the window hands its way there over first. */
  connectJournal(sink: JournalSink): void {
    this.sink = sink;
  }

  async run(name: string, input: unknown): Promise<unknown> {
    const command = this.commands.get(name);
    if (!command) throw new Error(`no command is called ${name}`);
    const { door } = await this.beat();
    return door.run(command, input);
  }

  async undo(): Promise<Reverted | null> {
    return (await this.beat()).door.undo();
  }

  async redo(): Promise<Reverted | null> {
    return (await this.beat()).door.redo();
  }

  async undoBatch(batchId: string): Promise<Reverted> {
    return (await this.beat()).door.undoBatch(batchId);
  }

  async flushJournal(): Promise<void> {
    await (await this.beat()).journal.flush();
  }

  private beat(): Promise<Heart> {
    this.heart ??= this.start();
    return this.heart;
  }

  private async start(): Promise<Heart> {
    const { sink } = this;
    if (!sink) throw new Error('the data worker has no journal');
    const db = new ConsoleDb();
    const who = await ensureIdentity(db);
    const door = new WriteDoor(db, who);
    const journal = new JournalPump(db, who.databaseId, sink);
    door.onCommit(() => void journal.flush());
    return { db, door, journal };
  }
}
