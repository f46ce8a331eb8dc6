import type { SopStep } from '@shared/domain/sop/sop.schema';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

/** The key under which the uses of a script's wording are counted. */
export const wordingKey = (scriptKey: string, variantKey: string | undefined) =>
  `${scriptKey} ${variantKey ?? ''}`;

/** How often each wording of the step's scripts was copied in this run. */
export function useScriptUses({ runId, position }: SopStep): ReadonlyMap<string, number> {
  const rows = useLive(() => readDb.rows('scriptUses').by('runId', runId), [runId]) ?? [];
  const uses = new Map<string, number>();
  for (const row of rows) {
    if (row.position !== position) continue;
    const key = wordingKey(row.scriptKey, row.variantKey);
    uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  return uses;
}
