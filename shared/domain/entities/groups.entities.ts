import { type EntitySpec, rows } from './entity-spec';

/** Groups and their life. */
export const groupsEntities = {
  groups: {
    scope: 'synced',
    merge: 'fields',
    storage: rows(),
    seenBy: { group: 'id' },
  },
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
} as const satisfies Record<string, EntitySpec>;
