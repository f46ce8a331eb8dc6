import type { Hlc } from '../clock';
import type { RowChange } from '../op';
import type { RowClocks } from './record-state';

/**
 * The clocks of a record after this laptop's own change of it at `at`, which knew of everything that
 * is here and therefore wins. `needsBirth`: the id is made of others (a stay, a tag), so that two
 * laptops may make the same record; only then a new record's birth is worth keeping. Answers
 * `undefined` where nothing is to be kept.
 */
export function stampChange(
  known: RowClocks | undefined,
  change: RowChange,
  at: Hlc,
  needsBirth: boolean,
): RowClocks | undefined {
  if (change.gone) return { since: at, isGone: true };
  if (change.isNew) return needsBirth || known?.isGone ? { since: at } : undefined;
  const fields = [...Object.keys(change.set ?? {}), ...(change.unset ?? [])];
  if (fields.length === 0) return known;
  const stamps = Object.fromEntries(fields.map((field) => [field, at]));
  return { ...known, at: { ...known?.at, ...stamps } };
}
