import type { EntityName } from '../../domain/registry';
import type { Held } from '../merge/record-state';

/**
 * Fields that a volunteer's edition lacks: how to reach people, where they live, their papers, and
 * what was noted about them. None of them is required of a record.
 */
const MASKED_FIELDS: Partial<Record<EntityName, readonly string[]>> = {
  members: [
    'phone',
    'phoneMasked',
    'wechatId',
    'wecomId',
    'unionId',
    'backOfficeId',
    'address',
    'birthday',
    'note',
  ],
  orders: ['receiver', 'receiverPhone', 'address', 'note'],
  interactions: ['text'],
  audits: ['reason', 'evidence'],
  growthEntries: ['reason'],
  spotChecks: ['note'],
  kocs: ['note'],
  rosterLists: ['note'],
  transferPlans: ['note'],
  transferItems: ['reason'],
};

/** Kinds of records that are nothing but what a volunteer does not get. */
const MASKED_ENTITIES: ReadonlySet<string> = new Set<EntityName>([
  'riskEntries',
  'memberMerges',
  'comments',
  'funnelEvents',
  'auditPhotos',
]);

/** Whether a volunteer's edition holds records of this kind at all. */
export const isInMasked = (entity: string): boolean => !MASKED_ENTITIES.has(entity);

export const maskedFields = (entity: string): readonly string[] =>
  MASKED_FIELDS[entity as EntityName] ?? [];

/**
 * A record without these fields: their values and their stamps are absent, so that merging it
 * neither shows nor overwrites nor clears any of them.
 */
export function withoutFields({ row, clocks }: Held, fields: readonly string[]): Held {
  const without = <T>(held: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(held).filter(([field]) => !fields.includes(field)));
  const { at, hidden, ...life } = clocks ?? {};
  return {
    row: row && { ...without(row), id: row.id },
    clocks: clocks && {
      ...life,
      ...(at && { at: without(at) }),
      ...(hidden && { hidden: without(hidden) }),
    },
  };
}
