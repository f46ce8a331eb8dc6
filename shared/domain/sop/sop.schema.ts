import { IDENTITIES } from '@shared/domain/members/member.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { clockSpanSchema, dueRuleSchema } from './due.schema';

/** Text in both languages; a leader's own flows may fill only one. */
export const bilingualSchema = z.object({ zh: z.string(), en: z.string() });

/** Who does a step: the leader, an official voice, an auditor … */
export const OWNER_ROLES = ['leader', 'operator', 'auditor', 'designer', 'official'] as const;
export const STEP_RIGOURS = ['standard', 'critical'] as const;
const METRIC_DIRECTIONS = ['higher', 'lower'] as const;
/**
 * What a step's one number counts. It is always kept whole: people, exposures, pieces and minutes as
 * they are, `percent` in hundredths of a percent (12.5 % is 1250), `yesNo` as 1 or 0.
 */
export const METRIC_UNITS = [
  'people',
  'exposures',
  'count',
  'minutes',
  'percent',
  'yesNo',
] as const;
export type MetricUnit = (typeof METRIC_UNITS)[number];
/** The tool of the console that a step opens. */
export const STEP_TOOLS = [
  'segment',
  'placements',
  'guidePage',
  'jump',
  'autoReply',
  'audit',
  'placement',
  'none',
] as const;

export const CHECK_KINDS = ['tick', 'passFail', 'value'] as const;

/**
 * One thing to see to before a step is done: ticked; passed or failed (a failure needs a note);
 * or a value that is required, with its unit or an example.
 */
const checklistItemSchema = z.object({
  key: z.string().min(1).max(60),
  label: bilingualSchema,
  kind: z.enum(CHECK_KINDS).default('tick'),
  hint: bilingualSchema.optional(),
});
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

/** What is written to people; `{name}` is a variable. Variants are tried against each other. */
const scriptSchema = z.object({
  key: z.string().min(1).max(60),
  label: bilingualSchema,
  text: bilingualSchema,
  variants: z
    .array(
      z.object({ key: z.string().min(1).max(60), label: bilingualSchema, text: bilingualSchema }),
    )
    .max(20)
    .optional(),
});
export type Script = z.infer<typeof scriptSchema>;

export const stepDefinitionSchema = z.object({
  title: bilingualSchema,
  /** What to do, in plain words. */
  action: bilingualSchema,
  ownerRole: z.enum(OWNER_ROLES),
  /** Runs from before there were rules hold `dueDay` in its place; `dueRuleOf` reads both. */
  due: dueRuleSchema.default({ on: { kind: 'afterStart', days: 0 }, isWorkingDays: false }),
  rigour: z.enum(STEP_RIGOURS),
  tool: z.enum(STEP_TOOLS),
  checklist: z.array(checklistItemSchema),
  scripts: z.array(scriptSchema),
  visual: bilingualSchema.optional(),
  /** Where the way in is shown (step 2); each counted apart later on. */
  placements: z.array(z.object({ key: z.string(), label: bilingualSchema })).optional(),
  metric: z.object({
    name: bilingualSchema,
    unit: z.enum(METRIC_UNITS),
    direction: z.enum(METRIC_DIRECTIONS),
    /** Conversion from the step before that the leader aims at, 0–1; absent for the first step. */
    targetRate: z.number().min(0).max(1).optional(),
    /** Below this the step needs a person now. */
    redLineRate: z.number().min(0).max(1).optional(),
    /** The number itself that is aimed at, in the metric's unit; for what is no share of people. */
    targetValue: z.number().int().nonnegative().optional(),
    /** Beyond this (below it where higher is better) the step needs a person now. */
    redLineValue: z.number().int().nonnegative().optional(),
  }),
  /** The longest way from the step before, in ms, for people known one by one; absent: any time. */
  windowMs: z
    .number()
    .int()
    .positive()
    .max(366 * 86_400_000)
    .optional(),
  /** Left out for some runs (C-end people need no audit) without breaking the rates. */
  optional: z.boolean().default(false),
});
export type StepDefinition = z.infer<typeof stepDefinitionSchema>;
export type StepMetric = StepDefinition['metric'];

export const FLOW_KINDS = [
  'traffic',
  'activity',
  'touch',
  'content',
  'ceremony',
  'crisis',
  'review',
  'other',
] as const;
export type FlowKind = (typeof FLOW_KINDS)[number];

/** Whom an action at the end of a run means. */
export const EXIT_WHOM = ['target', 'approved', 'placed', 'notPlaced'] as const;
export const EXIT_WHEN = ['finished', 'ended', 'either'] as const;

/** What a run does when it ends; each once, shown before it happens, undone with it. */
export const exitActionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('tag'),
    when: z.enum(EXIT_WHEN),
    whom: z.enum(EXIT_WHOM),
    tagName: z.string().trim().min(1).max(60),
  }),
  z.object({
    kind: z.literal('snapshot'),
    when: z.enum(EXIT_WHEN),
    whom: z.enum(EXIT_WHOM),
    name: z.string().trim().min(1).max(100),
  }),
  z.object({ kind: z.literal('startFlow'), when: z.enum(EXIT_WHEN), templateKey: z.string() }),
]);
export type ExitAction = z.infer<typeof exitActionSchema>;

