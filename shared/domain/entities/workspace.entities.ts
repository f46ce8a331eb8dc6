import { type EntitySpec, rows } from './entity-spec';

/** What belongs to the whole workspace, and what a laptop keeps beside the data. */
export const workspaceEntities = {
  importBatches: {
    scope: 'synced',
    merge: 'fields',
    undoMark: 'undoneAt',
    storage: rows('fileHash'),
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
