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
import { groupSchema, membershipSchema } from './groups/group.schema';
import { memberClassSchema, waitingEntrySchema } from './groups/member-class.schema';
import { growthEntrySchema, privilegeSchema } from './growth/growth.schema';
import { importBatchSchema } from './import/import-batch.schema';
import { interactionSchema } from './interactions/interaction.schema';
import { libraryEntrySchema } from './library/library-entry.schema';
import { limitUseSchema } from './limits/limit-use.schema';
import { erasureSchema } from './members/erasure.schema';
import { memberSchema } from './members/member.schema';
import { memberStatsSchema } from './members/member-stats.schema';
import { distinctPairSchema, memberMergeSchema } from './members/merge.schema';
import { orderSchema } from './orders/order.schema';
import { playSchema } from './plays/play.schema';
import { positioningSchema } from './positioning/positioning.schema';
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
import { memberTagsSchema, tagChangeSchema } from './tags/member-tags.schema';
import { spotCheckSchema } from './tags/spot-check.schema';
import { tagAssignmentSchema, tagSchema } from './tags/tag.schema';
import { touchPlanSchema, touchSchema } from './touch/touch.schema';
import { weatherDaySchema } from './weather/weather-day.schema';
import { workspaceSchema } from './workspace/workspace.schema';

/**
 * How a field is packed inside a page of rows:
 * `uuid` 16 bytes · `number` a typed array · `code` a dictionary of few values ·
 * `text` one joined string with offsets · `json` the same, encoded · `list` arrays of flat
 * objects (an order's lines), field by field. Absent values stay absent.
 */
export type ColumnType = 'uuid' | 'number' | 'code' | 'text' | 'json' | 'list';

/**
 * `rows`: one IndexedDB record each, for things counted in thousands.
 * `paged`: rows sorted by id, packed by columns into pages of `pageSize`. `cold` columns lie in a
 * second record so that analytics read only what they add up.
 */
export type Storage =
  | { kind: 'rows'; indexes: string }
  | {
      kind: 'paged';
      pageSize: number;
      hot: Record<string, ColumnType>;
      cold: Record<string, ColumnType>;
    };

/** `synced` travels between laptops, `device` stays here, `derived` can be recomputed at any time. */
export type Scope = 'synced' | 'device' | 'derived';

/** `fields`: last writer per field. `append`: rows are only ever added. `set`: present or not. */
export type MergePolicy = 'fields' | 'append' | 'set' | 'none';

export type EntitySpec = {
  schema: z.ZodType;
  storage: Storage;
  scope: Scope;
  merge: MergePolicy;
  /** Undoing the creation of such a row keeps it and sets this field to the time of the undo. */
  undoMark?: string;
};

const rows = (indexes = '') => ({ kind: 'rows', indexes }) as const;

