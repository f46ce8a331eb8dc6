import type { PeopleColumns, PeopleScores } from '@shared/domain/people/people-columns';
import { categoryOf } from '@shared/domain/products/category.rules';
import type { EntityName } from '@shared/domain/registry';
import type { RuleNeeds, RuleRemark, RuleWorld } from '@shared/domain/rules/engine-types';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { RuleEngine } from '@shared/domain/rules/rule-engine';
import { needsOf } from '@shared/domain/rules/rule-needs';
import type { RuleReference } from '@shared/domain/rules/rule-references';
import { validateRule } from '@shared/domain/rules/validate/validate-rule';
import type { Op } from '@shared/sync/op';
import type { ConsoleDb } from '@/db/db';
import { PEOPLE_PARTS } from './people-data';
import { PeopleStore } from './people-store';
import { RuleLibrary } from './rule-library';
import { changedScores, joinRows } from './score-changes';
import type { ScoreKind, ScoreSource } from './score-source';

/** Everything at one moment, good until the next `await`. */
export type Asked = { engine: RuleEngine; columns: PeopleColumns; today: number };

const SETTINGS: readonly EntityName[] = ['modelSettings', 'growthEntries'];

/** The engine with all that rules need, loaded as far as the rules asked need it. */
export class RuleDesk {
  readonly store: PeopleStore;
  readonly library: RuleLibrary;
  scoreSource: ScoreSource | undefined;
  /** Grows whenever answers may have changed. */
  version = 0;
  private readonly world: RuleWorld;
  private engine: RuleEngine | undefined;
  private columns: PeopleColumns | undefined;
  private scores: PeopleScores = {};
  private scoresAt = -1;
  private lastDay = 0;
  private changed: Set<number> | 'all' = 'all';

  /** `onRows` hears for whom answers may have changed; `now` is the clock, UTC ms. */
  constructor(
    database: () => Promise<ConsoleDb>,
    private readonly onRows: (rows: Iterable<number> | 'all') => void,
    readonly now: () => number = Date.now,
  ) {
    const changed = (rows: ReadonlySet<number> | 'all') => {
      this.version += 1;
      this.changed = joinRows(this.changed, rows);
    };
    this.store = new PeopleStore(
      database,
      (rows) => {
        changed(rows);
        onRows(rows);
      },
      () => changed('all'),
    );
    this.library = new RuleLibrary(database, () => {
      this.version += 1;
      this.marksOfSnapshots.clear();
      this.engine?.referencesChanged();
    });
    const desk = this;
    this.world = {
      get columns() {
        if (!desk.columns) throw new Error('the columns are not loaded');
        return desk.columns;
      },
      get scores() {
        return desk.scores;
      },
      get today() {
        return desk.today();
      },
      tagRule: this.library.tagRule,
      segmentRule: this.library.segmentRule,
      snapshotMarks: (id) => this.snapshotMarks(id),
      categoryOf,
    };
  }

  onCommit(op: Op, entities: readonly EntityName[]): void {
    this.library.onCommit(entities);
    this.store.onCommit(op, entities);
    if (!entities.some((entity) => SETTINGS.includes(entity))) return;
    this.version += 1;
    this.onRows('all');
  }

  /** The day number of today; the columns must be there. */
  today(): number {
    const { days } = this.store;
    if (!days) throw new Error('the workspace was not read');
    return days.dayOf(this.now());
  }

  /** The same without the columns. */
  async dayNow(): Promise<number> {
    return (await this.store.zoneDays()).dayOf(this.now());
  }

  forgetAnswers(): void {
    this.changed = 'all';
  }

  forget(): void {
    this.store.forget();
    this.engine = undefined;
    this.columns = undefined;
    this.scores = {};
    this.scoresAt = -1;
  }

  private followDay(): void {
    const today = this.today();
    if (today === this.lastDay) return;
    const isFirst = this.lastDay === 0;
    this.lastDay = today;
    if (isFirst) return;
    this.version += 1;
    this.onRows('all');
  }

