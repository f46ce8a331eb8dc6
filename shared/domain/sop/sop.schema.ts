import { IDENTITIES } from '@shared/domain/members/member.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/** Text in both languages; a leader's own flows may fill only one. */
const bilingualSchema = z.object({ zh: z.string(), en: z.string() });

/** Who does a step: the leader, an official voice, an auditor … */
export const OWNER_ROLES = ['leader', 'operator', 'auditor', 'designer', 'official'] as const;
const STEP_RIGOURS = ['standard', 'critical'] as const;
const METRIC_DIRECTIONS = ['higher', 'lower'] as const;
/** The tool of the console that a step opens. */
const STEP_TOOLS = [
  'segment',
  'placements',
  'guidePage',
  'jump',
  'autoReply',
  'audit',
  'placement',
  'none',
] as const;

export const stepDefinitionSchema = z.object({
  title: bilingualSchema,
  /** What to do, in plain words. */
  action: bilingualSchema,
  ownerRole: z.enum(OWNER_ROLES),
  /** Days after the run's start by which the step is due. */
  dueDay: z.number().int().nonnegative(),
  rigour: z.enum(STEP_RIGOURS),
  tool: z.enum(STEP_TOOLS),
  checklist: z.array(z.object({ key: z.string(), label: bilingualSchema })),
  scripts: z.array(z.object({ key: z.string(), label: bilingualSchema, text: bilingualSchema })),
  visual: bilingualSchema.optional(),
  /** Where the way in is shown (step 2); each counted apart later on. */
  placements: z.array(z.object({ key: z.string(), label: bilingualSchema })).optional(),
  metric: z.object({
    name: bilingualSchema,
    unit: z.enum(['people', 'exposures']),
    direction: z.enum(METRIC_DIRECTIONS),
    /** Conversion from the step before that the leader aims at, 0–1; absent for the first step. */
    targetRate: z.number().min(0).max(1).optional(),
    /** Below this the step needs a person now. */
    redLineRate: z.number().min(0).max(1).optional(),
  }),
  /** Left out for some runs (C-end people need no audit) without breaking the rates. */
  optional: z.boolean().default(false),
});
export type StepDefinition = z.infer<typeof stepDefinitionSchema>;

export const sopTemplateSchema = z.object({
  id: idSchema,
  /** Stays the same over the versions. */
  key: z.string(),
  version: z.number().int().positive(),
  name: bilingualSchema,
  purpose: bilingualSchema,
  steps: z.array(stepDefinitionSchema).min(1),
  source: z.string().optional(),
});
export type SopTemplate = z.infer<typeof sopTemplateSchema>;

export const RUN_STATUSES = ['running', 'finished', 'ended'] as const;

/** Whom a run is for: the whole roster, or the members that share one trait. */
export const runTargetSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('all') }),
  z.object({ by: z.literal('identity'), value: z.enum(IDENTITIES) }),
  z.object({ by: z.literal('region'), value: z.string() }),
  z.object({ by: z.literal('tag'), value: idSchema }),
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
});
export type SopRun = z.infer<typeof sopRunSchema>;

export const STEP_STATES = ['todo', 'doing', 'done', 'skipped'] as const;

/** A step of one run: its own copy of the definition, and what happened. */
export const sopStepSchema = z.object({
  /** `<runId>.<position>`. */
  id: idSchema,
  runId: idSchema,
  /** 1-based. */
  position: z.number().int().positive(),
  definition: stepDefinitionSchema,
  state: z.enum(STEP_STATES),
  dueAt: z.number().int(),
  startedAt: z.number().int().optional(),
  doneAt: z.number().int().optional(),
  tickedKeys: z.array(z.string()).default([]),
  metricCount: z.number().int().nonnegative().optional(),
  /** `typed` by the leader or read from the console's own `records`. */
  metricSource: z.enum(['typed', 'imported', 'records']).optional(),
  skipReason: z.string().max(500).optional(),
  /** Checklist items left open when a standard step was completed anyway. */
  overriddenKeys: z.array(z.string()).default([]),
  note: z.string().max(2000).optional(),
});
export type SopStep = z.infer<typeof sopStepSchema>;

export const AUDIT_STATUSES = ['waiting', 'approved', 'rejected', 'askAgain'] as const;

/** One person in the audit queue of a run (step 6). */
export const auditSchema = z.object({
  /** `<memberId>.<runId>`. */
  id: idSchema,
  memberId: idSchema,
  runId: idSchema,
  status: z.enum(AUDIT_STATUSES),
  reason: z.string().max(500).optional(),
  at: z.number().int(),
});
export type Audit = z.infer<typeof auditSchema>;

export const reviewSchema = z.object({
  id: idSchema,
  runId: idSchema,
  keep: z.string().max(5000).optional(),
  change: z.string().max(5000).optional(),
  at: z.number().int(),
});
