import type { z } from 'zod';
import type { schemas } from './schemas';

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
  storage: Storage;
  scope: Scope;
  merge: MergePolicy;
  /** Undoing the creation of such a row keeps it and sets this field to the time of the undo. */
  undoMark?: string;
};

const rows = (indexes = '') => ({ kind: 'rows', indexes }) as const;

/**
 * The single list of what is stored, and how. A new entity is one schema file, one entry here and
 * its line in `schemas.ts`, which the compiler asks for. What opens the database needs no schema,
 * and the start of the console does not wait for them.
 */
export const registry = {
  members: {
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
        nickname: 'text',
      },
    },
  },
  tagAssignments: {
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
    scope: 'derived',
    merge: 'none',
    storage: { kind: 'paged', pageSize: 2048, cold: {}, hot: { id: 'uuid', tags: 'list' } },
  },
  tagChanges: {
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
    scope: 'synced',
    merge: 'fields',
    storage: rows('tagId, drawId'),
  },
  tags: { scope: 'synced', merge: 'fields', storage: rows('name') },
  groups: { scope: 'synced', merge: 'fields', storage: rows() },
  segments: { scope: 'synced', merge: 'fields', storage: rows() },
  segmentSnapshots: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('segmentId'),
  },
  plays: { scope: 'synced', merge: 'fields', storage: rows('quadrant') },
  growthEntries: {
    scope: 'synced',
    merge: 'append',
    storage: rows('memberId'),
  },
  privileges: { scope: 'synced', merge: 'fields', storage: rows() },
  modelSettings: { scope: 'synced', merge: 'fields', storage: rows() },
  sopTemplates: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('key'),
  },
  sopRuns: { scope: 'synced', merge: 'fields', storage: rows('status') },
  sopSteps: { scope: 'synced', merge: 'fields', storage: rows('runId') },
  audits: { scope: 'synced', merge: 'fields', storage: rows('runId') },
  auditPhotos: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('auditId, memberId'),
  },
  runEvents: { scope: 'synced', merge: 'append', storage: rows('runId') },
  stepItems: { scope: 'synced', merge: 'fields', storage: rows('runId') },
  scriptUses: {
    scope: 'synced',
    merge: 'append',
    storage: rows('runId, planId'),
  },
  rescueTasks: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('runId, state'),
  },
  memberClasses: { scope: 'synced', merge: 'fields', storage: rows() },
  waitingEntries: {
    scope: 'synced',
    merge: 'set',
    storage: rows('classId, memberId'),
  },
  limitUses: { scope: 'synced', merge: 'fields', storage: rows('day') },
  positionings: { scope: 'synced', merge: 'fields', storage: rows() },
  touchPlans: { scope: 'synced', merge: 'fields', storage: rows() },
  touches: {
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
  reviews: { scope: 'synced', merge: 'fields', storage: rows('runId') },
  contentItems: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('date'),
  },
  contentColumns: {
    scope: 'synced',
    merge: 'fields',
    storage: rows(),
  },
  contentSends: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('day, itemId, groupId'),
  },
  contentRepeats: {
    scope: 'synced',
    merge: 'fields',
    storage: rows(),
  },
  weekTemplates: { scope: 'synced', merge: 'fields', storage: rows() },
  holidayTables: { scope: 'synced', merge: 'fields', storage: rows() },
  assets: { scope: 'synced', merge: 'fields', storage: rows() },
  libraryEntries: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('kind'),
  },
  characters: { scope: 'synced', merge: 'fields', storage: rows() },
  experiments: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('state'),
  },
  experimentUnits: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('experimentId'),
  },
  lexiconWords: { scope: 'synced', merge: 'fields', storage: rows() },
  groupEvents: { scope: 'synced', merge: 'append', storage: rows('groupId') },
  rosterLists: { scope: 'synced', merge: 'fields', storage: rows('groupId') },
  groupDays: {
    scope: 'synced',
    merge: 'fields',
    storage: {
      kind: 'paged',
      pageSize: 2048,
      cold: {},
      hot: {
        id: 'text',
        groupId: 'code',
        day: 'code',
        messages: 'number',
        speakers: 'number',
        members: 'number',
        joined: 'number',
        left: 'number',
        source: 'code',
        batchId: 'code',
      },
    },
  },
  groupInputs: { scope: 'synced', merge: 'fields', storage: rows('groupId') },
  groupReadings: { scope: 'synced', merge: 'fields', storage: rows('groupId') },
  friendActions: { scope: 'synced', merge: 'fields', storage: rows('groupId') },
  groupRules: { scope: 'synced', merge: 'fields', storage: rows() },
  ruleEntries: { scope: 'synced', merge: 'fields', storage: rows('groupId, memberId') },
  transferPlans: { scope: 'synced', merge: 'fields', storage: rows('fromGroupId, state') },
  transferItems: { scope: 'synced', merge: 'fields', storage: rows('planId, memberId') },
  kocs: { scope: 'synced', merge: 'fields', storage: rows('state') },
  kocIncentives: { scope: 'synced', merge: 'fields', storage: rows('memberId') },
  replies: { scope: 'synced', merge: 'fields', storage: rows() },
  replyUses: { scope: 'synced', merge: 'fields', storage: rows('replyId, day') },
  chatQuestions: { scope: 'synced', merge: 'fields', storage: rows('groupId, state') },
  weekPlans: { scope: 'synced', merge: 'fields', storage: rows() },
  importBatches: {
    scope: 'synced',
    merge: 'fields',
    undoMark: 'undoneAt',
    storage: rows('fileHash'),
  },
  funnelEvents: {
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
    scope: 'synced',
    merge: 'fields',
    storage: rows('runId, batchId'),
  },
  contentResults: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('day, contentItemId, batchId'),
  },
  supplierReadings: {
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
    scope: 'synced',
    merge: 'fields',
    storage: rows('place, batchId'),
  },
  riskEntries: { scope: 'synced', merge: 'fields', storage: rows() },
  memberMerges: {
    scope: 'synced',
    merge: 'fields',
    undoMark: 'undoneAt',
    storage: rows('keptId, goneId'),
  },
  distinctPairs: { scope: 'synced', merge: 'set', storage: rows() },
  erasures: { scope: 'synced', merge: 'append', storage: rows() },
  columnSets: { scope: 'synced', merge: 'fields', storage: rows('list') },
  workspace: { scope: 'synced', merge: 'fields', storage: rows() },
} as const satisfies Record<string, EntitySpec>;

export type EntityName = keyof typeof registry;
export type Row<E extends EntityName> = z.infer<(typeof schemas)[E]>;
export const entityNames = Object.keys(registry) as EntityName[];
