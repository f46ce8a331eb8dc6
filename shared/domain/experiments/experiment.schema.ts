import { daySchema } from '@shared/domain/calendar/content.schema';
import { SLOTS } from '@shared/domain/calendar/slots';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/** What differs between the arms; one thing at a time. */
export const EXPERIMENT_FACTORS = [
  'title',
  'cover',
  'callToAction',
  'text',
  'form',
  'other',
] as const;
/** `parallel`: all arms to the end. `halving`: rounds, the weaker half leaves after each. */
const EXPERIMENT_DESIGNS = ['parallel', 'halving'] as const;
/** What is assigned by lot. A chat group cannot be split, so whole groups usually are. */
const EXPERIMENT_UNITS = ['group', 'person'] as const;
const EXPERIMENT_STATES = ['draft', 'running', 'decided', 'stopped'] as const;
export const EXPERIMENT_METRICS = ['conversion', 'dwell', 'share'] as const;
export type ExperimentMetric = (typeof EXPERIMENT_METRICS)[number];

export const experimentArmSchema = z.object({
  /** `A`, `B` …; the first arm is what the others are compared with. */
  key: z.string().min(1).max(20),
  label: z.string().trim().min(1).max(200),
  text: z.string().max(20_000).optional(),
  assetId: z.string().optional(),
});
export type ExperimentArm = z.infer<typeof experimentArmSchema>;

const share = z.number().min(0).max(1);

export const experimentSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(100),
  hypothesis: z.string().max(1000).default(''),
  factor: z.enum(EXPERIMENT_FACTORS),
  design: z.enum(EXPERIMENT_DESIGNS).default('parallel'),
  unit: z.enum(EXPERIMENT_UNITS).default('group'),
  arms: z.array(experimentArmSchema).min(2).max(64),
  columnId: z.string().optional(),
  /** Shares of the judgement, renormalised to a sum of one. */
  weights: z
    .object({
      conversion: share.default(0.5),
      dwell: share.default(0.25),
      share: share.default(0.25),
    })
    .prefault({}),
  alpha: z.number().min(0.001).max(0.5).default(0.05),
  power: z.number().min(0.5).max(0.999).default(0.8),
  /** The conversion expected of the first arm, and the smallest difference worth knowing (both as shares). */
  baseline: share.optional(),
  smallestEffect: share.optional(),
  /** Intra-group correlation assumed before there are readings. */
  clusterCorrelation: share.optional(),
  hours: z
    .number()
    .int()
    .min(1)
    .max(24 * 60)
    .default(72),
  minPeople: z.number().int().min(1).max(10_000_000).default(5000),
  /** What the lot began with; the same seed over the same groups assigns alike. */
  seed: z.number().int().nonnegative(),
  state: z.enum(EXPERIMENT_STATES).default('draft'),
  /** UTC ms. */
  startedAt: z.number().int().optional(),
  /** Set with the start and never moved: no verdict before it. */
  endsAt: z.number().int().optional(),
  /** Halving: the round under way, from 1, and the arms still in it. */
  round: z.number().int().min(1).optional(),
  armsLeft: z.array(z.string()).optional(),
  verdict: z
    .object({
      kind: z.enum(['winner', 'noDifference', 'notEnough', 'invalid', 'stoppedEarly']),
      armKey: z.string().optional(),
      /** UTC ms. */
      at: z.number().int(),
      by: z.string().max(60).optional(),
      note: z.string().max(1000).optional(),
    })
    .optional(),
  /** When the arms go out, and to whom; the lot divides these groups (or the people inside). */
  dayPlanned: daySchema.optional(),
  slotPlanned: z.enum(SLOTS).optional(),
  groupIds: z.array(z.string()).optional(),
  /** People inside by count of the leader, for groups whose people are not all registered here. */
  groupSizes: z.record(z.string(), z.number().int().nonnegative()).optional(),
  /** Whose readings are left out, and why: the group was dissolved, or the text went elsewhere. */
  leftOut: z.array(z.object({ unitId: z.string(), why: z.string().max(300) })).optional(),
  /** What all arms have in common. */
  commonTitle: z.string().max(200).optional(),
  commonText: z.string().max(20_000).optional(),
  /** Share of the people inside who are expected to see it. */
  expectedReach: share.optional(),
  createdBy: z.string().max(60).optional(),
});
export type Experiment = z.infer<typeof experimentSchema>;

/** One group (or all people of one arm) in one round: its arm by lot, then what it did. */
export const experimentUnitSchema = z.object({
  /** `<experimentId>.<round>.<groupId or arm key>`. */
  id: idSchema,
  experimentId: idSchema,
  round: z.number().int().min(1),
  groupId: z.string().optional(),
  armKey: z.string().min(1).max(20),
  /** The stratum within which the lot was drawn. */
  stratum: z.string().max(60).optional(),
  /** People inside when the lot was drawn. */
  size: z.number().int().nonnegative(),
  /** Actions per person before the start, where they are known; strata are cut by it. */
  activity: z.number().nonnegative().optional(),
  /** Lots of people: the list of those who got this arm (a segment snapshot). */
  snapshotId: z.string().optional(),
  /** The calendar item that shows it the arm. */
  itemId: z.string().optional(),
  /** Readings: who saw it, who did what was asked, who passed it on; seconds they stayed on average. */
  exposed: z.number().int().nonnegative().optional(),
  converted: z.number().int().nonnegative().optional(),
  shared: z.number().int().nonnegative().optional(),
  dwellSeconds: z.number().nonnegative().optional(),
  /** Standard deviation of those seconds between people, where the platform tells it. */
  dwellSd: z.number().nonnegative().optional(),
  /** UTC ms of the last reading. */
  readAt: z.number().int().optional(),
});
export type ExperimentUnit = z.infer<typeof experimentUnitSchema>;
