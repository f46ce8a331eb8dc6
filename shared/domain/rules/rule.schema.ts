import { COMMENT_TOPICS, FEELINGS } from '@shared/domain/feelings/comment.schema';
import { GROUP_PHASES, MEMBERSHIP_ROLES } from '@shared/domain/groups/group.schema';
import { INTERACTION_KINDS } from '@shared/domain/interactions/interaction.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/**
 * The language in which tags, segments, personas and quadrants say whom they mean. A rule is data:
 * it can be shown, changed, explained per person and sent to another laptop.
 *
 * Time is counted in whole days of the workspace's zone, up to and including the day for which one
 * asks. What is dated later than that day is left out. Orders, interactions, comments, memberships
 * and assignments are judged as of that day; fields, groups' phases, rules of tags and segments, and
 * scores have no history and are taken as they are now. Only who is there is meant, for a past day
 * only who was known by then: others fit no rule, `not` and `all` of nothing included.
 *
 * Wherever a list narrows something and may be left out, an empty list is the same as none.
 */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const words = z.array(z.string().trim().min(1).max(100)).min(1).max(50);

/** Both ends included; an end that is not named is open. */
export const rangeSchema = z.object({ min: z.number().optional(), max: z.number().optional() });
export type Range = z.infer<typeof rangeSchema>;

/**
 * The last `lastDays` days, the day asked for being the last of them (1: that day alone), or a
 * stretch of the calendar, ends included, an end that is not named being open.
 */
export const windowSchema = z.union([
  z.object({ lastDays: z.number().int().min(1).max(3660) }),
  z.object({ from: day.optional(), to: day.optional() }),
]);
export type Window = z.infer<typeof windowSchema>;

/** Fields of few values. `''` among the wanted ones stands for "not filled in". */
export const CODE_FIELDS = ['identity', 'channel', 'region', 'source', 'gender'] as const;
export type CodeField = (typeof CODE_FIELDS)[number];

/** Fields of which one may ask whether they are filled in. */
export const FILLED_FIELDS = [
  'phone',
  'phoneMasked',
  'wechatId',
  'wecomId',
  'backOfficeId',
  'groupNickname',
  'channel',
  'region',
  'address',
  'gender',
  'birthday',
  'note',
] as const;
export type FilledField = (typeof FILLED_FIELDS)[number];

export const TEXT_FIELDS = ['name', 'groupNickname', 'address', 'note'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Which events are meant; every part that is named narrows them. */
export const eventSchema = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('order'),
    /**
     * A line's product or its spec contains one of these words, whatever the case. With `category`,
     * one and the same line must answer both.
     */
    product: words.optional(),
    /** A line's product belongs to one of these categories (`resources/products`). */
    category: words.optional(),
    /** Paid less refunded, of the whole order, in fen; below 0 where more was refunded than paid. */
    netFen: rangeSchema.optional(),
    /** Only orders with (or without) a refund of more than nothing. */
    isRefunded: z.boolean().optional(),
  }),
  z.object({
    of: z.literal('interaction'),
    kinds: z.array(z.enum(INTERACTION_KINDS)).min(1),
    groupIds: z.array(idSchema).optional(),
    /** e.g. the NPS answer. Events without a value are not meant once a range is named. */
    value: rangeSchema.optional(),
  }),
  z.object({
    of: z.literal('comment'),
    feelings: z.array(z.enum(FEELINGS)).optional(),
    topics: z.array(z.enum(COMMENT_TOPICS)).optional(),
    /** Complaint intensity, 0 to 3. */
    intensity: rangeSchema.optional(),
  }),
]);
export type EventRef = z.infer<typeof eventSchema>;

const PERSONA_CATEGORY_LIMIT = 40;

