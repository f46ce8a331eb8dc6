import { foldText } from '../cells/text-cell';
import type { RecordEntity, RecordValues } from './record';

/** What tells one stored row of an entity from another when a file speaks of it again. */
const KEY_FIELDS: Record<RecordEntity, readonly string[]> = {
  funnelEvents: ['runId', 'subject', 'step', 'at'],
  funnelCounts: ['runId', 'day', 'step', 'placement', 'channel', 'variant'],
  interactions: ['memberId', 'kind', 'at', 'text', 'value'],
  contentItems: ['date', 'slot', 'title'],
  contentResults: ['day', 'title', 'slot', 'channel'],
  supplierReadings: ['supplier', 'kind', 'at', 'product', 'place'],
  weatherDays: ['day', 'place'],
};

/** Spelling does not matter: width, case and blanks are folded. */
export function recordKey(entity: RecordEntity, values: RecordValues): string {
  return KEY_FIELDS[entity]
    .map((field) => {
      const value = values[field];
      return typeof value === 'string' ? foldText(value) : (value ?? '');
    })
    .join('\u0000');
}
