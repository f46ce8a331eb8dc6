import { daySchema } from '@shared/domain/calendar/content.schema';
import { SLOTS } from '@shared/domain/calendar/slots';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

const position = z.number().int().positive();
const by = z.string().max(60).optional();

const RUN_EVENTS = [
  'started',
  'targetChosen',
  'stepDone',
  'stepOverridden',
  'stepSkipped',
  'stepReopened',
  'itemAnswered',
  'metricRead',
  'targetChanged',
  'scriptChanged',
  'ownerChanged',
  'startDayChanged',
  'renamed',
  'variablesFilled',
  'ended',
  'finished',
  'exitAction',
  'overlapAccepted',
  'positioningChosen',
  'rescueOpened',
  'reviewAccepted',
  'placed',
] as const;

/** One line of a run's story: who did what when. */
export const runEventSchema = z.object({
  id: idSchema,
  runId: idSchema,
  position: position.optional(),
  kind: z.enum(RUN_EVENTS),
  /** UTC ms by this laptop's clock. */
  at: z.number().int(),
  by,
  /** What belongs to the sentence: a count, a reason, a name. */
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type RunEvent = z.infer<typeof runEventSchema>;

/** What a step works with besides its checklist: the places of step 2, the ways over of step 4. */
export const STEP_ITEM_KINDS = ['placement', 'jumpVariant', 'lossReason'] as const;
export const PLACEMENT_STATES = ['planned', 'live', 'stopped', 'unused'] as const;

export const stepItemSchema = z.object({
  /** `<runId>.<position>.<key>`. */
  id: idSchema,
  runId: idSchema,
  position,
  kind: z.enum(STEP_ITEM_KINDS),
  key: z.string().min(1).max(60),
  label: z.string().trim().min(1).max(200),
  state: z.enum(PLACEMENT_STATES).optional(),
  /** The picture or text that is shown there: its file name or a note where it lies. */
  asset: z.string().max(300).optional(),
  url: z.string().max(1000).optional(),
  fromDay: daySchema.optional(),
  toDay: daySchema.optional(),
  ownerName: z.string().max(60).optional(),
  /** How many people saw it / came over it / gave this reason, where only sums are known. */
  seenCount: z.number().int().nonnegative().optional(),
  passedCount: z.number().int().nonnegative().optional(),
  note: z.string().max(1000).optional(),
  /** Order on screen. */
  rank: z.number().default(0),
});
export type StepItem = z.infer<typeof stepItemSchema>;

/** A script was copied: once, by one person, in one variant. */
export const scriptUseSchema = z.object({
  id: idSchema,
  runId: z.string().optional(),
  position: position.optional(),
  /** `touch` uses name the plan and stage instead of run and step. */
  planId: z.string().optional(),
  stage: z.string().max(60).optional(),
  scriptKey: z.string().max(60),
  variantKey: z.string().max(60).optional(),
  memberId: z.string().optional(),
  at: z.number().int(),
  by,
});

const RESCUE_STATES = ['open', 'done', 'dropped'] as const;

/** People who stayed behind at a step, to be written to again. */
export const rescueTaskSchema = z.object({
  id: idSchema,
  runId: idSchema,
  /** They reached the step before this one and not this one. */
  position,
  title: z.string().trim().min(1).max(200),
  /** Ids ascending, packed by `packIds`. */
  members: z.string(),
  memberCount: z.number().int().positive(),
  /** Those seen to, packed the same way. */
  doneMembers: z.string().optional(),
  script: z.string().max(5000).optional(),
  day: daySchema,
  slot: z.enum(SLOTS),
  ownerName: z.string().max(60).optional(),
  state: z.enum(RESCUE_STATES).default('open'),
  createdAt: z.number().int(),
  createdBy: by,
  closedAt: z.number().int().optional(),
});
export type RescueTask = z.infer<typeof rescueTaskSchema>;
