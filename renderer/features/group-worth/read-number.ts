export type NumberField = { kind: 'none' } | { kind: 'number'; value: number } | { kind: 'bad' };

/** What somebody typed into a field for a number between two limits, both allowed. */
export function readNumber(text: string, least: number, most: number): NumberField {
  const plain = text.replace(/[,，\s¥￥%]/g, '');
  if (plain === '') return { kind: 'none' };
  const value = Number(plain);
  if (!Number.isFinite(value) || value < least || value > most) return { kind: 'bad' };
  return { kind: 'number', value };
}
