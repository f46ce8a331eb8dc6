import type { PeopleColumns, PeopleScores } from '@shared/domain/people/people-columns';
import type { Rule } from './rule.schema';

/** Everything that a rule may refer to beside the members themselves. */
export type RuleWorld = {
  columns: PeopleColumns;
  scores: PeopleScores;
  /** The rule behind a tag; undefined for tags that only hands give, or whose rule is off. */
  tagRule: (tagId: string) => Rule | undefined;
  segmentRule: (segmentId: string) => Rule | undefined;
  /** Rows of a snapshot's people as marks over all rows; undefined when it is not there. */
  snapshotMarks: (snapshotId: string) => Uint8Array | undefined;
  /** Category of a product's text, or undefined. */
  categoryOf: (product: string) => string | undefined;
  /** Day number of "today". */
  today: number;
};

/** What must be loaded before a rule can be asked. */
export type RuleNeeds = {
  /** Products of orders. */
  lines: boolean;
  /** Gender, birthday, address and the like, which lie apart from what most rules read. */
  details: boolean;
  scores: (keyof PeopleScores)[];
  snapshotIds: string[];
};

/** One condition's answer for one person, with the facts that decided it. */
export type Explained = {
  rule: Rule;
  isTrue: boolean;
  /** What was found: a count, fen, a share, a day number, a text; absent for groups of rules. */
  found?: number | string;
  /** Day number of the event that decided, where there is one. */
  day?: number;
  of?: Explained[];
};

/** Something about a rule that its author should know. Errors keep it from being saved. */
export type RuleRemark = {
  /** Where: indexes into `of` from the root; 0 for the one rule within `not` and `held`. */
  path: number[];
  code:
    | 'circular'
    | 'unknown-tag'
    | 'unknown-segment'
    | 'unknown-snapshot'
    | 'unknown-group'
    | 'never-true'
    | 'always-true'
    | 'range-upside-down'
    | 'empty-window'
    /** Nested too deeply, or coming to too many conditions with all it refers to. */
    | 'too-deep'
    | 'scores-have-no-past';
  isError: boolean;
};
