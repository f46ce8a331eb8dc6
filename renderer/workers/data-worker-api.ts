import {
  type JournalSource,
  type Recovered,
  type RecoveryPlan,
  recover as recoverDatabase,
} from '@/db/backup/recover';
import {
  type BackupSink,
  type BackupSource,
  beginNewTimeline,
  loadSnapshot,
  writeSnapshot,
} from '@/db/backup/snapshot';
import type { AnyCommand } from '@/db/command';
import { ConsoleDb, DATABASE_NAME } from '@/db/db';
import { forgetOnDevice, recallOnDevice } from '@/db/device-memory';
import { JournalPump, type JournalSink } from '@/db/journal-pump';
import type { ErasePerson } from '@/db/sync/take/erasing';
import { ensureIdentity } from '@/db/write/identity';
import { ERASED_UP_TO } from '@/db/write/scrub-past';
import { type Reverted, WriteDoor } from '@/db/write/write-door';
import { AssetDesk } from './assets/asset-desk';
import { AuditDesk } from './audit/audit-desk';
import { HolidayKeeper } from './calendar/holiday-keeper';
import { ContentDesk } from './content/content-desk';
import { DeliveryDesk } from './delivery/delivery-desk';
import { ExportDesk } from './export/export-desk';
import { CommentDesk } from './feelings/comment-desk';
import { FunnelService } from './funnel/funnel-service';
import { GroupLifeDesk } from './group-life/life-desk';
import { QuietDesk } from './group-life/quiet-desk';
import { TransferDesk } from './group-life/transfer-desk';
import { GroupDesk } from './groups/group-desk';
import { GrowthDesk } from './growth/growth-desk';
import { HandOffDesk } from './handoff/hand-off-desk';
import { ImportDesk } from './import/import-desk';
import { ListService } from './index/list-service';
import { InsightsService } from './insights/insights-service';
import { KocDesk } from './koc/koc-desk';
import { MemberDesk } from './member/member-desk';
import { PeopleService } from './people/people-service';
import { PlayDesk } from './plays/play-desk';
import { RelayDesk } from './relay/relay-desk';
import { ChatDesk } from './replies/chat-desk';
import { ReplyDesk } from './replies/reply-desk';
import { RosterDesk } from './rosters/roster-desk';
import { SyncDesk } from './sync/sync-desk';
import { TouchDesk } from './touch/touch-desk';

/** What the data worker holds once it is up: the database, its door and its journal. */
export type Heart = { db: ConsoleDb; door: WriteDoor; journal: JournalPump };

/** The data worker's face to the window; every method is a remote call. */
export class DataWorkerApi {
  private heart: Promise<Heart> | undefined;
  private sink: JournalSink | undefined;
  private actor: string | undefined;

  /** Search, filters, sums: answered from columns in memory. */
  readonly lists: ListService = new ListService(async () => (await this.beat()).db, {
    answersVersion: () => this.people.answersVersion(),
    marksOf: (rule) => this.people.marksOf(rule),
    tagBook: () => this.people.tagBook(),
  });

  /** Who fits a rule, and why. */
  readonly people = new PeopleService(async () => (await this.beat()).db);

  /** What the models say of everybody. */
  readonly insights = new InsightsService(this.people, async () => (await this.beat()).db);

  /** What plays brought. */
  readonly plays = new PlayDesk(async () => (await this.beat()).db, this.people);

  /** What content brought in orders. */
  readonly content = new ContentDesk(async () => (await this.beat()).db, this.lists);

  /** Growth value of everybody and of one. */
  readonly growth = new GrowthDesk(async () => (await this.beat()).db, this.people, this.lists);

  /** Who is inside which group. */
  readonly groups = new GroupDesk(async () => (await this.beat()).db, this.people);

  /** How groups live, week by week. */
  readonly groupLife = new GroupLifeDesk(async () => (await this.beat()).db, this.lists);

  /** Why a group went quiet, and tables of its days. */
  readonly quiet = new QuietDesk(async () => (await this.beat()).db, this.people);

