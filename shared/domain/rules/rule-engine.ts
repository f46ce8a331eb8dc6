import type { Explained, RuleNeeds, RuleWorld } from './engine-types';
import type { Rule } from './rule.schema';

/**
 * Asks rules of everybody or of one person, as of any day. Answers over all rows are kept per rule
 * and day until `rowsChanged`, `referencesChanged`, `scoresChanged` or `forgetAll`.
 *
 * What a rule needs (`needs`) must be loaded before it is asked; else the questions throw.
 */
export class RuleEngine {
  constructor(private readonly world: RuleWorld) {}

  needs(_rule: Rule): RuleNeeds {
    return this.todo();
  }

  /** Whether one person fits, in microseconds however many people there are. */
  matches(_rule: Rule, _row: number, _day?: number): boolean {
    return this.todo();
  }

  /** 1 for each row that fits; exactly `columns.n` long, kept, valid until something changes. */
  marks(_rule: Rule, _day?: number): Uint8Array {
    return this.todo();
  }

  count(_rule: Rule, _day?: number): number {
    return this.todo();
  }

  explain(_rule: Rule, _row: number, _day?: number): Explained {
    return this.todo();
  }

  /** Works kept answers out again for these rows and for rows that are new. */
  rowsChanged(_rows: readonly number[]): void {}

  /** A tag's or segment's rule changed, or a snapshot came or went. */
  referencesChanged(): void {}

  /** The models were worked out again. */
  scoresChanged(): void {}

  /** Columns, settings or product categories were replaced. */
  forgetAll(): void {}

  private todo(): never {
    throw new Error(`not built yet on day ${this.world.today}`);
  }
}
