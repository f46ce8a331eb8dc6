import { type ContentItem, contentItemSchema } from '../calendar/content.schema';
import type { Figures } from './figures.rules';
import type { Credited, Entry } from './measures.rules';

let count = 0;

/** An item that was sent; for tests. */
export function sentItem(more: Partial<ContentItem> = {}): ContentItem {
  count += 1;
  return contentItemSchema.parse({
    id: `item-${String(count).padStart(4, '0')}`,
    date: '2026-11-16',
    slot: 'morning',
    title: '早安签到',
    status: 'sent',
    ...more,
  });
}

/** What is known of a sent item; for tests. */
export function entryOf(
  item: Partial<ContentItem>,
  figures: Figures = {},
  credited?: Credited,
): Entry {
  return { item: sentItem(item), figures, sends: 1, ...(credited && { credited }) };
}