/** The single list of what is stored. A new entity is one schema file and one entry here. */
export const registry = {
  members: {
    schema: memberSchema,
    scope: 'synced',
    merge: 'fields',
    storage: {
      kind: 'paged',
      pageSize: 512,
      hot: {
        id: 'uuid',
        name: 'text',
        phone: 'text',
        phoneMasked: 'text',
        wechatId: 'text',
        groupNickname: 'text',
        identity: 'code',
        channel: 'code',
        region: 'code',
        source: 'code',
        joinedAt: 'number',
      },
      cold: {
        wecomId: 'text',
        unionId: 'text',
        backOfficeId: 'text',
        address: 'text',
        gender: 'code',
        birthday: 'text',
        note: 'text',
        batchId: 'code',
      },
    },
  },
  memberStats: {
    schema: memberStatsSchema,
    scope: 'derived',
    merge: 'none',
    storage: {
      kind: 'paged',
      pageSize: 2048,
      cold: {},
      hot: {
        id: 'uuid',
        orderCount: 'number',
        amountFen: 'number',
        refundFen: 'number',
        firstOrderAt: 'number',
        lastOrderAt: 'number',
      },
    },
  },
  orders: {
    schema: orderSchema,
    scope: 'synced',
    merge: 'append',
    storage: {
      kind: 'paged',
      pageSize: 4096,
      hot: {
        id: 'uuid',
        memberId: 'uuid',
        orderedAt: 'number',
        amountFen: 'number',
        refundFen: 'number',
        status: 'code',
      },
      cold: {
        externalNo: 'text',
        campaign: 'code',
        lines: 'list',
        receiver: 'text',
        receiverPhone: 'text',
        address: 'text',
        note: 'text',
        batchId: 'code',
      },
    },
  },
  interactions: {
    schema: interactionSchema,
    scope: 'synced',
    merge: 'append',
    storage: {
      kind: 'paged',
      pageSize: 4096,
      hot: {
        id: 'uuid',
        memberId: 'uuid',
        kind: 'code',
        at: 'number',
        groupId: 'code',
        value: 'number',
      },
      cold: { contentItemId: 'code', text: 'text', batchId: 'code' },
    },
  },
  memberships: {
    schema: membershipSchema,
    scope: 'synced',
    merge: 'set',
    storage: {
      kind: 'paged',
      pageSize: 1024,
      cold: {},
      hot: {
        id: 'text',
        memberId: 'uuid',
        groupId: 'code',
        role: 'code',
        joinedAt: 'number',
        leftAt: 'number',
        runId: 'code',
      },
    },
  },
  tagAssignments: {
    schema: tagAssignmentSchema,
    scope: 'synced',
    merge: 'set',
    storage: {
      kind: 'paged',
      pageSize: 1024,
      cold: {},
      hot: {
        id: 'text',
        memberId: 'uuid',
        tagId: 'code',
        source: 'code',
        at: 'number',
        expiresAt: 'number',
        confidence: 'number',
        reason: 'code',
        batchId: 'code',
      },
    },
  },
  memberTags: {
    schema: memberTagsSchema,
    scope: 'derived',
    merge: 'none',
    storage: { kind: 'paged', pageSize: 2048, cold: {}, hot: { id: 'uuid', tags: 'list' } },
  },
  tagChanges: {
    schema: tagChangeSchema,
    scope: 'derived',
    merge: 'none',
    storage: {
      kind: 'paged',
      pageSize: 4096,
      cold: {},
      hot: {
        id: 'uuid',
        memberId: 'uuid',
        tagId: 'code',
        isOn: 'number',
        at: 'number',
        batchId: 'code',
      },
    },
  },
  comments: {
    schema: commentSchema,
    scope: 'synced',
    merge: 'fields',
    storage: {
      kind: 'paged',
      pageSize: 1024,
      hot: {
        id: 'uuid',
        memberId: 'uuid',
        at: 'number',
        feeling: 'code',
        score: 'number',
        intensity: 'number',
        topic: 'code',
        isCorrected: 'json',
        groupId: 'code',
        origin: 'code',
        batchId: 'code',
      },
      cold: { speaker: 'text', interactionId: 'text', text: 'text', model: 'code' },
    },
  },
  spotChecks: {
    schema: spotCheckSchema,
    scope: 'synced',
    merge: 'fields',
    storage: rows('tagId, drawId'),
  },
  tags: { schema: tagSchema, scope: 'synced', merge: 'fields', storage: rows('name') },
  groups: { schema: groupSchema, scope: 'synced', merge: 'fields', storage: rows() },
  segments: { schema: segmentSchema, scope: 'synced', merge: 'fields', storage: rows() },
  segmentSnapshots: {
    schema: segmentSnapshotSchema,
    scope: 'synced',
    merge: 'fields',
    storage: rows('segmentId'),
  },
  plays: { schema: playSchema, scope: 'synced', merge: 'fields', storage: rows('quadrant') },
  growthEntries: {
    schema: growthEntrySchema,
    scope: 'synced',
    merge: 'append',
    storage: rows('memberId'),
  },
  privileges: { schema: privilegeSchema, scope: 'synced', merge: 'fields', storage: rows() },
  modelSettings: { schema: modelSettingSchema, scope: 'synced', merge: 'fields', storage: rows() },
  sopTemplates: {
    schema: sopTemplateSchema,
    scope: 'synced',
    merge: 'fields',
    storage: rows('key'),
  },
  sopRuns: { schema: sopRunSchema, scope: 'synced', merge: 'fields', storage: rows('status') },
  sopSteps: { schema: sopStepSchema, scope: 'synced', merge: 'fields', storage: rows('runId') },
  audits: { schema: auditSchema, scope: 'synced', merge: 'fields', storage: rows('runId') },
  auditPhotos: {
    schema: auditPhotoSchema,
    scope: 'synced',
    merge: 'fields',
    storage: rows('auditId, memberId'),
  },
  runEvents: { schema: runEventSchema, scope: 'synced', merge: 'append', storage: rows('runId') },
  stepItems: { schema: stepItemSchema, scope: 'synced', merge: 'fields', storage: rows('runId') },
  scriptUses: {
    schema: scriptUseSchema,
    scope: 'synced',
    merge: 'append',
    storage: rows('runId, planId'),
  },
  rescueTasks: {
    schema: rescueTaskSchema,
    scope: 'synced',
    merge: 'fields',
    storage: rows('runId, state'),
  },
  memberClasses: { schema: memberClassSchema, scope: 'synced', merge: 'fields', storage: rows() },
  waitingEntries: {
    schema: waitingEntrySchema,
    scope: 'synced',
    merge: 'set',
    storage: rows('classId, memberId'),
  },
  limitUses: { schema: limitUseSchema, scope: 'synced', merge: 'fields', storage: rows('day') },
  positionings: { schema: positioningSchema, scope: 'synced', merge: 'fields', storage: rows() },
  touchPlans: { schema: touchPlanSchema, scope: 'synced', merge: 'fields', storage: rows() },
  touches: {
    schema: touchSchema,
    scope: 'synced',
    merge: 'set',
    storage: {
      kind: 'paged',
      pageSize: 2048,
      cold: {},
      hot: {
        id: 'text',
        memberId: 'uuid',
        planId: 'code',
        stage: 'code',
        at: 'number',
        status: 'code',
        by: 'code',
      },
    },
  },
  reviews: { schema: reviewSchema, scope: 'synced', merge: 'fields', storage: rows('runId') },
  contentItems: {
    schema: contentItemSchema,
    scope: 'synced',
    merge: 'fields',
    storage: rows('date'),
  },
  contentColumns: {
    schema: contentColumnSchema,
    scope: 'synced',
    merge: 'fields',
    storage: rows(),
  },
  contentSends: {
    schema: contentSendSchema,
    scope: 'synced',
    merge: 'fields',
    storage: rows('day, itemId, groupId'),
  },
  contentRepeats: {
    schema: contentRepeatSchema,
    scope: 'synced',
    merge: 'fields',
    storage: rows(),
  },
  weekTemplates: { schema: weekTemplateSchema, scope: 'synced', merge: 'fields', storage: rows() },
  holidayTables: { schema: holidayTableSchema, scope: 'synced', merge: 'fields', storage: rows() },
  assets: { schema: assetSchema, scope: 'synced', merge: 'fields', storage: rows() },
  libraryEntries: {
    schema: libraryEntrySchema,
    scope: 'synced',
    merge: 'fields',
    storage: rows('kind'),
  },
  characters: { schema: characterSchema, scope: 'synced', merge: 'fields', storage: rows() },
  experiments: {
    schema: experimentSchema,
    scope: 'synced',
    merge: 'fields',
    storage: rows('state'),
  },
  experimentUnits: {
    schema: experimentUnitSchema,
    scope: 'synced',
    merge: 'fields',
    storage: rows('experimentId'),
  },
  lexiconWords: { schema: lexiconWordSchema, scope: 'synced', merge: 'fields', storage: rows() },
  weekPlans: { schema: weekPlanSchema, scope: 'synced', merge: 'fields', storage: rows() },
  importBatches: {
    schema: importBatchSchema,
    scope: 'synced',
    merge: 'fields',
    undoMark: 'undoneAt',
    storage: rows('fileHash'),
  },
  funnelEvents: {
    schema: funnelEventSchema,
    scope: 'synced',
    merge: 'append',
    storage: {
      kind: 'paged',
      pageSize: 4096,
      hot: {
        id: 'uuid',
        subject: 'text',
        memberId: 'text',
        step: 'number',
        at: 'number',
        runId: 'code',
        placement: 'code',
        channel: 'code',
        variant: 'code',
        batchId: 'code',
      },
      cold: {},
    },
  },
  funnelCounts: {
    schema: funnelCountSchema,
    scope: 'synced',
    merge: 'fields',
    storage: rows('runId, batchId'),
  },
  contentResults: {
    schema: contentResultSchema,
    scope: 'synced',
    merge: 'fields',
    storage: rows('day, contentItemId, batchId'),
  },
  supplierReadings: {
    schema: supplierReadingSchema,
    scope: 'synced',
    merge: 'append',
    storage: {
      kind: 'paged',
      pageSize: 4096,
      hot: {
        id: 'uuid',
        supplier: 'code',
        kind: 'code',
        at: 'number',
        value: 'number',
        unit: 'code',
        product: 'code',
        place: 'code',
        batchId: 'code',
      },
      cold: { note: 'text' },
    },
  },
  weatherDays: {
    schema: weatherDaySchema,
    scope: 'synced',
    merge: 'fields',
    storage: rows('place, batchId'),
  },
  riskEntries: { schema: riskEntrySchema, scope: 'synced', merge: 'fields', storage: rows() },
  memberMerges: {
    schema: memberMergeSchema,
    scope: 'synced',
    merge: 'fields',
    undoMark: 'undoneAt',
    storage: rows('keptId, goneId'),
  },
  distinctPairs: { schema: distinctPairSchema, scope: 'synced', merge: 'set', storage: rows() },
  erasures: { schema: erasureSchema, scope: 'synced', merge: 'append', storage: rows() },
  columnSets: { schema: columnSetSchema, scope: 'synced', merge: 'fields', storage: rows('list') },
  workspace: { schema: workspaceSchema, scope: 'synced', merge: 'fields', storage: rows() },
} as const satisfies Record<string, EntitySpec>;

export type EntityName = keyof typeof registry;
export type Row<E extends EntityName> = z.infer<(typeof registry)[E]['schema']>;
export const entityNames = Object.keys(registry) as EntityName[];