/** One version of a flow. A published version never changes; an edit makes a draft of the next. */
export const sopTemplateSchema = z.object({
  id: idSchema,
  /** Stays the same over the versions. */
  key: z.string(),
  version: z.number().int().positive(),
  name: bilingualSchema,
  purpose: bilingualSchema,
  steps: z.array(stepDefinitionSchema).min(1).max(60),
  kind: z.enum(FLOW_KINDS).default('other'),
  status: z.enum(['draft', 'published']).default('published'),
  /** No messages to people within these hours; copying a script then warns. */
  quietHours: clockSpanSchema.optional(),
  exitActions: z.array(exitActionSchema).max(20).default([]),
  /** Where the flow comes from, in words: an article, another leader's file. */
  source: z.union([z.string().max(300), bilingualSchema]).optional(),
  /** The version that this one was made from, and what changed, in the leader's words. */
  basedOnId: z.string().optional(),
  changeNote: z.string().max(2000).optional(),
  /** The review that was accepted into this version. */
  reviewId: z.string().optional(),
  /** UTC ms. */
  createdAt: z.number().int().optional(),
  createdBy: z.string().max(60).optional(),
  isArchived: z.boolean().optional(),
});
export type SopTemplate = z.infer<typeof sopTemplateSchema>;

export const RUN_STATUSES = ['running', 'finished', 'ended'] as const;

/** Whom a run is for: the whole roster, the members that share one trait, or a segment. */
export const runTargetSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('all') }),
  z.object({ by: z.literal('identity'), value: z.enum(IDENTITIES) }),
  z.object({ by: z.literal('region'), value: z.string() }),
  z.object({ by: z.literal('tag'), value: idSchema }),
  /** A saved segment: always as many as fit it now. */
  z.object({ by: z.literal('segment'), value: idSchema }),
  /** Those who fitted at one moment. */
  z.object({ by: z.literal('snapshot'), value: idSchema }),
]);
export type RunTarget = z.infer<typeof runTargetSchema>;

export const sopRunSchema = z.object({
  id: idSchema,
  title: z.string().trim().min(1).max(100),
  templateKey: z.string(),
  templateVersion: z.number().int().positive(),
  status: z.enum(RUN_STATUSES),
  startedAt: z.number().int(),
  endedAt: z.number().int().optional(),
  note: z.string().max(2000).optional(),
  target: runTargetSchema.optional(),
  /** Who was meant when the target was fixed: a snapshot, so that later work speaks of them. */
  targetSnapshotId: z.string().optional(),
  /** The version that was copied, and what it says for the whole run. */
  templateId: z.string().optional(),
  kind: z.enum(FLOW_KINDS).optional(),
  quietHours: clockSpanSchema.optional(),
  exitActions: z.array(exitActionSchema).optional(),
  /** `YYYY-MM-DD`, the day from which due days count. */
  startDay: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  /** The group that the run is for. */
  groupId: z.string().optional(),
  /** The positioning card that the run serves. */
  positioningId: z.string().optional(),
  /** Who answers for the run. */
  ownerName: z.string().max(60).optional(),
  startedBy: z.string().max(60).optional(),
  endReason: z.string().max(500).optional(),
  /** Values of the scripts' variables for the whole run, by their names. */
  variables: z.record(z.string().max(60), z.string().max(500)).optional(),
  /** UTC ms at which the actions at its end were done, and by whom. */
  exitDoneAt: z.number().int().optional(),
  exitDoneBy: z.string().max(60).optional(),
});
export type SopRun = z.infer<typeof sopRunSchema>;

export const STEP_STATES = ['todo', 'doing', 'done', 'skipped'] as const;

export const checkAnswerSchema = z.object({
  result: z.enum(['pass', 'fail', 'value']),
  value: z.string().max(500).optional(),
  /** Required where something failed. */
  note: z.string().max(500).optional(),
  /** UTC ms. */
  at: z.number().int(),
  by: z.string().max(60).optional(),
});
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;

/** A step of one run: its own copy of the definition, and what happened. */
export const sopStepSchema = z.object({
  /** `<runId>.<position>`. */
  id: idSchema,
  runId: idSchema,
  /** 1-based. */
  position: z.number().int().positive(),
  definition: stepDefinitionSchema,
  state: z.enum(STEP_STATES),
  /** UTC ms of the last instant at which it is on time. */
  dueAt: z.number().int(),
  /** UTC ms at which its hours of the due day begin. */
  dueFromAt: z.number().int().optional(),
  /** The step (1-based) that must close before the due day is known; until then it is a guess. */
  dueWaitsFor: z.number().int().positive().optional(),
  /** The year whose public holidays were not announced when the due day was counted. */
  dueGuessYear: z.number().int().optional(),
  startedAt: z.number().int().optional(),
  doneAt: z.number().int().optional(),
  tickedKeys: z.array(z.string()).default([]),
  /** Answers to the items of kind `passFail` and `value`, by their keys. */
  answers: z.record(z.string(), checkAnswerSchema).optional(),
  metricCount: z.number().int().nonnegative().optional(),
  /** `typed` by the leader or read from the console's own `records`. */
  metricSource: z.enum(['typed', 'imported', 'records']).optional(),
  skipReason: z.string().max(500).optional(),
  /** Checklist items left open when a standard step was completed anyway. */
  overriddenKeys: z.array(z.string()).default([]),
  /** Why a standard step was completed with open items. */
  overrideReason: z.string().max(500).optional(),
  /** UTC ms at which the reason was written, and by whom. */
  overriddenAt: z.number().int().optional(),
  overriddenBy: z.string().max(60).optional(),
  doneBy: z.string().max(60).optional(),
  ownerName: z.string().max(60).optional(),
  note: z.string().max(2000).optional(),
});
export type SopStep = z.infer<typeof sopStepSchema>;
