import type { ConsoleDb } from '@/db/db';
import { columnValue } from '@/db/paged/columns';
import { hotPages } from '@/db/tables';

const PAGES_AT_ONCE = 16;

/** Members with an event of a run at a step, each once. Looked for only when somebody asks. */
export async function membersAtStep(
  db: ConsoleDb,
  runId: string,
  position: number,
): Promise<string[]> {
  const keys = await hotPages(db, 'funnelEvents').toCollection().primaryKeys();
  const found = new Set<string>();
  for (let i = 0; i < keys.length; i += PAGES_AT_ONCE) {
    const pages = await hotPages(db, 'funnelEvents').bulkGet(keys.slice(i, i + PAGES_AT_ONCE));
    for (const page of pages) {
      const { step, runId: run, memberId } = page?.c ?? {};
      if (!page || !step || !run || !memberId) continue;
      for (let row = 0; row < page.n; row += 1) {
        if (columnValue(step, row) !== position || columnValue(run, row) !== runId) continue;
        const id = columnValue(memberId, row);
        if (typeof id === 'string') found.add(id);
      }
    }
  }
  return [...found].sort();
}
