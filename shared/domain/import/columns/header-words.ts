import { cellText, foldText } from '../cells/text-cell';
import type { ImportKind } from '../import-batch.schema';
import type { RawCell } from '../sheet';
import type { ImportField } from './fields';
import { MEMBER_SYNONYMS, TAG_GROUP_PREFIX } from './member-synonyms';
import { ORDER_SYNONYMS, SEQUENCE_HEADERS } from './order-synonyms';
import { RECORD_SYNONYMS } from './record-synonyms';

/** A header's field and its place in the field's list of preference (0 is best). */
export type KnownHeader = { field: ImportField; rank: number };

const MAX_HEADER_LENGTH = 60;

function dictionary(synonyms: Partial<Record<ImportField, string>>): Map<string, KnownHeader> {
  const known = new Map<string, KnownHeader>();
  for (const [field, words] of Object.entries(synonyms)) {
    words.split(' ').forEach((word, rank) => {
      if (!known.has(word)) known.set(word, { field: field as ImportField, rank });
    });
  }
  return known;
}

const DICTIONARIES: Record<ImportKind, Map<string, KnownHeader>> = {
  members: dictionary(MEMBER_SYNONYMS),
  orders: dictionary(ORDER_SYNONYMS),
  funnel: dictionary(RECORD_SYNONYMS.funnel),
  interactions: dictionary(RECORD_SYNONYMS.interactions),
  results: dictionary(RECORD_SYNONYMS.results),
  content: dictionary(RECORD_SYNONYMS.content),
  suppliers: dictionary(RECORD_SYNONYMS.suppliers),
  weather: dictionary(RECORD_SYNONYMS.weather),
};

/** Header text without width, case, blanks, brackets with examples, stars and what follows them. */
export function foldHeader(text: string): string {
  const folded = foldText(text).replace(/[_\-:：.。]+/g, '');
  const bare = folded
    .replace(/[([【「][^)\]】」]*[)\]】」]?/g, '')
    .replace(/^\*+/, '')
    .replace(/\*.*$/, '');
  return bare === '' ? folded : bare;
}

/** What a header says, or undefined when its words are not known for this kind. */
export function knownHeader(cell: RawCell | undefined, kind: ImportKind): KnownHeader | undefined {
  if (typeof cell !== 'string' || cell.length > MAX_HEADER_LENGTH) return undefined;
  const word = foldHeader(cellText(cell));
  if (word === '') return undefined;
  const known = DICTIONARIES[kind];
  const exact = known.get(word) ?? known.get(word.replace(/\d+$/, ''));
  if (exact) return exact;
  if (kind === 'members' && word.startsWith(TAG_GROUP_PREFIX)) return { field: 'tags', rank: 99 };
  return undefined;
}

/** Whether an order number's column counts within one 团 only (跟团号, 接龙号). */
export function isSequenceNumber(title: string | undefined): boolean {
  return title !== undefined && SEQUENCE_HEADERS.has(foldHeader(title));
}
