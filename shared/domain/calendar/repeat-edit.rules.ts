import { type ContentItem, type ContentPlan, contentPlanSchema } from './content.schema';
import type { ContentRepeat } from './repeat.schema';

/** The fields that an occurrence shares with its repeat: the plan, and the slot. */
export type SharedField = keyof ContentPlan | 'slot';
type Shared = ContentPlan & Pick<ContentRepeat, 'slot'>;

const FIELDS: readonly SharedField[] = [
  'slot',
  ...(Object.keys(contentPlanSchema.shape) as (keyof ContentPlan)[]),
];

/** Ticks are what became of an item; what is compared is the list itself. */
function comparable(shared: Partial<Shared>, field: SharedField): string {
  if (field === 'checklist')
    return JSON.stringify((shared.checklist ?? []).map(({ text }) => text));
  const value = shared[field];
  const isNothing = value === '' || (Array.isArray(value) && value.length === 0);
  return JSON.stringify(isNothing ? undefined : value) ?? '';
}

const isOut = (item: ContentItem) => item.status === 'sent' || item.status === 'measured';

/** Items that can still be changed with their repeat: not those that went out. */
export function openOccurrences(items: readonly ContentItem[], fromDay?: string): ContentItem[] {
  return items.filter(
    (item) => !isOut(item) && (fromDay === undefined || (item.repeatDay ?? item.date) >= fromDay),
  );
}

/** What an occurrence says otherwise than its repeat, field by field. */
export function ownFields(item: ContentItem, repeat: ContentRepeat): SharedField[] {
  const shared: Shared = { ...repeat.plan, slot: repeat.slot };
  return FIELDS.filter((field) => comparable(item, field) !== comparable(shared, field));
}

/**
 * What changes in another occurrence when the repeat's plan becomes that of `item`: only the fields
 * that changed, and of those only the ones that the occurrence did not have its own way. A moved
 * occurrence keeps its slot. `undefined` as a value clears the field; nothing when all stays.
 */
export function followingPatch(
  occurrence: ContentItem,
  before: ContentRepeat,
  item: ContentItem,
): Partial<ContentItem> | undefined {
  const own = new Set(ownFields(occurrence, before));
  const changed = ownFields(item, before).filter((field) => !own.has(field));
  const isMoved = occurrence.date !== occurrence.repeatDay;
  const fields = isMoved ? changed.filter((field) => field !== 'slot') : changed;
  if (fields.length === 0) return undefined;
  return Object.fromEntries(
    fields.map((field) => [
      field,
      field === 'checklist'
        ? item.checklist?.map(({ text }) => ({ text, isDone: false }))
        : item[field],
    ]),
  );
}
