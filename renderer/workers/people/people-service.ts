import type { PeopleColumns } from '@shared/domain/people/people-columns';
import type { EntityName } from '@shared/domain/registry';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { packIds } from '@shared/lib/pack-ids';
import { dayOfNumber } from '@shared/lib/time';
import type { Op } from '@shared/sync/op';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { forgetInTags, readTagLog } from '@/db/derived/tag-results';
import { isErasure } from '@/db/write/scrub-past';
import type { IdTable } from '../index/id-table';
import { carriedTags, countByHand } from './carried-tags';
import { dataRemarks } from './data-remarks';
import { BUYERS, type PeopleWant } from './people-data';
import type {
  CarriedTag,
  DataRemarks,
  PersonLine,
  RuleCount,
  RuleDrift,
  RuleExplanation,
  TagFigures,
  TagLogLine,
  TagTrial,
} from './people-types';
import { countHere, countMarks, drawRows, markedIds, personLine, without } from './pick-people';
import { type Asked, RuleDesk } from './rule-desk';
import type { ScoreSource } from './score-source';
import type { TagBook } from './tag-book';
import { TagSchedule } from './tag-schedule';
import { TagWork } from './tag-work';
import type { ZoneDays } from './zone-days';

const SAMPLE = 5;
/** Columns that nobody has asked for so long are given back. */
const IDLE_MS = 5 * 60_000;

/** Questions about people by rules, answered from columns in memory; each method is a remote call. */
export class PeopleService implements ProxyMarked {
  readonly [proxyMarker] = true;
  private readonly desk: RuleDesk;

  private readonly work: TagWork;
  private readonly schedule: TagSchedule;
  private idle: ReturnType<typeof setTimeout> | undefined;

