import { groupExceptionSchema } from '@shared/domain/groups/group.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { memberSchema } from './member.schema';

/** A record of a set that a merge made, changed or took away: as it was, and as the merge left it. */
export const mergedRowSchema = z.object({
  entity: z.enum([
    'tagAssignments',
    'memberships',
    'audits',
    'auditPhotos',
    'touches',
    'waitingEntries',
    'distinctPairs',
    'transferItems',
    'kocs',
    'rosterLists',
    'friendActions',
  ]),
  id: idSchema,
  before: z.record(z.string(), z.unknown()).optional(),
  after: z.record(z.string(), z.unknown()).optional(),
});
export type MergedRow = z.infer<typeof mergedRowSchema>;

/** Records that only name the person, and named the one who went. */
export const MOVED_ENTITIES = [
  'orders',
  'interactions',
  'funnelEvents',
  'comments',
  'riskEntries',
  'growthEntries',
  'scriptUses',
  'ruleEntries',
  'kocIncentives',
  'chatQuestions',
] as const;
export type MovedEntity = (typeof MOVED_ENTITIES)[number];

const ids = z.array(idSchema).default([]);
export const movedIdsSchema = z.object({
  orders: ids,
  interactions: ids,
  funnelEvents: ids,
  comments: ids,
  riskEntries: ids,
  /** Absent in merges that were made before there was growth value. */
  growthEntries: z.array(idSchema).optional(),
  /** Absent in merges that were made before copies of texts named whom they were for. */
  scriptUses: z.array(idSchema).optional(),
  /** Absent in merges that were made before groups had rules, KOCs and questions. */
  ruleEntries: z.array(idSchema).optional(),
  kocIncentives: z.array(idSchema).optional(),
  chatQuestions: z.array(idSchema).optional(),
});
/** In a rescue task's packed lists the one who went gave way to the one who stayed. */
const listMoveSchema = z.object({
  /** The task's id. */
  id: idSchema,
  /** The one who stayed was in the task as well. */
  hadKept: z.boolean(),
  /** The one who went, and the one who stayed, had been seen to. */
  wasDone: z.boolean(),
  keptDone: z.boolean(),
});
export type ListMove = z.infer<typeof listMoveSchema>;

/** Who was let into a group by hand, named by the one who stayed since the merge. */
const exceptionMoveSchema = z.object({
  /** The group's id. */
  id: idSchema,
  /** As it was about the one who went. */
  gone: groupExceptionSchema,
  /** The one who stayed was let in by hand as well. */
  hadKept: z.boolean(),
});
export type ExceptionMove = z.infer<typeof exceptionMoveSchema>;

export type MovedIds = z.infer<typeof movedIdsSchema>;

/**
 * Two records that were made one: both as they were, the one they became, and everything that came
 * along, so that they can be parted again however much was done since.
 */
export const memberMergeSchema = z.object({
  id: idSchema,
  keptId: idSchema,
  goneId: idSchema,
  kept: memberSchema,
  gone: memberSchema,
  /** The kept record as the merge left it. */
  result: memberSchema,
  moved: movedIdsSchema,
  /** Tags, places in groups and audits: their ids name the person, so they were made anew. */
  rows: z.array(mergedRowSchema).default([]),
  lists: z.array(listMoveSchema).optional(),
  exceptions: z.array(exceptionMoveSchema).optional(),
  at: z.number().int(),
  /** UTC ms when the two were parted again. */
  undoneAt: z.number().int().optional(),
});
export type MemberMerge = z.infer<typeof memberMergeSchema>;

/** "These two are not the same person", said once and for all. */
export const distinctPairSchema = z.object({
  /** `<smaller id>.<greater id>`. */
  id: idSchema,
  at: z.number().int(),
});

/** The id of the pair, whichever of the two is named first. */
export const pairIdOf = (a: string, b: string): string => (a < b ? `${a}.${b}` : `${b}.${a}`);
