import type { PeopleColumns } from '@shared/domain/people/people-columns';
import type { EntityName } from '@shared/domain/registry';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { dayOfNumber } from '@shared/lib/time';
import type { Op } from '@shared/sync/op';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { dataRemarks } from './data-remarks';
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
import { RuleDesk } from './rule-desk';
import type { ScoreSource } from './score-source';

const SAMPLE = 5;

/** Questions about people by rules, answered from columns in memory; each method is a remote call. */
export class PeopleService implements ProxyMarked {
  readonly [proxyMarker] = true;
  private readonly desk: RuleDesk;

  constructor(private readonly database: () => Promise<ConsoleDb>) {
    this.desk = new RuleDesk(database, () => undefined);
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
   * when they grow: keep the object, not its arrays.
   */
  columns(): Promise<PeopleColumns> {
    return this.desk.store.ready();
  }

  /** In the worker only: the day number of today in the workspace's zone, once there are columns. */
  today(): number {
    return this.desk.today();
  }

  /** The write door tells what was committed. */
  onCommit(op: Op, entities: readonly EntityName[]): void {
    this.desk.onCommit(op, entities);
  }

  async count(rule: Rule): Promise<RuleCount> {
    const { engine, columns, today } = await this.desk.ready([rule]);
    return {
      n: engine.count(rule),
      of: countHere(columns),
      today: dayOfNumber(today),
      remarks: this.desk.remarks(rule),
    };
  }

  /** Drawn at random with the given seed, so that asking again shows the same people. */
  async sample(rule: Rule, limit: number, seed = 1): Promise<PersonLine[]> {
    const { engine, columns } = await this.desk.ready([rule]);
    return this.lines(columns, engine.marks(rule), limit, seed);
  }

  /** Ids of everybody who fits, ascending. */
  async ids(rule: Rule): Promise<string[]> {
    const { engine } = await this.desk.ready([rule]);
    return markedIds(this.desk.store.rows, engine.marks(rule));
  }

  /** Per condition, why this person is in or out. */
  async explain(rule: Rule, memberId: string): Promise<RuleExplanation> {
    const { engine, columns } = await this.desk.ready([rule]);
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
    const { engine } = await this.desk.ready(rules);
    const all = rules.map((rule) => engine.marks(rule));
    return all.map((a) => all.map((b) => countMarks(a.map((mark, row) => mark & (b[row] ?? 0)))));
  }

  /** What saving this rule for a tag would give and take. */
  async trial(tagId: string | undefined, rule: Rule): Promise<TagTrial> {
    await this.desk.library.ready();
    const known = tagId === undefined ? undefined : this.desk.library.tagRule(tagId);
    const { engine, columns } = await this.desk.ready(known ? [rule, known] : [rule]);
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
    const { engine, columns } = await this.desk.ready([rule]);
    const drawn = drawRows(this.desk.store.rows, engine.marks(rule), n, seed);
    return { ids: drawn.map(({ row }) => columns.idOf(row)), population: engine.count(rule) };
  }

  async tagFigures(): Promise<TagFigures> {
    await this.desk.library.ready();
    const rules = this.desk.library.tags.flatMap(({ id }) => {
      const rule = this.desk.library.tagRule(id);
      return rule ? [{ id, rule }] : [];
    });
    const { engine, columns } = await this.desk.ready(rules.map(({ rule }) => rule));
    const byRule = Object.fromEntries(rules.map(({ id, rule }) => [id, engine.count(rule)]));
    return { byRule, byHand: {}, members: countHere(columns), failed: [] };
  }

  /** Works all rules out now, whatever their age. */
  async workOutTags(): Promise<TagFigures> {
    return this.tagFigures();
  }

  async tagsOf(_memberId: string): Promise<CarriedTag[]> {
    return this.todo();
  }

  /** Newest first. */
  async tagLogOf(_memberId: string): Promise<TagLogLine[]> {
    return this.todo();
  }

  async remarks(): Promise<DataRemarks> {
    const columns = await this.desk.store.ready();
    return dataRemarks(columns, this.desk.today());
  }

  private async twoDays(rule: Rule, days: number) {
    const { engine, today } = await this.desk.ready([rule]);
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

  private async todo(): Promise<never> {
    await this.database();
    throw new Error('not built yet');
  }
}
