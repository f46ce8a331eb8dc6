/**
 * All members with what happened to them, one typed array per field, as the rule engine and the
 * models read them. Row numbers stay the same while the columns live; somebody who is gone keeps a
 * row with `isHere` 0. Arrays may be longer than what is used (they grow in place), so always go by
 * `n` and by the slices, never by `length`.
 *
 * Days are whole days since 1970-01-01 in the workspace's zone (`dayNumber`).
 */

/** A field of few values: `values[of[row] - 1]`, 0 for absent. */
export type CodeColumn = { values: readonly string[]; of: Uint32Array };

/** Each member's facts lie together, oldest first: `[start[row], end[row])`. */
export type Slices = { start: Uint32Array; end: Uint32Array };

/** Counted orders only (`isCounted`). */
export type OrderSlices = Slices & {
  day: Int32Array;
  /** UTC ms, for order within a day. */
  at: Float64Array;
  /** Paid, before refunds, in fen. */
  amountFen: Float64Array;
  /** 0 without a refund; may exceed the amount, which is told as a remark. */
  refundFen: Float64Array;
  /** Present once somebody asked for products. */
  lines?: LineSlices;
};

/** Lines of order slot `o`: `product[start[o] … end[o])`. A line's text is `product spec`. */
export type LineSlices = Slices & {
  product: Uint32Array;
  /** `products[code]`, the text of a line as written. Codes keep their meaning while columns live. */
  products: readonly string[];
};

export type InteractionSlices = Slices & {
  day: Int32Array;
  at: Float64Array;
  kind: Uint8Array;
  /** 0 for none, else index + 1 into `groups`. */
  group: Uint32Array;
  /** NaN for none. */
  value: Float64Array;
  /** Spelling of the kinds: `kinds[kind[i]]`. */
  kinds: readonly string[];
};

export type CommentSlices = Slices & {
  day: Int32Array;
  at: Float64Array;
  /** Index into FEELINGS. */
  feeling: Uint8Array;
  /** Index into COMMENT_TOPICS. */
  topic: Uint8Array;
  intensity: Uint8Array;
};

export type MembershipSlices = Slices & {
  /** Index + 1 into `groups`. */
  group: Uint32Array;
  /** Index into MEMBERSHIP_ROLES. */
  role: Uint8Array;
  joinedDay: Int32Array;
  /** `STILL_THERE` while the person is in the group. */
  leftDay: Int32Array;
};

/** Tags by hand, import, flow or model; what rules give is asked of the rules. */
export type AssignmentSlices = Slices & {
  /** Index + 1 into `tagIds`. */
  tag: Uint32Array;
  sinceDay: Int32Array;
  /** First day on which it no longer counts; `STILL_THERE` without an expiry. */
  untilDay: Int32Array;
};

export const STILL_THERE = 0x7fffffff;
export const NO_DAY = -0x80000000;

export type PeopleColumns = {
  n: number;
  isHere: Uint8Array;
  idOf: (row: number) => string;
  /** -1 for nobody. */
  rowOf: (memberId: string) => number;
  identity: CodeColumn;
  channel: CodeColumn;
  region: CodeColumn;
  source: CodeColumn;
  gender: CodeColumn;
  /** One bit per FILLED_FIELDS entry, in its order. */
  filled: Uint32Array;
  /** `YYYYMMDD` as a number, 0 for none. */
  birthday: Uint32Array;
  /** Day since which the person is known. */
  knownDay: Int32Array;
  text: (row: number, field: 'name' | 'groupNickname' | 'address' | 'note') => string | undefined;
  orders: OrderSlices;
  interactions: InteractionSlices;
  comments: CommentSlices;
  memberships: MembershipSlices;
  assignments: AssignmentSlices;
  groups: readonly { id: string; phase: string }[];
  tagIds: readonly string[];
};

/** What the models say of each member as of today; a model that was not asked for is absent. */
export type PeopleScores = {
  /** 1–5, 0 for people without an order. */
  rfm?: { r: Uint8Array; f: Uint8Array; m: Uint8Array };
  quadrant?: CodeColumn;
  persona?: { frequency: CodeColumn; orderValue: CodeColumn; category: CodeColumn };
  level?: CodeColumn;
  /** NaN for people of whom nothing can be said. */
  ltvFen?: Float64Array;
};
