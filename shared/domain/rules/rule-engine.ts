import type { Explained, RuleNeeds, RuleWorld } from './engine-types';
import { explainRule } from './explain-rule';
import { type KeptMarks, MarkCache, roomyMarks } from './mark-cache';
import { EVERYBODY, type Rule } from './rule.schema';
import { ruleKey } from './rule-key';
import { needsOf } from './rule-needs';
import { type RuleReference, RuleReferences } from './rule-references';
import { flatten, MAX_RULE_WEIGHT } from './rule-size';
import { hereTest, RuleTests } from './rule-tests';

const NOBODY: Rule = { kind: 'any', of: [] };
/** Of more rows than one in so many, working everything out again is cheaper than row by row. */
const FEW_ROWS = 10;

/**
 * Asks rules of everybody or of one person, as of any day. Answers over all rows are kept per rule
 * and day until `rowsChanged`, `referencesChanged`, `scoresChanged` or `forgetAll`; a new day forgets
 * them by itself.
 *
 * What a rule needs (`needs`) must be loaded before it is asked; else the questions throw. A rule
 * that is too large (`validateRule` says so) fits nobody.
 */
export class RuleEngine {
  private readonly references: RuleReferences;
  private readonly tests: RuleTests;
  private readonly cache = new MarkCache();
  private today: number;

  constructor(private readonly world: RuleWorld) {
    this.references = new RuleReferences(world);
    this.tests = new RuleTests(world, this.references);
    this.today = world.today;
  }

  needs(rule: Rule): RuleNeeds {
    return needsOf(rule, this.world);
  }

  /** Whether one person fits, in microseconds however many people there are. */
  matches(rule: Rule, row: number, day = this.world.today): boolean {
    this.followToday();
    return this.fits(this.sound(rule), row, day);
  }

  /** 1 for each row that fits; exactly `columns.n` long, kept, valid until something changes. */
  marks(rule: Rule, day = this.world.today): Uint8Array {
    this.followToday();
    return this.keptMarks(this.sound(rule), day).marks;
  }

  count(rule: Rule, day = this.world.today): number {
    this.followToday();
    const kept = this.keptMarks(this.sound(rule), day);
    kept.count ??= countMarks(kept.marks);
    return kept.count;
  }

  /** Why one person is in or out, condition by condition. */
  explain(rule: Rule, row: number, day = this.world.today): Explained {
    this.followToday();
    if (this.sound(rule) !== rule) return { rule, isTrue: false };
    const { world, tests, references } = this;
    return explainRule(rule, row, day, {
      world,
      tests,
      references,
      fits: (part, asOf) => this.fits(part, row, asOf),
    });
  }

  /** Works kept answers out again for these rows and for rows that are new. */
  rowsChanged(rows: readonly number[]): void {
    this.followToday();
    this.tests.forgetArrays();
    const { n } = this.world.columns;
    const entries = [...this.cache.entries()];
    const lengths = entries.map(({ marks }) => marks.length);
    const added = n - Math.min(n, ...lengths);
    if ((rows.length + added) * FEW_ROWS > n) {
      this.cache.clear();
      return;
    }
    this.cache.resize(n);
    entries.forEach((entry, i) => {
      this.workOutRows(entry, rows, lengths[i] ?? 0);
    });
  }

  /** A tag's or segment's rule changed, or a snapshot came or went. */
  referencesChanged(): void {
    this.references.forget();
    this.tests.forgetArrays();
    this.cache.dropWhere(({ rule }) =>
      flatten(rule).rules.some(
        ({ kind }) => kind === 'tag' || kind === 'segment' || kind === 'snapshot',
      ),
    );
  }

  /** The models were worked out again. */
  scoresChanged(): void {
    this.tests.forgetArrays();
    this.cache.dropWhere(({ rule }) => this.needs(rule).scores.length > 0);
  }

  /** Columns, settings or product categories were replaced. */
  forgetAll(): void {
    this.references.forget();
    this.tests.forgetAll();
    this.cache.clear();
  }

  private fits(rule: Rule, row: number, day: number): boolean {
    return hereTest(this.world, day)(row) && this.tests.of(rule, day).test(row);
  }

  /** Who counts as known on a past day was different while that day was today. */
  private followToday(): void {
    if (this.today === this.world.today) return;
    this.today = this.world.today;
    this.tests.forgetArrays();
    this.cache.clear();
  }

