import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { ContentResult } from '@shared/domain/calendar/content-result.schema';
import {
  RESULTS_SETTINGS_ID,
  type ResultsSettings,
  readResultsSettings,
} from '@shared/domain/content-results/results-settings.schema';
import { addDays } from '@shared/lib/time';
import { readDb } from '@/db/read';

export type ItemWithResults = { item: ContentItem; results: ContentResult[] };

/** A piece late at night may be reported under the next day. */
const DAYS_AROUND = 2;

export const isOut = ({ status }: Pick<ContentItem, 'status'>): boolean =>
  status === 'sent' || status === 'measured';

/** The items of some days with what is known of each. */
export async function itemsWithResults(from: string, to: string): Promise<ItemWithResults[]> {
  const [items, near] = await Promise.all([
    readDb.rows('contentItems').between('date', from, to),
    readDb
      .rows('contentResults')
      .between('day', addDays(from, -DAYS_AROUND), addDays(to, DAYS_AROUND)),
  ]);
  const byItem = new Map<string, ContentResult[]>();
  for (const result of near) {
    if (result.contentItemId === undefined) continue;
    const known = byItem.get(result.contentItemId);
    if (known) known.push(result);
    else byItem.set(result.contentItemId, [result]);
  }
  // Whose figures lie under another day: it was moved since they were typed.
  const lost = items.filter(({ id, status }) => status === 'measured' && !byItem.has(id));
  for (const { id } of lost) {
    byItem.set(id, await readDb.rows('contentResults').by('contentItemId', id));
  }
  return items.map((item) => ({ item, results: byItem.get(item.id) ?? [] }));
}

export const resultsOfItem = (itemId: string): Promise<ContentResult[]> =>
  readDb.rows('contentResults').by('contentItemId', itemId);

/** Reports of some days that belong to no item yet, and the items that they may be of. */
export async function unmatchedResults(from: string, to: string) {
  const [results, items] = await Promise.all([
    readDb.rows('contentResults').between('day', from, to),
    readDb.rows('contentItems').between('date', addDays(from, -1), addDays(to, 1)),
  ]);
  const near = new Set(items.map(({ id }) => id));
  const isMatched = async (itemId: string | undefined) =>
    itemId !== undefined &&
    (near.has(itemId) || (await readDb.rows('contentItems').get(itemId)) !== undefined);
  const open: ContentResult[] = [];
  for (const result of results) {
    const { contentItemId, isUnplanned, source } = result;
    if (isUnplanned || source === 'typed') continue;
    // A report outlives the item that it was matched with.
    if (!(await isMatched(contentItemId))) open.push(result);
  }
  return { results: open, items };
}

export async function readSettings(): Promise<ResultsSettings> {
  return readResultsSettings(
    (await readDb.rows('modelSettings').get(RESULTS_SETTINGS_ID))?.settings,
  );
}
