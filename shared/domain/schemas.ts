import type { z } from 'zod';
import { assetSchema } from './assets/asset.schema';
import { contentColumnSchema, contentItemSchema, weekPlanSchema } from './calendar/content.schema';
import { contentResultSchema } from './calendar/content-result.schema';
import { holidayTableSchema } from './calendar/holiday-table.schema';
import { contentRepeatSchema } from './calendar/repeat.schema';
import { contentSendSchema } from './calendar/send.schema';
import { weekTemplateSchema } from './calendar/week-template.schema';
import { lexiconWordSchema } from './compliance/lexicon-word.schema';
import { characterSchema } from './content-results/character.schema';
import { experimentSchema, experimentUnitSchema } from './experiments/experiment.schema';
import { columnSetSchema } from './export/column-set.schema';
import { commentSchema } from './feelings/comment.schema';
import { funnelCountSchema, funnelEventSchema } from './funnel/funnel-event.schema';
import {
  friendActionSchema,
  groupDaySchema,
  groupInputSchema,
  groupReadingSchema,
} from './group-life/group-day.schema';
import { groupEventSchema } from './group-life/group-event.schema';
import { groupRuleSchema, ruleEntrySchema } from './group-life/group-rule.schema';
import { rosterListSchema } from './group-life/roster-list.schema';
import { transferItemSchema, transferPlanSchema } from './group-life/transfer.schema';
import { groupSchema, membershipSchema } from './groups/group.schema';
import { memberClassSchema, waitingEntrySchema } from './groups/member-class.schema';
import { growthEntrySchema, privilegeSchema } from './growth/growth.schema';
import { importBatchSchema } from './import/import-batch.schema';
import { interactionSchema } from './interactions/interaction.schema';
import { kocIncentiveSchema, kocSchema } from './koc/koc.schema';
import { libraryEntrySchema } from './library/library-entry.schema';
import { limitUseSchema } from './limits/limit-use.schema';
import { erasureSchema } from './members/erasure.schema';
import { memberSchema } from './members/member.schema';
import { memberStatsSchema } from './members/member-stats.schema';
import { distinctPairSchema, memberMergeSchema } from './members/merge.schema';
import { orderSchema } from './orders/order.schema';
import { playSchema } from './plays/play.schema';
import { positioningSchema } from './positioning/positioning.schema';
import type { EntityName } from './registry';
import { chatQuestionSchema, replySchema, replyUseSchema } from './replies/reply.schema';
import { riskEntrySchema } from './risk/risk-entry.schema';
import { segmentSchema, segmentSnapshotSchema } from './segments/segment.schema';
import { modelSettingSchema } from './settings/model-setting.schema';
import { auditPhotoSchema, auditSchema } from './sop/audit.schema';
import { reviewSchema } from './sop/review.schema';
import {
  rescueTaskSchema,
  runEventSchema,
  scriptUseSchema,
  stepItemSchema,
} from './sop/run-record.schema';
import { sopRunSchema, sopStepSchema, sopTemplateSchema } from './sop/sop.schema';
import { supplierReadingSchema } from './suppliers/supplier-reading.schema';
import { overwrittenSchema } from './sync/overwritten.schema';
import { recordClocksSchema } from './sync/record-clocks.schema';
import { memberTagsSchema, tagChangeSchema } from './tags/member-tags.schema';
import { spotCheckSchema } from './tags/spot-check.schema';
import { tagAssignmentSchema, tagSchema } from './tags/tag.schema';
import { touchPlanSchema, touchSchema } from './touch/touch.schema';
import { weatherDaySchema } from './weather/weather-day.schema';
import { workspaceSchema } from './workspace/workspace.schema';

/** What a row of each entity is: every row that is written goes through its schema. */
export const schemas = {
  members: memberSchema,
  memberStats: memberStatsSchema,
  orders: orderSchema,
  interactions: interactionSchema,
  memberships: membershipSchema,
  tagAssignments: tagAssignmentSchema,
  memberTags: memberTagsSchema,
  tagChanges: tagChangeSchema,
  comments: commentSchema,
  spotChecks: spotCheckSchema,
  tags: tagSchema,
  groups: groupSchema,
  segments: segmentSchema,
  segmentSnapshots: segmentSnapshotSchema,
  plays: playSchema,
  growthEntries: growthEntrySchema,
  privileges: privilegeSchema,
  modelSettings: modelSettingSchema,
  sopTemplates: sopTemplateSchema,
  sopRuns: sopRunSchema,
  sopSteps: sopStepSchema,
  audits: auditSchema,
  auditPhotos: auditPhotoSchema,
  runEvents: runEventSchema,
  stepItems: stepItemSchema,
  scriptUses: scriptUseSchema,
  rescueTasks: rescueTaskSchema,
  memberClasses: memberClassSchema,
  waitingEntries: waitingEntrySchema,
  limitUses: limitUseSchema,
  positionings: positioningSchema,
  touchPlans: touchPlanSchema,
  touches: touchSchema,
  reviews: reviewSchema,
  contentItems: contentItemSchema,
  contentColumns: contentColumnSchema,
  contentSends: contentSendSchema,
  contentRepeats: contentRepeatSchema,
  weekTemplates: weekTemplateSchema,
  holidayTables: holidayTableSchema,
  assets: assetSchema,
  libraryEntries: libraryEntrySchema,
  characters: characterSchema,
  experiments: experimentSchema,
  experimentUnits: experimentUnitSchema,
  lexiconWords: lexiconWordSchema,
  groupEvents: groupEventSchema,
  rosterLists: rosterListSchema,
  groupDays: groupDaySchema,
  groupInputs: groupInputSchema,
  groupReadings: groupReadingSchema,
  friendActions: friendActionSchema,
  groupRules: groupRuleSchema,
  ruleEntries: ruleEntrySchema,
  transferPlans: transferPlanSchema,
  transferItems: transferItemSchema,
  kocs: kocSchema,
  kocIncentives: kocIncentiveSchema,
  replies: replySchema,
  replyUses: replyUseSchema,
  chatQuestions: chatQuestionSchema,
  weekPlans: weekPlanSchema,
  importBatches: importBatchSchema,
  funnelEvents: funnelEventSchema,
  funnelCounts: funnelCountSchema,
  contentResults: contentResultSchema,
  supplierReadings: supplierReadingSchema,
  weatherDays: weatherDaySchema,
  riskEntries: riskEntrySchema,
  memberMerges: memberMergeSchema,
  distinctPairs: distinctPairSchema,
  erasures: erasureSchema,
  columnSets: columnSetSchema,
  clocks: recordClocksSchema,
  overwritten: overwrittenSchema,
  workspace: workspaceSchema,
} as const satisfies Record<EntityName, z.ZodObject>;