  private sound(rule: Rule): Rule {
    return this.references.weigh(rule) > MAX_RULE_WEIGHT ? NOBODY : rule;
  }

  private keptMarks(rule: Rule, day: number): KeptMarks {
    const key = `${day} ${ruleKey(rule)}`;
    const known = this.cache.get(key);
    if (known !== undefined) return known;
    const entry: KeptMarks = { rule, day, marks: this.workOut(rule, day) };
    this.cache.set(key, entry);
    return entry;
  }

  /** Whoever is not there has no mark in any answer, so that answers can be combined as they are. */
  private workOut(rule: Rule, day: number): Uint8Array {
    const marks = roomyMarks(this.world.columns.n);
    switch (rule.kind) {
      case 'all':
        if (rule.of.length === 0) return markRows(marks, hereTest(this.world, day));
        marks.set(this.keptMarks(EVERYBODY, day).marks);
        for (const part of rule.of) keepBoth(marks, this.keptMarks(part, day).marks);
        return marks;
      case 'any':
        for (const part of rule.of) addMarks(marks, this.keptMarks(part, day).marks);
        return marks;
      case 'not':
        marks.set(this.keptMarks(EVERYBODY, day).marks);
        takeAway(marks, this.keptMarks(rule.of, day).marks);
        return marks;
      case 'held':
        marks.set(this.keptMarks(rule.of, day).marks);
        narrow(marks, hereTest(this.world, day - rule.days));
        for (let ago = 1; ago <= rule.days; ago++) {
          narrow(marks, this.tests.of(rule.of, day - ago).test);
        }
        return marks;
      case 'tag': {
        const slotOf = this.tests.assigned(rule.tagIds, day);
        markRows(marks, (row) => slotOf(row) >= 0);
        keepBoth(marks, this.keptMarks(EVERYBODY, day).marks);
        for (const id of rule.tagIds) this.addReferred(marks, { kind: 'tag', id }, day);
        return marks;
      }
      case 'segment':
        this.addReferred(marks, { kind: 'segment', id: rule.segmentId }, day);
        return marks;
      default:
        markRows(marks, this.tests.of(rule, day).test);
        keepBoth(marks, this.keptMarks(EVERYBODY, day).marks);
        return marks;
    }
  }

  private addReferred(marks: Uint8Array, reference: RuleReference, day: number): void {
    const rule = this.references.soundRule(reference);
    if (rule !== undefined) addMarks(marks, this.keptMarks(rule, day).marks);
  }

  private workOutRows(entry: KeptMarks, rows: readonly number[], newFrom: number): void {
    const { marks, rule, day } = entry;
    const isHere = hereTest(this.world, day);
    const { test } = this.tests.of(rule, day);
    const mark = (row: number) => {
      marks[row] = isHere(row) && test(row) ? 1 : 0;
    };
    for (const row of rows) mark(row);
    for (let row = newFrom; row < marks.length; row++) mark(row);
    entry.count = undefined;
  }
}

/** By index: an iterator over 100 000 bytes takes some 2 ms. */
function countMarks(marks: Uint8Array): number {
  let count = 0;
  for (let row = 0; row < marks.length; row++) count += marks[row] ?? 0;
  return count;
}

function markRows(marks: Uint8Array, test: (row: number) => boolean): Uint8Array {
  for (let row = 0; row < marks.length; row++) marks[row] = test(row) ? 1 : 0;
  return marks;
}

function narrow(marks: Uint8Array, test: (row: number) => boolean): void {
  for (let row = 0; row < marks.length; row++) {
    if (marks[row] === 1 && !test(row)) marks[row] = 0;
  }
}

function keepBoth(marks: Uint8Array, other: Uint8Array): void {
  for (let row = 0; row < marks.length; row++) marks[row] = (marks[row] ?? 0) & (other[row] ?? 0);
}

function addMarks(marks: Uint8Array, other: Uint8Array): void {
  for (let row = 0; row < marks.length; row++) marks[row] = (marks[row] ?? 0) | (other[row] ?? 0);
}

function takeAway(marks: Uint8Array, other: Uint8Array): void {
  for (let row = 0; row < marks.length; row++) marks[row] = (marks[row] ?? 0) & ~(other[row] ?? 0);
}
