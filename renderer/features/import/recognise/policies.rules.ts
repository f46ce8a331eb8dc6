import type { ImportField } from '@shared/domain/import/columns/fields';
import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import type { ColumnPolicies, ColumnPolicy } from '@shared/domain/import/plan/choices';

/** What finds a record cannot also differ from it. */
const KEYS: ReadonlySet<ImportField> = new Set(['externalNo', 'campaign']);
/** What tells the buyer or a line is not stored as a field of the order. */
const PARTS: ReadonlySet<ImportField> = new Set([
  'buyerName',
  'buyerPhone',
  'buyerWechatId',
  'buyerCode',
  'product',
  'spec',
  'quantity',
  'lineAmount',
  'lineRefund',
  'freight',
  'discount',
  'province',
  'city',
  'district',
  'region',
]);

/** What a column may do to a known record; empty where there is nothing to choose. */
export function policiesOf(kind: ImportKind, field: ImportField): readonly ColumnPolicy[] {
  if (kind !== 'members' && kind !== 'orders') return [];
  if (KEYS.has(field) || (kind === 'orders' && PARTS.has(field))) return [];
  if (field === 'tags') return ['add', 'keep'];
  return field === 'note' ? ['overwrite', 'fill', 'add', 'keep'] : ['overwrite', 'fill', 'keep'];
}

/**
 * What a known export may not change by itself: Youzan's list of items tells only when the trade
 * was closed, days after the order whose time its list of orders tells.
 */
export function policiesOfSource(source: string | undefined): ColumnPolicies {
  return source === 'youzan-items' ? { orderedAt: 'fill' } : {};
}

export function defaultPolicy(field: ImportField): ColumnPolicy {
  return field === 'tags' ? 'add' : 'overwrite';
}
