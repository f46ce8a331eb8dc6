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

/**
 * Which laptops of a workspace that is divided by groups see a row: those of the group that `group`
 * names (the row's own id for a group), of the groups in which the person `member` is, of any of the
 * groups in `groups`, or those that see the row `parent` of another entity. A person's stay in a group
 * is seen by who sees the group and, until it ended, by all who see the person: whoever changes
 * something of a person knows who else has to hear of it. Where the field is empty, and without this
 * entry, everybody sees it.
 */
export type SeenBy =
  | { group: string }
  | { groups: string }
  | { member: string }
  | { parent: string; of: string }
  | { stay: string; of: string; until: string };

export type EntitySpec = {
  storage: Storage;
  scope: Scope;
  merge: MergePolicy;
  seenBy?: SeenBy;
  /** Only a leader or the owner changes such rows: what all rely on, and what cannot be taken back. */
  isLeaders?: true;
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
    seenBy: { member: 'id' },
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
    seenBy: { member: 'memberId' },
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
    seenBy: { member: 'memberId' },
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
    seenBy: { stay: 'groupId', of: 'memberId', until: 'leftAt' },
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
    seenBy: { member: 'memberId' },
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
    seenBy: { member: 'memberId' },
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
    seenBy: { member: 'memberId' },
    storage: rows('tagId, drawId'),
  },
  tags: { scope: 'synced', merge: 'fields', storage: rows('name') },
  groups: {
    scope: 'synced',
    merge: 'fields',
    storage: rows(),
    seenBy: { group: 'id' },
  },
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
    seenBy: { member: 'memberId' },
    storage: rows('memberId'),
  },
  privileges: {
    scope: 'synced',
    merge: 'fields',
    storage: rows(),
    isLeaders: true,
  },
  modelSettings: {
    scope: 'synced',
    merge: 'fields',
    storage: rows(),
    isLeaders: true,
  },
  sopTemplates: {
    scope: 'synced',
    merge: 'fields',
    isLeaders: true,
    storage: rows('key'),
  },
  sopRuns: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('status'),
    seenBy: { group: 'groupId' },
  },
  sopSteps: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('runId'),
    seenBy: { parent: 'runId', of: 'sopRuns' },
  },
  audits: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('runId'),
    seenBy: { member: 'memberId' },
  },
  auditPhotos: {
    scope: 'synced',
    merge: 'fields',
    seenBy: { member: 'memberId' },
    storage: rows('auditId, memberId'),
  },
  runEvents: {
    scope: 'synced',
    merge: 'append',
    storage: rows('runId'),
    seenBy: { parent: 'runId', of: 'sopRuns' },
  },
  stepItems: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('runId'),
    seenBy: { parent: 'runId', of: 'sopRuns' },
  },
  scriptUses: {
    scope: 'synced',
    merge: 'append',
    seenBy: { parent: 'runId', of: 'sopRuns' },
    storage: rows('runId, planId'),
  },
  rescueTasks: {
    scope: 'synced',
    merge: 'fields',
    seenBy: { member: 'memberId' },
    storage: rows('runId, state'),
  },
  memberClasses: {
    scope: 'synced',
    merge: 'fields',
    storage: rows(),
    isLeaders: true,
  },
  waitingEntries: {
    scope: 'synced',
    merge: 'set',
    seenBy: { member: 'memberId' },
    storage: rows('classId, memberId'),
  },
  limitUses: { scope: 'synced', merge: 'fields', storage: rows('day') },
  positionings: { scope: 'synced', merge: 'fields', storage: rows() },
  touchPlans: { scope: 'synced', merge: 'fields', storage: rows() },
  touches: {
    scope: 'synced',
    merge: 'set',
    seenBy: { member: 'memberId' },
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
  reviews: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('runId'),
    seenBy: { parent: 'runId', of: 'sopRuns' },
  },
  contentItems: {
    scope: 'synced',
    merge: 'fields',
    seenBy: { groups: 'groupIds' },
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
    seenBy: { group: 'groupId' },
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
    seenBy: { group: 'groupId' },
    storage: rows('experimentId'),
  },
  lexiconWords: { scope: 'synced', merge: 'fields', storage: rows() },
  groupEvents: {
    scope: 'synced',
    merge: 'append',
    storage: rows('groupId'),
    seenBy: { group: 'groupId' },
  },
  rosterLists: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('groupId'),
    seenBy: { group: 'groupId' },
  },
  groupDays: {
    scope: 'synced',
    merge: 'fields',
    seenBy: { group: 'groupId' },
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
  groupInputs: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('groupId'),
    seenBy: { group: 'groupId' },
  },
  groupReadings: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('groupId'),
    seenBy: { group: 'groupId' },
  },
  friendActions: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('groupId'),
    seenBy: { group: 'groupId' },
  },
  groupRules: {
    scope: 'synced',
    merge: 'fields',
    storage: rows(),
    isLeaders: true,
  },
  ruleEntries: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('groupId, memberId'),
    seenBy: { group: 'groupId' },
  },
  transferPlans: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('fromGroupId, state'),
    seenBy: { group: 'fromGroupId' },
  },
  transferItems: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('planId, memberId'),
    seenBy: { parent: 'planId', of: 'transferPlans' },
  },
  kocs: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('state'),
    seenBy: { member: 'memberId' },
  },
  kocIncentives: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('memberId'),
    seenBy: { member: 'memberId' },
  },
  replies: { scope: 'synced', merge: 'fields', storage: rows() },
  replyUses: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('replyId, day'),
    seenBy: { group: 'groupId' },
  },
  chatQuestions: {
    scope: 'synced',
    merge: 'fields',
    storage: rows('groupId, state'),
    seenBy: { group: 'groupId' },
  },
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
    seenBy: { parent: 'runId', of: 'sopRuns' },
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
    seenBy: { parent: 'runId', of: 'sopRuns' },
    storage: rows('runId, batchId'),
  },
  contentResults: {
    scope: 'synced',
    merge: 'fields',
    seenBy: { group: 'groupId' },
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
  riskEntries: {
    scope: 'synced',
    merge: 'fields',
    storage: rows(),
    seenBy: { member: 'memberId' },
  },
  memberMerges: {
    scope: 'synced',
    merge: 'fields',
    seenBy: { member: 'keptId' },
    isLeaders: true,
    undoMark: 'undoneAt',
    storage: rows('keptId, goneId'),
  },
  distinctPairs: { scope: 'synced', merge: 'set', storage: rows() },
  erasures: {
    scope: 'synced',
    merge: 'append',
    storage: rows(),
    isLeaders: true,
  },
  columnSets: { scope: 'synced', merge: 'fields', storage: rows('list') },
  clocks: {
    scope: 'device',
    merge: 'none',
    storage: {
      kind: 'paged',
      pageSize: 2048,
      cold: {},
      hot: { id: 'text', since: 'code', isGone: 'json', at: 'json', hidden: 'json' },
    },
  },
  overwritten: { scope: 'device', merge: 'none', storage: rows('entityId, at') },
  workspace: {
    scope: 'synced',
    merge: 'fields',
    storage: rows(),
    isLeaders: true,
  },
} as const satisfies Record<string, EntitySpec>;

export type EntityName = keyof typeof registry;
export type Row<E extends EntityName> = z.infer<(typeof schemas)[E]>;
export const entityNames = Object.keys(registry) as EntityName[];
