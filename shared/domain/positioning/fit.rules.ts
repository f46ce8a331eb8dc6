import type { ContentItem } from '@shared/domain/calendar/content.schema';

type Planned = Pick<ContentItem, 'id' | 'columnId'>;

export type ContentFit<Item extends Planned> = {
  total: number;
  serving: number;
  byColumn: { columnId: string; count: number }[];
  /** In no column that the card names, or in no column at all. */
  serveNone: Item[];
};

/** How much of the planned content lies in columns that serve a card. Items keep their order. */
export function contentFit<Item extends Planned>(
  items: readonly Item[],
  columnIds: readonly string[],
): ContentFit<Item> {
  const counts = new Map(columnIds.map((id) => [id, 0]));
  const serveNone: Item[] = [];
  for (const item of items) {
    const count = counts.get(item.columnId ?? '');
    if (count === undefined) serveNone.push(item);
    else counts.set(item.columnId ?? '', count + 1);
  }
  return {
    total: items.length,
    serving: items.length - serveNone.length,
    byColumn: [...counts].map(([columnId, count]) => ({ columnId, count })),
    serveNone,
  };
}
