import type { ImportField } from '@shared/domain/import/columns/fields';
import type { Format } from '@/ui/format';

const PHONES: ReadonlySet<string> = new Set(['phone', 'buyerPhone', 'receiverPhone']);
const AMOUNTS: ReadonlySet<string> = new Set([
  'amount',
  'refund',
  'lineAmount',
  'lineRefund',
  'freight',
  'discount',
]);
const HIDDEN = '•••';
const LONG_NUMBER = /\d{7,}/g;

/** A cell of the file under the privacy mask; also what is not imported may be somebody's number. */
export function coveredSample(field: ImportField | null, text: string, format: Format): string {
  if (text === '') return text;
  if (field !== null && PHONES.has(field)) return format.phone(text);
  if (field !== null && AMOUNTS.has(field)) return HIDDEN;
  if (field === 'address') return format.address(text);
  return text.replace(LONG_NUMBER, (digits) => format.phone(digits));
}