  /** Whom of a group to take along when it ends. */
  readonly transfers = new TransferDesk(async () => (await this.beat()).db, this.people);

  /** Funnels of flows. */
  readonly funnel = new FunnelService(async () => (await this.beat()).db);

  /** What people say: read, listed, counted. */
  readonly comments = new CommentDesk(
    async () => (await this.beat()).db,
    (ids) => this.lists.memberNames(ids),
  );

  /** One member's records where no index leads to them. */
  readonly member = new MemberDesk(async () => (await this.beat()).db);

  /** From a file's bytes to the committed batch. */
  readonly imports = new ImportDesk(
    async () => (await this.beat()).db,
    (name, input) => this.run(name, input),
  );

  /** Lists as files for spreadsheet programs. */
  readonly exports = new ExportDesk(this.lists);

  /** Orders as sheets to walk, pick and hand out by. */
  readonly deliveries = new DeliveryDesk(async () => (await this.beat()).db, this.lists);

  /** The audit queue, and who a person in it may also be. */
  readonly audits = new AuditDesk(async () => (await this.beat()).db);

  /** Who is to be touched after a first order, and what that brought. */
  readonly touch = new TouchDesk(async () => (await this.beat()).db, this.people, this.lists);

  /** Whom a pasted list means. */
  readonly relays = new RelayDesk(async () => (await this.beat()).db);

  /** Files and texts for content. */
  readonly assets = new AssetDesk(async () => (await this.beat()).db);

  /** Ready answers by what is asked. */
  readonly replies = new ReplyDesk(async () => (await this.beat()).db);

  /** What a pasted group chat says. */
  readonly chats = new ChatDesk(async () => (await this.beat()).db);

  /** Member lists of groups: whom they name, who is in several. */
  readonly rosters = new RosterDesk(async () => (await this.beat()).db, this.people, this.lists);

  /** Members who move others. */
  readonly kocs = new KocDesk(async () => (await this.beat()).db, this.people);

  /** What the command that erases does to one person; set by whoever has the commands. */
  erasePerson: ErasePerson | undefined;

  /** The team: how this laptop and its hub are with each other. */
  readonly sync = new SyncDesk(() => this.beat(), {
    eraseAgain: async (erasures) =>
      (await this.run('members.eraseAgain', { erasures })) as { pictures: string[] },
    erasePerson: (tx, member, wish) => {
      if (!this.erasePerson) throw new Error('nobody said how a person is erased');
      return this.erasePerson(tx, member, wish);
    },
  });

  /** Packs that laptops hand each other, without any hub. */
  readonly handOff = new HandOffDesk(
    () => this.beat(),
    async (erasures) =>
      (await this.run('members.eraseAgain', { erasures })) as { pictures: string[] },
  );

  constructor(private readonly commands: ReadonlyMap<string, AnyCommand>) {
    this.insights.levels = () => this.growth.levels();
  }

  /** The journal lies with the main process; the window hands its way there over first. */
  connectJournal(sink: JournalSink): void {
    this.sink = sink;
  }

  /** Who works at this laptop; what they do from now on bears the name. */
  setActor(name: string | undefined): void {
    this.actor = name?.trim() || undefined;
    void this.heart?.then(({ door }) => Object.assign(door, { actor: this.actor }));
  }