  /** Everything that these rules need; nothing may be awaited between this and asking. */
  async ready(rules: readonly Rule[]): Promise<Asked> {
    for (;;) {
      await this.library.ready();
      const needs = joinNeeds(rules.map((rule) => needsOf(rule, this.library)));
      // Asked for at once: whatever is read without its cold half is read again with it.
      const halves = (['details', 'lines'] as const).filter((half) => needs[half]);
      const columns = await this.store.ready([...PEOPLE_PARTS, ...halves]);
      const engine = this.engineOver(columns);
      this.followDay();
      if (!this.library.hasSnapshots(needs.snapshotIds)) {
        await this.library.loadSnapshots(needs.snapshotIds);
        continue;
      }
      if (needs.scores.length > 0 && !this.hasScores(needs.scores)) {
        await this.loadScores(needs.scores);
        continue;
      }
      if (!this.library.isReady) continue;
      this.tellEngine(engine);
      return { engine, columns, today: this.today() };
    }
  }

  /** What the author of a rule should know of it. */
  remarks(rule: Rule, self?: RuleReference): RuleRemark[] {
    const { library } = this;
    return validateRule(rule, {
      tagRule: library.tagRule,
      segmentRule: library.segmentRule,
      hasTag: library.isTag,
      hasSegment: library.isSegment,
      hasSnapshot: library.isSnapshot,
      hasGroup: (id) => this.columns?.groups.some((group) => group.id === id) ?? true,
      ...(self ? { self } : {}),
    });
  }

  private engineOver(columns: PeopleColumns): RuleEngine {
    if (this.engine && this.columns === columns) return this.engine;
    this.columns = columns;
    this.engine = new RuleEngine(this.world);
    this.scores = {};
    this.scoresAt = -1;
    this.marksOfSnapshots.clear();
    return this.engine;
  }

  private tellEngine(engine: RuleEngine): void {
    const { changed } = this;
    this.changed = new Set();
    if (changed === 'all') {
      this.marksOfSnapshots.clear();
      engine.forgetAll();
    } else if (changed.size > 0) {
      this.marksOfSnapshots.clear();
      engine.rowsChanged([...changed]);
    }
  }

  private hasScores(kinds: readonly ScoreKind[]): boolean {
    return this.scoresAt === this.version && kinds.every((kind) => this.scores[kind] !== undefined);
  }

  private async loadScores(kinds: readonly ScoreKind[]): Promise<void> {
    const { version, scores: before } = this;
    const wanted = new Set([...kinds, ...(Object.keys(before) as ScoreKind[])]);
    const scores = (await this.scoreSource?.load([...wanted])) ?? {};
    if (version !== this.version) return;
    const rows = changedScores(before, scores, this.columns?.n ?? 0);
    this.scores = withAll(kinds, scores);
    this.scoresAt = version;
    if (rows === 'all') this.engine?.scoresChanged();
    else this.changed = joinRows(this.changed, rows);
    if (rows === 'all' || rows.size > 0) this.onRows(rows);
  }

  private readonly marksOfSnapshots = new Map<string, Uint8Array>();

  private snapshotMarks(id: string): Uint8Array | undefined {
    const known = this.marksOfSnapshots.get(id);
    if (known) return known;
    const members = this.library.snapshotMembers(id);
    const { columns } = this;
    if (!members || !columns) return undefined;
    const marks = new Uint8Array(columns.n);
    for (const memberId of members) {
      const row = columns.rowOf(memberId);
      if (row >= 0) marks[row] = 1;
    }
    this.marksOfSnapshots.set(id, marks);
    return marks;
  }
}

function joinNeeds(all: readonly RuleNeeds[]): RuleNeeds {
  return {
    lines: all.some(({ lines }) => lines),
    details: all.some(({ details }) => details),
    scores: [...new Set(all.flatMap(({ scores }) => scores))],
    snapshotIds: [...new Set(all.flatMap(({ snapshotIds }) => snapshotIds))],
  };
}

/** A kind that nobody can work out is said to be empty, so that asking ends. */
function withAll(kinds: readonly ScoreKind[], scores: PeopleScores): PeopleScores {
  const whole: Record<string, unknown> = { ...scores };
  for (const kind of kinds) whole[kind] ??= emptyScore(kind);
  return whole as PeopleScores;
}

function emptyScore(kind: ScoreKind): PeopleScores[ScoreKind] {
  const codes = { values: [], of: new Uint32Array() };
  switch (kind) {
    case 'rfm':
      return { r: new Uint8Array(), f: new Uint8Array(), m: new Uint8Array() };
    case 'persona':
      return { frequency: codes, orderValue: codes, category: codes };
    case 'ltvFen':
      return new Float64Array();
    default:
      return codes;
  }
}
