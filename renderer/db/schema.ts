import type { EntitySpec } from '@shared/domain/entities/entity-spec';
import { type EntityName, entityNames, registry } from '@shared/domain/registry';

/**
 * The stores of IndexedDB, derived from the registry: an entity of rows is one store, a paged
 * entity two (`name` and, for cold columns, `name_cold`), both keyed by the page's first id.
 */
export const spec = (entity: EntityName): EntitySpec => registry[entity];

export const coldStoreOf = (entity: EntityName) => `${entity}_cold`;

export function storesOf(entity: EntityName): string[] {
  const { storage } = spec(entity);
  if (storage.kind === 'rows') return [entity];
  return Object.keys(storage.cold).length > 0 ? [entity, coldStoreOf(entity)] : [entity];
}

/** What the write door and the start-up keep for themselves; never synced, never in the registry. */
export const INTERNAL_STORES = {
  /** Unsent operations by this device's gap-free number. */
  outbox: 'seq, id',
  /** Packed pages of bulk operations, until the journal has them. */
  opPayloads: 'seq',
  /** What undo and redo would do; `state` is done or undone. */
  undo: 'seq',
  undoPayloads: 'seq',
  /** Rows per entity, kept instead of counted. */
  counters: 'name',
  meta: 'key',
  /** This laptop's own memory: column mappings, drafts. */
  device: 'key',
  /** Stamps of operations by their number in the hub's log, to tell who knew of which write. */
  hubOps: 'hlc, seq',
  /** Pieces of operations and checkpoints that were fetched and wait for the rest. */
  inbox: '[seq+piece]',
  /** Own operations that the hub refused, kept with its reason. */
  aside: 'seq',
} as const;

function currentStores(): Record<string, string> {
  const stores: Record<string, string> = { ...INTERNAL_STORES };
  for (const entity of entityNames) {
    const { storage } = spec(entity);
    if (storage.kind === 'rows')
      stores[entity] = ['id', storage.indexes].filter(Boolean).join(', ');
    else for (const store of storesOf(entity)) stores[store] = 'lo';
  }
  return stores;
}

export type SchemaVersion = {
  version: number;
  /** Why the step exists and what may surprise. */
  why: string;
  stores: Record<string, string>;
};

const FIRST_STORES = {
  outbox: 'seq, id',
  opPayloads: 'seq',
  undo: 'seq',
  undoPayloads: 'seq',
  counters: 'name',
  meta: 'key',
  device: 'key',
  members: 'lo',
  members_cold: 'lo',
  memberStats: 'lo',
  orders: 'lo',
  orders_cold: 'lo',
  interactions: 'lo',
  interactions_cold: 'lo',
  memberships: 'lo',
  tagAssignments: 'lo',
  tags: 'id, name',
  groups: 'id',
  segments: 'id',
  sopTemplates: 'id, key',
  sopRuns: 'id, status',
  sopSteps: 'id, runId',
  audits: 'id, runId',
  reviews: 'id, runId',
  contentItems: 'id, date',
  contentColumns: 'id',
  weekPlans: 'id',
  importBatches: 'id, fileHash',
  workspace: 'id',
};

const SECOND_STORES = {
  ...FIRST_STORES,
  funnelEvents: 'lo',
  funnelCounts: 'id, runId, batchId',
  contentResults: 'id, day, contentItemId, batchId',
  supplierReadings: 'lo',
  supplierReadings_cold: 'lo',
  weatherDays: 'id, place, batchId',
  riskEntries: 'id',
  memberMerges: 'id, keptId, goneId',
  distinctPairs: 'id',
  erasures: 'id',
  columnSets: 'id, list',
};

const THIRD_STORES = {
  ...SECOND_STORES,
  memberTags: 'lo',
  tagChanges: 'lo',
  comments: 'lo',
  comments_cold: 'lo',
  spotChecks: 'id, tagId, drawId',
  segmentSnapshots: 'id, segmentId',
  plays: 'id, quadrant',
  growthEntries: 'id, memberId',
  privileges: 'id',
  modelSettings: 'id',
};

const FOURTH_STORES = {
  ...THIRD_STORES,
  auditPhotos: 'id, auditId, memberId',
  runEvents: 'id, runId',
  stepItems: 'id, runId',
  scriptUses: 'id, runId, planId',
  rescueTasks: 'id, runId, state',
  memberClasses: 'id',
  waitingEntries: 'id, classId, memberId',
  limitUses: 'id, day',
  positionings: 'id',
  touchPlans: 'id',
  touches: 'lo',
};

const FIFTH_STORES = {
  ...FOURTH_STORES,
  contentSends: 'id, day, itemId, groupId',
  contentRepeats: 'id',
  weekTemplates: 'id',
  holidayTables: 'id',
  assets: 'id',
  libraryEntries: 'id, kind',
  characters: 'id',
  experiments: 'id, state',
  experimentUnits: 'id, experimentId',
  lexiconWords: 'id',
};

const SIXTH_STORES = {
  ...FIFTH_STORES,
  groupEvents: 'id, groupId',
  rosterLists: 'id, groupId',
  groupDays: 'lo',
  groupInputs: 'id, groupId',
  groupReadings: 'id, groupId',
  friendActions: 'id, groupId',
  groupRules: 'id',
  ruleEntries: 'id, groupId, memberId',
  transferPlans: 'id, fromGroupId, state',
  transferItems: 'id, planId, memberId',
  kocs: 'id, state',
  kocIncentives: 'id, memberId',
  replies: 'id',
  replyUses: 'id, replyId, day',
  chatQuestions: 'id, groupId, state',
};

/**
 * Every shape the database ever had, oldest first; the class opens at any of them for tests.
 * A new version freezes the one before it as a literal, so that the past never changes.
 */
export const schemaVersions: SchemaVersion[] = [
  { version: 1, why: 'The first shape.', stores: FIRST_STORES },
  {
    version: 2,
    why: 'Records that other sheets bring (funnel, results, suppliers, weather), the risk list, merges, erasures, column sets. Only new stores: nothing that is there changes.',
    stores: SECOND_STORES,
  },
  {
    version: 3,
    why: 'What is known about people: tags by rule, comments, snapshots of segments, plays, spot checks, growth value, settings of the models. Only new stores: nothing that is there changes.',
    stores: THIRD_STORES,
  },
  {
    version: 4,
    why: 'What a flow needs besides its steps: its story, places, uses of scripts, rescue tasks, pictures of audits, classes and waiting lists, limits, positioning, touches. Only new stores: nothing that is there changes.',
    stores: FOURTH_STORES,
  },
  {
    version: 5,
    why: 'What planning a week needs besides its items: sendings, repeats, template weeks, imported holidays, the asset box, the library, characters, experiments, own words of the check. Only new stores: nothing that is there changes.',
    stores: FIFTH_STORES,
  },
  {
    version: 6,
    why: 'The life of groups: their story, member lists, days, inputs and readings, rules and their ledger, transfers, KOCs, the keyword library and what is asked. Only new stores: nothing that is there changes.',
    stores: SIXTH_STORES,
  },
  {
    version: 7,
    why: 'Laptops that agree: when what was written, values that lost, what the hub said and sent. Only new stores: nothing that is there changes.',
    stores: currentStores(),
  },
];

export const CURRENT_SCHEMA_VERSION = schemaVersions[schemaVersions.length - 1]?.version ?? 0;
