import { type EntitySpec, rows } from './entity-spec';

/** The week: content, its sending and what it brought. */
export const weekEntities = {
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
  weekPlans: { scope: 'synced', merge: 'fields', storage: rows() },
  contentResults: {
    scope: 'synced',
    merge: 'fields',
    seenBy: { group: 'groupId' },
    storage: rows('day, contentItemId, batchId'),
  },
} as const satisfies Record<string, EntitySpec>;
