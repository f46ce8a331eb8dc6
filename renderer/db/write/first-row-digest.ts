import type { AnyRow } from '../paged/page';

/**
 * How the first version told one state of a row from another. Undo entries that it wrote hold such
 * numbers; new ones hold those of `pageDigests`.
 */
export function firstRowDigest(row: AnyRow): number {
  const fields = Object.keys(row)
    .filter((field) => row[field] != null)
    .sort();
  const text = JSON.stringify(fields.map((field) => [field, row[field]]));
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + i), 0x85ebca6b);
  }
  return (high >>> 11) * 0x100000000 + (low >>> 0);
}
