import { z } from 'zod';

/** The row of `modelSettings` that holds these. */
export const GROUP_LIFE_SETTINGS_ID = 'group-life';

const weight = (value: number) => z.number().min(0).max(100).default(value);
const share = (value: number) => z.number().min(0).max(1).default(value);
const flowKeys = (keys: string[]) => z.array(z.string().min(1).max(60)).max(20).default(keys);
/** What earns the full points; above it nothing more is earned. */
const anchor = (value: number) => z.number().positive().max(1_000_000).default(value);

export const ACTIVITY_PARTS = ['active', 'speakers', 'messages', 'orders'] as const;
export type ActivityPart = (typeof ACTIVITY_PARTS)[number];

export const TRUST_AREAS = ['service', 'content', 'interaction'] as const;
export type TrustArea = (typeof TRUST_AREAS)[number];

export const TRUST_PARTS = {
  service: ['adherence', 'known', 'answerTime'],
  content: ['cadence', 'openRate', 'engagement'],
  interaction: [
    'participation',
    'answered',
    'ugcShare',
    'kocActivity',
    'newFriends',
    'friendActions',
  ],
} as const satisfies Record<TrustArea, readonly string[]>;
export type TrustPart = (typeof TRUST_PARTS)[TrustArea][number];

/** How the life of groups is judged; every figure is the leader's to change. */
export const groupLifeSettingsSchema = z.object({
  activity: z
    .object({
      weights: z
        .object({
          active: weight(40),
          speakers: weight(20),
          messages: weight(20),
          orders: weight(20),
        })
        .prefault({}),
      /** Full points at: share of people active in a week; of members speaking a day; a day; a week. */
      anchors: z
        .object({
          active: anchor(0.5),
          speakers: anchor(0.1),
          messages: anchor(0.5),
          orders: anchor(0.2),
        })
        .prefault({}),
    })
    .prefault({}),
  quiet: z
    .object({
      /** Of its own usual: below the first drowsy, below the second asleep. */
      drowsyBelow: share(0.6),
      asleepBelow: share(0.25),
      /** Fewer people than this usually active say nothing either way. */
      minUsual: z.number().min(1).max(1000).default(3),
      /** How far a fall of all groups together (a holiday) excuses one, at most. */
      lowestSeason: share(0.3),
    })
    .prefault({}),
  phase: z
    .object({
      earlyDays: z.number().int().min(1).max(365).default(30),
      /** Below this score, week after week, a group is late; above the other it has come back. */
      lateBelow: z.number().min(0).max(100).default(20),
      backAbove: z.number().min(0).max(100).default(35),
      weeks: z.number().int().min(1).max(26).default(3),
    })
    .prefault({}),
  economy: z
    .object({
      /** What an hour costs; without it hours are a gap that is named. */
      hourRateFen: z.number().int().nonnegative().max(10_000_000).optional(),
      /** Margin of sales; a class may have its own, by its id. */
      marginRate: z.number().min(0).max(1).optional(),
      classMarginRates: z.record(z.string().max(60), z.number().min(0).max(1)).default({}),
      /** Keep from this result for each yuan put in, and from this activity. */
      keepRoi: z.number().min(-1).max(1000).default(0),
      keepActivity: z.number().min(0).max(100).default(35),
      /** Worth reviving above this, even though it earns too little. */
      reviveActivity: z.number().min(0).max(100).default(20),
      /** People still active from which moving them is worth the trouble. */
      transferActive: z.number().int().min(1).max(10_000).default(3),
    })
    .prefault({}),
  trust: z
    .object({
      areas: z
        .object({ service: weight(35), content: weight(30), interaction: weight(35) })
        .prefault({}),
      parts: z
        .object({
          adherence: weight(50),
          known: weight(30),
          answerTime: weight(20),
          cadence: weight(40),
          openRate: weight(30),
          engagement: weight(30),
          participation: weight(30),
          answered: weight(20),
          ugcShare: weight(15),
          kocActivity: weight(15),
          newFriends: weight(10),
          friendActions: weight(10),
        })
        .prefault({}),
      /** Full points up to the first, none from the second on. */
      goodAnswerMinutes: z.number().min(1).max(10_000).default(30),
      badAnswerMinutes: z.number().min(2).max(100_000).default(1440),
      anchors: z
        .object({
          openRate: anchor(0.5),
          engagement: anchor(0.2),
          participation: anchor(0.5),
          ugcShare: anchor(0.3),
          newFriends: anchor(0.5),
          friendActions: anchor(1),
        })
        .prefault({}),
    })
    .prefault({}),
  health: z
    .object({
      /** At or above: green; below the second: red. */
      green: z.number().min(0).max(100).default(60),
      red: z.number().min(0).max(100).default(35),
    })
    .prefault({}),
  flows: z
    .object({
      /** Keys of the flows that belong to each phase. */
      early: flowKeys(['entry-ceremony', 'newcomers-7-days']),
      middle: flowKeys(['group-iteration']),
      late: flowKeys(['revive-group']),
      /** With the phase by themselves, or only offered. */
      start: z.enum(['withPhase', 'byHand']).default('withPhase'),
    })
    .prefault({}),
});
export type GroupLifeSettings = z.infer<typeof groupLifeSettingsSchema>;

export const DEFAULT_GROUP_LIFE: GroupLifeSettings = groupLifeSettingsSchema.parse({});

/** Whether the thresholds do not contradict each other. */
export const isUpright = ({ quiet, phase, trust, health }: GroupLifeSettings): boolean =>
  quiet.asleepBelow <= quiet.drowsyBelow &&
  phase.lateBelow <= phase.backAbove &&
  trust.goodAnswerMinutes < trust.badAnswerMinutes &&
  health.red <= health.green;

/** What is stored, or the defaults where nothing, nothing readable or nothing consistent is. */
export function readGroupLifeSettings(stored: unknown): GroupLifeSettings {
  const { data } = groupLifeSettingsSchema.safeParse(stored ?? {});
  return data && isUpright(data) ? data : DEFAULT_GROUP_LIFE;
}
