import { z } from 'zod';
import { SPEAKER_KINDS } from '../calendar/content.schema';
import { SLOTS } from '../calendar/slots';
import { FRIEND_ACTION_KINDS } from '../group-life/group-day.schema';
import { CONSEQUENCES, RULE_ENTRY_KINDS } from '../group-life/group-rule.schema';
import { KOC_INCENTIVE_KINDS, KOC_STATES } from '../koc/koc.schema';
import { IDENTITIES } from '../members/member.schema';

const days = z.number().int().nonnegative().max(1000);
const texts = z.array(z.string().min(1).max(200)).min(1);
const asked = z.tuple([z.number().int().positive(), z.number().int().nonnegative()]);
/** A person by their place among those of a group. */
const place = z.number().int().nonnegative();

const sampleGroupSchema = z.object({
  key: z.string().regex(/^[a-z]+$/),
  name: z.string().min(1).max(100),
  identity: z.enum(IDENTITIES),
  phase: z.enum(['early', 'middle', 'late']),
  /** How many of the sample's people are inside. */
  people: z.number().int().positive(),
  /** Some of an earlier group who are inside here as well. */
  guests: z.object({ group: z.string(), places: z.array(place) }).optional(),
  capacity: z.number().int().positive(),
  openedDaysAgo: days,
  fullDaysAgo: days,
  phaseDaysAgo: days.optional(),
  owner: z.string(),
  template: z.string(),
  /** On a usual day: messages, and things that members do. */
  messages: z.number().nonnegative(),
  acts: z.number().nonnegative(),
  /** For so many days nobody has said a word. */
  quietDays: days.optional(),
  /** Each week, and what an hour costs. */
  hours: z.number().positive(),
  hourFen: z.number().int().positive(),
  gift: z.object({ amountFen: z.number().int().positive(), note: z.string() }).optional(),
  /** Asked so many, of whom so many knew (知道率). */
  known: asked.optional(),
});
export type SampleGroup = z.infer<typeof sampleGroupSchema>;

/** The groups of the sample as they are written down: days count back from the day they are taken. */
export const sampleGroupsSchema = z.object({
  groups: z.array(sampleGroupSchema).min(1).max(20),
  acts: z.object({ checkIn: texts, ugc: texts, share: texts, answer: texts }),
  /** Names on the newest lists whom nobody knows. */
  unknown: texts,
  questions: z.array(
    z.object({
      group: z.string(),
      daysAgo: days,
      minute: z.number().int().min(0).max(1439),
      asker: place,
      text: z.string().min(1).max(200),
      answerMinutes: z.number().int().positive().optional(),
    }),
  ),
  rules: z.array(
    z.object({
      key: z.string(),
      polarity: z.enum(['encouraged', 'forbidden']),
      text: z.string(),
      consequence: z.enum(CONSEQUENCES),
      points: z.number().int().optional(),
      warningsToRemoval: z.number().int().optional(),
    }),
  ),
  entries: z.array(
    z.object({
      group: z.string(),
      member: place,
      rule: z.string(),
      kind: z.enum(RULE_ENTRY_KINDS),
      points: z.number().int().optional(),
      what: z.string(),
      daysAgo: days,
      givenDaysAgo: days.optional(),
      appeal: z.string().optional(),
    }),
  ),
  kocs: z.array(
    z.object({
      group: z.string(),
      member: place,
      state: z.enum(KOC_STATES),
      daysAgo: days,
      steps: z.array(z.string()),
      strengths: z.string(),
      owner: z.string(),
      incentive: z.object({
        kind: z.enum(KOC_INCENTIVE_KINDS),
        what: z.string(),
        amountFen: z.number().int().optional(),
        points: z.number().int().optional(),
        daysAgo: days,
        isGiven: z.boolean(),
      }),
    }),
  ),
  friendActions: z.array(
    z.object({
      group: z.string(),
      daysAgo: days,
      kind: z.enum(FRIEND_ACTION_KINDS),
      title: z.string(),
      participants: z.number().int().nonnegative(),
    }),
  ),
  pieces: z.array(
    z.object({
      column: z.string(),
      slot: z.enum(SLOTS),
      speaker: z.enum(SPEAKER_KINDS),
      titles: texts,
    }),
  ),
});
export type SampleGroups = z.infer<typeof sampleGroupsSchema>;
