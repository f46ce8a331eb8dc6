import type { ImportField } from '@shared/domain/import/columns/fields';
import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import type { ColumnPolicy } from '@shared/domain/import/plan/choices';

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

export function defaultPolicy(field: ImportField): ColumnPolicy {
  return field === 'tags' ? 'add' : 'overwrite';
}