export const conditionSchema = z.discriminatedUnion('kind', [
  /** An empty list is somebody's unfinished choice: nobody. */
  z.object({
    kind: z.literal('attribute'),
    field: z.enum(CODE_FIELDS),
    isAny: z.array(z.string()),
  }),
  z.object({ kind: z.literal('filled'), field: z.enum(FILLED_FIELDS) }),
  /** Contains one of these words, whatever the case. */
  z.object({ kind: z.literal('text'), field: z.enum(TEXT_FIELDS), containsAny: words }),
  /**
   * Whole years on that day; people without a birthday, or not born yet, never match. Who was born on
   * 29 February gets older on the 28th in years without one.
   */
  z.object({ kind: z.literal('age'), years: rangeSchema }),
  /** The next birthday (month and day) is that many days away, 0 for today. */
  z.object({ kind: z.literal('birthday'), daysAway: rangeSchema }),
  /**
   * Days since the person is known: joined, else first order, else record made. A date after the day
   * never matches.
   */
  z.object({ kind: z.literal('known'), daysAgo: rangeSchema }),
  /** How many such events; no `within` means ever. `{ max: 0 }` means none. */
  z.object({
    kind: z.literal('times'),
    event: eventSchema,
    within: windowSchema.optional(),
    times: rangeSchema,
  }),
  /** On how many different days. */
  z.object({
    kind: z.literal('days'),
    event: eventSchema,
    within: windowSchema.optional(),
    days: rangeSchema,
  }),
  /**
   * Money in fen over the orders meant, `netFen` being paid less refunded. The sums `netFen` and
   * `refundFen` are 0 without such an order; `averageFen` (net per order) and `largestFen` (net of
   * the largest order) do not exist without one and never match. Events that are no orders have no
   * money: nobody.
   */
  z.object({
    kind: z.literal('money'),
    measure: z.enum(['netFen', 'averageFen', 'largestFen', 'refundFen']),
    event: eventSchema.optional(),
    within: windowSchema.optional(),
    range: rangeSchema,
  }),
  /**
   * Which share (0–1) of the person's events of that sort (all orders, all interactions, all
   * comments within the window) `event` means; people without any never match.
   */
  z.object({
    kind: z.literal('share'),
    event: eventSchema,
    within: windowSchema.optional(),
    share: rangeSchema,
  }),
  /**
   * When the first or last such event up to the day was: so many days before it and, where named,
   * within the stretch. People without one never match.
   */
  z.object({
    kind: z.literal('when'),
    event: eventSchema,
    which: z.enum(['first', 'last']),
    daysAgo: rangeSchema.optional(),
    between: z.object({ from: day.optional(), to: day.optional() }).optional(),
  }),
  /**
   * Different events in this order of time, each at most `withinDays` calendar days after the one
   * before (0: on the same day; left out: ever after). With `without`, there must be such a row of
   * events after whose last none of the unwanted came within `withinDays`, so far: those days need
   * not be over. At one and the same instant interactions come before orders, orders before comments;
   * two of one sort keep their order.
   */
  z.object({
    kind: z.literal('sequence'),
    steps: z.array(eventSchema).min(1).max(5),
    withinDays: z.number().int().min(0).max(3660).optional(),
    without: eventSchema.optional(),
  }),
  /**
   * Is in such a group on that day (joined on it counts, left on it does not); every part that is
   * named narrows. `groups`: in how many different such groups, at least one unless said; `{ max: 0 }`
   * means in none.
   */
  z.object({
    kind: z.literal('inGroup'),
    groupIds: z.array(idSchema).optional(),
    phases: z.array(z.enum(GROUP_PHASES)).optional(),
    roles: z.array(z.enum(MEMBERSHIP_ROLES)).optional(),
    groups: rangeSchema.optional(),
  }),
  /**
   * Carries at least one of these tags on that day: given and not run out, or the tag's rule fits.
   * A rule that leads back to itself through tags and segments fits nobody by it.
   */
  z.object({ kind: z.literal('tag'), tagIds: z.array(idSchema).min(1) }),
  /** The segment's rule fits; nobody where there is none or where it leads back to itself. */
  z.object({ kind: z.literal('segment'), segmentId: idSchema }),
  /** Was among those kept, whatever the day asked for. */
  z.object({ kind: z.literal('snapshot'), snapshotId: idSchema }),
  /** Scores 1 (worst) to 5 (best) by the workspace's RFM settings; people without never match. */
  z.object({
    kind: z.literal('rfm'),
    r: rangeSchema.optional(),
    f: rangeSchema.optional(),
    m: rangeSchema.optional(),
  }),
  z.object({ kind: z.literal('quadrant'), isAny: z.array(z.string()).min(1) }),
  /**
   * Cells of the persona cube: bands by their keys, preferred category by name. People without a
   * place in the cube never match.
   */
  z.object({
    kind: z.literal('persona'),
    frequency: z.array(z.string()).optional(),
    orderValue: z.array(z.string()).optional(),
    category: z.array(z.string()).max(PERSONA_CATEGORY_LIMIT).optional(),
  }),
  /** Level of growth value, by its key. */
  z.object({ kind: z.literal('level'), isAny: z.array(z.string()).min(1) }),
  /** Estimated future value over the settings' horizon, in fen. */
  z.object({ kind: z.literal('ltv'), fen: rangeSchema }),
]);
export type Condition = z.infer<typeof conditionSchema>;

export type Rule =
  | { kind: 'all'; of: Rule[] }
  | { kind: 'any'; of: Rule[] }
  | { kind: 'not'; of: Rule }
  | { kind: 'held'; of: Rule; days: number }
  | Condition;

/**
 * `all` of nothing is everybody, `any` of nothing nobody. `held`: true on the day and on each of
 * the `days` days before it, on all of which the person must have been known.
 */
export const ruleSchema: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.object({ kind: z.literal('all'), of: z.array(ruleSchema).max(100) }),
    z.object({ kind: z.literal('any'), of: z.array(ruleSchema).max(100) }),
    z.object({ kind: z.literal('not'), of: ruleSchema }),
    z.object({ kind: z.literal('held'), of: ruleSchema, days: z.number().int().min(1).max(90) }),
    conditionSchema,
  ]),
);

export const EVERYBODY: Rule = { kind: 'all', of: [] };
