/** A count as typed: `null` for an emptied field, undefined for what is no count. */
export function readCount(text: string): number | null | undefined {
  const plain = text.replace(/[,，\s]/g, '');
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isInteger(value) && value >= 0 && value <= 10_000_000 ? value : undefined;
}
