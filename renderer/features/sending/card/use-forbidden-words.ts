import type { ContentItem } from '@shared/domain/calendar/content.schema';

/** Words of high risk in a piece that nobody let stand. */
export function useForbiddenWords(): (item: ContentItem) => string[] {
  return () => [];
}