  async run(name: string, input: unknown): Promise<unknown> {
    const command = this.commands.get(name);
    if (!command) throw new Error(`no command is called ${name}`);
    return (await this.beat()).door.run(command, input);
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

  /** The journal holds nothing any more of those who were erased up to this operation. */
  async hasForgotten(seq: number): Promise<void> {
    const { db, door } = await this.beat();
    await door.exclusively(async () => {
      const upTo = (await recallOnDevice<number>(db, ERASED_UP_TO)) ?? 0;
      if (upTo <= seq) await forgetOnDevice(db, ERASED_UP_TO);
    });
  }

  /** Writers wait while the copy is taken, so that it is one moment's state. */
  async writeBackup(reason: Parameters<typeof writeSnapshot>[1], sink: BackupSink): Promise<void> {
    const { db, door } = await this.beat();
    await door.exclusively(() => writeSnapshot(db, reason, sink));
  }

  /** Replaces all data; the window reloads afterwards and this worker ends with it. */
  async loadBackup(schemaVersion: number, source: BackupSource): Promise<void> {
    const { db, door } = await this.beat();
    await door.exclusively(async () => {
      db.close();
      try {
        await loadSnapshot(DATABASE_NAME, schemaVersion, source, beginNewTimeline);
      } catch (error) {
        // Nothing was replaced: work goes on where it was.
        await db.open();
        throw error;
      }
    });
  }

  /** The same where the database cannot even be opened: nothing in it can be kept. */
  async replaceUnreadable(schemaVersion: number, source: BackupSource): Promise<void> {
    if (this.heart) throw new Error('the database can be opened');
    await ConsoleDb.delete(DATABASE_NAME);
    await loadSnapshot(DATABASE_NAME, schemaVersion, source, beginNewTimeline);
  }

  /** The first copy of what was just restored; its database is not opened for anything else here. */
  async copyRestored(sink: BackupSink): Promise<void> {
    const db = new ConsoleDb();
    try {
      await writeSnapshot(db, 'change', sink);
    } finally {
      db.close();
    }
  }

  /** Before anything else was opened here: the start-up found that data are missing. */
  recover(
    plan: RecoveryPlan,
    journal: JournalSource,
    backup: BackupSource,
    onProgress: (operations: number) => void,
  ): Promise<Recovered> {
    if (this.heart) throw new Error('recovery comes before the database is opened');
    return recoverDatabase(plan, journal, backup, onProgress);
  }

  /** For the services that live beside the door in this worker (import, lists). */
  beat(): Promise<Heart> {
    this.heart ??= this.start().catch((error: unknown) => {
      // A full disk may have room the next time.
      this.heart = undefined;
      throw error;
    });
    return this.heart;
  }

  private async start(): Promise<Heart> {
    const { sink } = this;
    if (!sink) throw new Error('the data worker has no journal');
    const db = new ConsoleDb();
    const who = await ensureIdentity(db);
    const door = new WriteDoor(db, who);
    door.actor = this.actor;
    const journal = new JournalPump(db, who.databaseId, sink);
    const holidays = new HolidayKeeper(db);
    door.beforeEach(async () => {
      await Promise.all([journal.settle(), holidays.settle()]);
    });
    door.feedJournal(journal);
    door.onCommit((_, entities) => holidays.onCommit(entities));
    door.onCommit((op, entities, statsOf) => this.lists.onCommit(op, entities, statsOf));
    door.onCommit((op, entities) => this.replies.onCommit(op, entities));
    door.onCommit((op, entities) => this.people.onCommit(op, entities));
    door.onCommit((op, entities) => this.insights.onCommit(op, entities));
    door.onCommit((op, entities) => this.audits.onCommit(op, entities));
    door.onCommit((_, entities) => this.comments.onCommit(entities));
    door.onCommit((op, entities) => this.funnel.onCommit(op, entities));
    door.onCommit((op, entities) => this.growth.onCommit(op, entities));
    door.onCommit((op, entities) => this.touch.onCommit(op, entities));
    door.onCommit((op, entities) => this.content.onCommit(op, entities));
    door.onCommit((op, entities) => this.groupLife.onCommit(op, entities));
    door.onCommit((op, entities) => this.rosters.onCommit(op, entities));
    door.onCommit((_, entities) => this.assets.onCommit(entities));
    door.findOwned = (entity, memberIds) => this.lists.ownedNow(entity, memberIds);
    door.onCommit((_, entities) => this.imports.onCommit(entities));
    // A failure was told to the user by the window, which owns the sink; the next commit tries again.
    door.onCommit((op) => void journal.flush(op.hasPayload).catch(() => undefined));
    door.onCommit((op, entities) => this.sync.onCommit(op, entities));
    return { db, door, journal };
  }
}
