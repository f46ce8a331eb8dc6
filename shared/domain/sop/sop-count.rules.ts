/** What a leader typed into a step's metric. Nothing is rounded or clamped in silence. */
export type CountInput =
  | { kind: 'count'; count: number }
  | { kind: 'empty' }
  | { kind: 'refused'; reason: 'notANumber' | 'negative' | 'fraction' | 'tooLarge' };

const MAX_COUNT = 10_000_000_000;
const TEN_THOUSAND = 10_000;

/**
 * Reads a count of people or exposures: full-width digits, thousands separators and 万 ("1.2万" is
 * 12 000) are understood; a negative, fractional or unreadable number is refused with its reason.
 */
export function parseCount(text: string): CountInput {
  const plain = text.normalize('NFKC').replace(/[\s,，_']/g, '');
  if (plain === '') return { kind: 'empty' };
  const match = /^([+\-−]?)(\d+(?:\.\d+)?|\.\d+)(万|w)?$/i.exec(plain);
  if (!match) return { kind: 'refused', reason: 'notANumber' };
  const [, sign = '', digits = '', unit] = match;
  const value = unit ? Number((Number(digits) * TEN_THOUSAND).toFixed(6)) : Number(digits);
  if (sign !== '' && sign !== '+' && value !== 0) return { kind: 'refused', reason: 'negative' };
  if (!Number.isInteger(value)) return { kind: 'refused', reason: 'fraction' };
  if (value > MAX_COUNT) return { kind: 'refused', reason: 'tooLarge' };
  return { kind: 'count', count: value };
}
