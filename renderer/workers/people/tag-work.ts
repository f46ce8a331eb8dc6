import type { Rule } from '@shared/domain/rules/rule.schema';
import type { ConsoleDb } from '@/db/db';
import {
  readTagPages,
  readTagState,
  type TagState,
  writeTagResults,
} from '@/db/derived/tag-results';
import { readProgress } from '@/db/write/identity';
import { breathe } from './breathe';
import type { RuleDesk } from './rule-desk';
import { printOfRule } from './rule-prints';
import { joinRows } from './score-changes';
import { TagBook, type TagTurn } from './tag-book';
import { logLines, oldestKept } from './tag-log';

/** So long one piece of the work may take before others get their turn. */
const SLICE_MS = 25;
const MAX_AGE_MS = 72 * 3_600_000;
/** Of more people than one in so many, asking everybody at once is cheaper. */
const FEW = 10;

type Job = { tagId: string; rule: Rule; print: number; isWhole: boolean };
type Failed = TagState['failed'];

/**
 * Works out which tags the rules give: for everybody when the day, a rule or most of the data
 * changed, else for the members concerned. In pieces, so that commands and questions come between.
 */
export class TagWork {
  readonly book: TagBook;
  private state: TagState | undefined;
  private loading: Promise<void> | undefined;
  private working: Promise<void> = Promise.resolve();
  private dirty: Set<number> | 'all' = new Set();
  /** How often results were worked out or read; to see whether they may be others now. */
  rounds = 0;
  /** The newest operation that the columns follow. */
  private seq = 0;

  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly desk: RuleDesk,
  ) {
    this.book = new TagBook(desk.store.rows);
  }

  /** These people's tags may have changed. */
  mark(rows: Iterable<number> | 'all'): void {
    this.dirty = joinRows(this.dirty, rows === 'all' ? 'all' : new Set(rows));
  }

  followed(seq: number): void {
    this.seq = seq;
  }

  /** What was worked out last; undefined before the first time. */
  async lastState(): Promise<TagState | undefined> {
    await this.loaded();
    return this.state;
  }

  /** The results of last time are there. */
  loaded(): Promise<void> {
    this.loading ??= this.load().catch((error: unknown) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  /** Brings the results in step with the data; `isForced`: all of them, whatever their age. */
  run(isForced = false): Promise<void> {
    const mine = this.working.then(() => this.work(isForced));
    this.working = mine.catch(() => undefined);
    return mine;
  }

  private async load(): Promise<void> {
    const db = await this.database();
    const state = await readTagState(db);
    this.book.load(await readTagPages(db));
    const { lastSeq } = await readProgress(db);
    if (this.seq === 0) this.seq = lastSeq;
    this.state = state;
    this.rounds += 1;
    if (state?.seq !== lastSeq) this.mark('all');
  }

  private async work(isForced: boolean): Promise<void> {
    await this.loaded();
    await this.desk.library.ready();
    const today = await this.desk.dayNow();
    if (!this.isDue(isForced, today)) return;
    const startedAt = performance.now();
    const { jobs, failed } = this.plan();
    // What rules need may turn out to have changed for more people: those are marked meanwhile.
    await this.desk.ready(jobs.map(({ rule }) => rule));
    const { dirty, seq, state } = this;
    this.dirty = new Set();
    const turns: TagTurn[] = [];
    try {
      const isAll = isForced || dirty === 'all' || this.isOld(today);
      const isMany = dirty !== 'all' && dirty.size * FEW > this.desk.store.rows.size;
      const whole = jobs.filter((job) => isAll || isMany || job.isWhole);
      await this.workOutWhole(whole, turns);
      if (!isAll && !isMany) {
        const rest = jobs.filter((job) => !job.isWhole);
        await this.workOutRows(rest, [...dirty], turns);
      }
      const members = await this.learnWho(isAll || isMany ? 'all' : dirty);
      const hasDropped = this.dropOthers(jobs);
      const keys = Object.fromEntries(jobs.map(({ tagId, print }) => [tagId, print]));
      const hasChanged = turns.length > 0 || hasDropped || !state;
      const isWorthTelling = whole.length > 0 || !state;
      await this.write(turns, {
        seq,
        today,
        members,
        keys,
        failed,
        workedOutAt: isWorthTelling ? this.desk.now() : state.workedOutAt,
        tookMs: isWorthTelling ? performance.now() - startedAt : state.tookMs,
        version: (state?.version ?? 0) + Number(hasChanged),
      });
    } catch (error) {
      this.mark(dirty);
      throw error;
    }
  }

  private isDue(isForced: boolean, today: number): boolean {
    if (isForced || this.dirty === 'all' || this.dirty.size > 0 || this.isOld(today)) return true;
    const { jobs } = this.plan();
    const keys = this.state?.keys ?? {};
    return jobs.some(({ isWhole }) => isWhole) || jobs.length !== Object.keys(keys).length;
  }

  private isOld(today: number): boolean {
    const { state } = this;
    return state?.today !== today || this.desk.now() - state.workedOutAt > MAX_AGE_MS;
  }

  /** A rule that is broken gives its tag to nobody; the others go on. */
  private plan(): { jobs: Job[]; failed: Failed } {
    const { library } = this.desk;
    const failed: Failed = [];
    const jobs: Job[] = [];
    for (const { id: tagId } of library.tags) {
      const rule = library.tagRule(tagId);
      if (!rule) continue;
      const remark = this.desk.remarks(rule, { kind: 'tag', id: tagId }).find((it) => it.isError);
      if (remark) {
        failed.push({ tagId, remark });
        continue;
      }
      const print = printOfRule(rule, library);
      jobs.push({ tagId, rule, print, isWhole: this.state?.keys[tagId] !== print });
    }
    return { jobs, failed };
  }

  private async workOutWhole(jobs: readonly Job[], turns: TagTurn[]): Promise<void> {
    let since = performance.now();
    for (const { tagId, rule } of jobs) {
      if (performance.now() - since > SLICE_MS) {
        await breathe();
        since = performance.now();
      }
      const { engine, today } = await this.desk.ready([rule]);
      this.book.takeAll(tagId, engine.marks(rule), today, this.noting(tagId, turns));
    }
  }

  private async workOutRows(
    jobs: readonly Job[],
    rows: readonly number[],
    turns: TagTurn[],
  ): Promise<void> {
    const rules = jobs.map(({ rule }) => rule);
    let { engine, today, columns } = await this.desk.ready(rules);
    let since = performance.now();
    for (const row of rows) {
      if (performance.now() - since > SLICE_MS) {
        await breathe();
        ({ engine, today, columns } = await this.desk.ready(rules));
        since = performance.now();
      }
      const isHere = columns.isHere[row] === 1;
      for (const { tagId, rule } of jobs) {
        const isOn = isHere && engine.matches(rule, row);
        this.book.takeOne({ tagId, row, isOn }, today, this.noting(tagId, turns));
      }
    }
  }

  /** Told of people known before, about tags worked out before. */
  private noting(tagId: string, turns: TagTurn[]): (turn: TagTurn) => void {
    const isFirst = this.state?.keys[tagId] === undefined;
    if (isFirst) return () => undefined;
    return (turn) => {
      if (this.book.isKnown(turn.row)) turns.push(turn);
    };
  }

  /** From now on these people are known; how many there are. */
  private async learnWho(rows: ReadonlySet<number> | 'all'): Promise<number> {
    const { columns } = await this.desk.ready([]);
    const { isHere, n } = columns;
    let members = 0;
    for (let row = 0; row < n; row += 1) members += isHere[row] ?? 0;
    if (rows !== 'all') for (const row of rows) this.book.know(row, isHere[row] === 1);
    else for (let row = 0; row < n; row += 1) this.book.know(row, isHere[row] === 1);
    return members;
  }

  private dropOthers(jobs: readonly Job[]): boolean {
    const given = new Set(jobs.map(({ tagId }) => tagId));
    const others = this.book.tagIds().filter((tagId) => !given.has(tagId));
    return others.map((tagId) => this.book.drop(tagId)).includes(true);
  }

  private async write(turns: readonly TagTurn[], state: TagState): Promise<void> {
    this.state = state;
    this.rounds += 1;
    const { rows } = this.desk.store;
    // People who are gone are told of nowhere.
    const told = turns.filter(({ row }) => this.book.isKnown(row));
    try {
      await writeTagResults(await this.database(), {
        state,
        ...this.book.takeChanges(),
        ...logLines(told, this.desk.now(), rows),
        forgetBelow: oldestKept(this.desk.now()),
      });
    } catch (error) {
      this.book.dirtyAll();
      throw error;
    }
  }
}