  /** `now`: the clock, UTC ms. `isByItself` false: tags are worked out when somebody says so only. */
  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    { now = Date.now, isByItself = true }: { now?: () => number; isByItself?: boolean } = {},
  ) {
    this.desk = new RuleDesk(
      database,
      (rows) => {
        this.work.mark(rows);
        if (isByItself) this.schedule.soon();
      },
      now,
    );
    this.work = new TagWork(database, this.desk);
    this.schedule = new TagSchedule(() => {
      this.touch();
      return this.work.run();
    });
  }

  /** In the worker only: who answers for scores. */
  set scoreSource(source: ScoreSource | undefined) {
    this.desk.scoreSource = source;
  }

  /** Grows whenever the columns, the settings of the models or the business day change. */
  get version(): number {
    return this.desk.version;
  }

  set version(version: number) {
    this.desk.version = version;
  }

  /**
   * In the worker only: everybody in columns, kept in step with every commit. Arrays may be replaced
   * when they grow: keep the object, not its arrays. Only what is wanted may be looked at; without a
   * word that is everything but the members' details and the orders' products.
   */
  columns(wants?: readonly PeopleWant[]): Promise<PeopleColumns> {
    this.touch();
    return this.desk.store.ready(wants);
  }

  /** In the worker only: numbers of the members, whether they are here or not. */
  get rows(): IdTable {
    return this.desk.store.rows;
  }

  /** In the worker only: days in the workspace's zone. */
  zoneDays(): Promise<ZoneDays> {
    return this.desk.store.zoneDays();
  }

  /** In the worker only: the day number of today in the workspace's zone, once there are columns. */
  today(): number {
    return this.desk.today();
  }

  /** The write door tells what was committed. */
  onCommit(op: Op, entities: readonly EntityName[]): void {
    this.schedule.follows(op.hasPayload);
    this.work.followed(op.seq);
    this.desk.onCommit(op, entities);
    if (entities.includes('tags')) this.work.mark([]);
    if (isErasure(op.command)) void this.forgetErased(op);
  }

  async count(rule: Rule): Promise<RuleCount> {
    const { engine, columns, today } = await this.ready([rule]);
    return {
      n: engine.count(rule),
      of: countHere(columns),
      today: dayOfNumber(today),
      remarks: this.desk.remarks(rule),
    };
  }

  /** Drawn at random with the given seed, so that asking again shows the same people. */
  async sample(rule: Rule, limit: number, seed = 1): Promise<PersonLine[]> {
    const { engine, columns } = await this.ready([rule]);
    return this.lines(columns, engine.marks(rule), limit, seed);
  }

  /** Ids of everybody who fits, ascending. */
  async ids(rule: Rule): Promise<string[]> {
    const { engine } = await this.ready([rule]);
    return markedIds(this.desk.store.rows, engine.marks(rule));
  }

  /** The same as one text, packed by `packIds`: a hundred thousand ids cross over in one piece. */
  async packed(rule: Rule): Promise<{ members: string; count: number }> {
    const ids = await this.ids(rule);
    return { members: packIds(ids), count: ids.length };
  }

  /** In the worker only: lists of members are narrowed by it. */
  async marksOf(rule: Rule): Promise<{ rows: IdTable; marks: Uint8Array }> {
    const { engine } = await this.ready([rule]);
    return { rows: this.desk.store.rows, marks: engine.marks(rule) };
  }

  /** In the worker only: the tags that rules gave, as last worked out. */
  async tagBook(): Promise<{ rows: IdTable; book: TagBook }> {
    await this.work.loaded();
    return { rows: this.desk.store.rows, book: this.work.book };
  }

  /** In the worker only: how many tags have a rule that is on. */
  async ruleCount(): Promise<{ rules: number }> {
    const { library } = this.desk;
    await library.ready();
    return { rules: library.tags.filter(({ id }) => library.tagRule(id)).length };
  }

  /** In the worker only: the columns stay, but every rule is asked anew. */
  forgetAnswers(): void {
    this.desk.forgetAnswers();
  }

  /** In the worker only: grows with `version` and whenever tags were worked out. */
  answersVersion(): number {
    return this.desk.version + this.work.rounds;
  }

  /** Per condition, why this person is in or out. */
  async explain(rule: Rule, memberId: string): Promise<RuleExplanation> {
    const { engine, columns } = await this.ready([rule]);
    const row = columns.rowOf(memberId);
    if (row < 0) return { name: '', explained: { rule, isTrue: false } };
    return { name: columns.text(row, 'name') ?? '', explained: engine.explain(rule, row) };
  }

  async drift(rule: Rule, days: number): Promise<RuleDrift> {
    const { now, before } = await this.twoDays(rule, days);
    return {
      days,
      came: countMarks(without(now, before)),
      went: countMarks(without(before, now)),
      before: countMarks(before),
      now: countMarks(now),
    };
  }

  /** Who came into (or went out of) a rule's people within the last days. */
  async driftIds(rule: Rule, days: number, which: 'came' | 'went'): Promise<string[]> {
    const { now, before } = await this.twoDays(rule, days);
    const marks = which === 'came' ? without(now, before) : without(before, now);
    return markedIds(this.desk.store.rows, marks);
  }

  /** How many fit both of two rules, for each pair asked. */
  async overlaps(rules: Rule[]): Promise<number[][]> {
    const { engine } = await this.ready(rules);
    const all = rules.map((rule) => engine.marks(rule));
    return all.map((a) => all.map((b) => countMarks(a.map((mark, row) => mark & (b[row] ?? 0)))));
  }

  /** What saving this rule for a tag would give and take. */
  async trial(tagId: string | undefined, rule: Rule): Promise<TagTrial> {
    await this.desk.library.ready();
    const known = tagId === undefined ? undefined : this.desk.library.tagRule(tagId);
    const { engine, columns } = await this.ready(known ? [rule, known] : [rule]);
    const next = engine.marks(rule);
    const before = known ? engine.marks(known) : new Uint8Array(next.length);
    const [gained, lost] = [without(next, before), without(before, next)];
    return {
      n: engine.count(rule),
      of: countHere(columns),
      gained: countMarks(gained),
      lost: countMarks(lost),
      gainedSample: this.lines(columns, gained, SAMPLE, 1),
      lostSample: this.lines(columns, lost, SAMPLE, 1),
      remarks: this.desk.remarks(
        rule,
        tagId === undefined ? undefined : { kind: 'tag', id: tagId },
      ),
    };
  }

  /** People drawn at random from those who carry a tag, by rule or by hand; to be looked at one by one. */
  async draw(
    tagId: string,
    n: number,
    seed: number,
  ): Promise<{ ids: string[]; population: number }> {
    const rule: Rule = { kind: 'tag', tagIds: [tagId] };
    const { engine, columns } = await this.ready([rule]);
    const drawn = drawRows(this.desk.store.rows, engine.marks(rule), n, seed);
    return { ids: drawn.map(({ row }) => columns.idOf(row)), population: engine.count(rule) };
  }

  /** As of the last working-out, and when that was. */
  async tagFigures(): Promise<TagFigures> {
    const state = await this.work.lastState();
    const byHand = await countByHand(await this.database(), this.desk.now());
    return {
      byRule: this.work.book.counts(),
      byHand,
      ...(state ? { workedOutAt: state.workedOutAt, tookMs: state.tookMs } : {}),
      members: state?.members ?? 0,
      failed: (state?.failed ?? []) as TagFigures['failed'],
    };
  }

  /** Works all rules out now, whatever their age. */
  async workOutTags(): Promise<TagFigures> {
    await this.work.run(true);
    return this.tagFigures();
  }

  /** Brings the results in step with the data now, as far as they are not. */
  bringTagsUp(): Promise<void> {
    return this.work.run();
  }

  /** By hand, import, flow and model, and by rule as of the last working-out. */
  async tagsOf(memberId: string): Promise<CarriedTag[]> {
    await this.work.loaded();
    return carriedTags(
      await this.database(),
      memberId,
      this.ruleTagsOf(memberId),
      await this.zone(),
    );
  }

  /** Newest first. */
  async tagLogOf(memberId: string): Promise<TagLogLine[]> {
    const lines = await readTagLog(await this.database(), memberId);
    return lines.reverse().map(({ tagId, at, isOn }) => ({ tagId, at, isOn: isOn === 1 }));
  }

  /**
   * From now on results are kept in step by themselves: after changes, when a day begins, and when
   * they are old.
   */
  keepTags(): void {
    this.schedule.keep();
  }

  async remarks(): Promise<DataRemarks> {
    const columns = await this.columns(BUYERS);
    return dataRemarks(columns, this.desk.today());
  }

  private ready(rules: readonly Rule[]): Promise<Asked> {
    this.touch();
    return this.desk.ready(rules);
  }

  private async twoDays(rule: Rule, days: number) {
    const { engine, today } = await this.ready([rule]);
    const before = engine.marks(rule, today - days);
    return { before, now: engine.marks(rule) };
  }

  private lines(
    columns: PeopleColumns,
    marks: Uint8Array,
    limit: number,
    seed: number,
  ): PersonLine[] {
    const drawn = drawRows(this.desk.store.rows, marks, limit, seed);
    return drawn.map(({ row }) => personLine(columns, row));
  }

  /** Tags by rule of one person, from memory. */
  private ruleTagsOf(memberId: string): { tagId: string; day: number }[] {
    const row = this.desk.store.rows.numberOf(memberId);
    return row < 0 ? [] : this.work.book.tagsOf(row);
  }

  private async zone(): Promise<string> {
    return (await this.desk.store.zoneDays()).zone;
  }

  /** Whoever was erased is in no result and no log; a large operation does not say who it was. */
  private async forgetErased(op: Op): Promise<void> {
    const db = await this.database();
    const gone = new Set(op.changes.filter((it) => it.entity === 'members').map(({ id }) => id));
    if (!op.hasPayload) return forgetInTags(db, (id) => gone.has(id));
    const columns = await this.columns(['members']);
    return forgetInTags(db, (id) => columns.rowOf(id) < 0);
  }

  private touch(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.desk.forget(), IDLE_MS);
  }
}
