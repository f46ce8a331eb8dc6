import type { FieldChange } from '@shared/domain/import/plan/plan';
import type { Draft, RecordEntry } from '@shared/domain/import/records/record';

/** What finds other rows, and what stands beside the file: nothing that a person reads. */
const UNREAD: ReadonlySet<string> = new Set(['memberId', 'runId', 'groupId']);

function told({ entity, values }: Draft, title: string): FieldChange[] {
  if (entity === 'funnelCounts') {
    return [{ field: `step${values.step}`, before: undefined, after: String(values.count) }];
  }
  const { unit, ...rest } = values;
  return Object.entries(rest).flatMap(([field, value]) => {
    const isTold = typeof value === 'string' && title.includes(value);
    if (value === undefined || isTold || UNREAD.has(field)) return [];
    const after = field === 'value' ? `${value}${unit ?? ''}` : String(value);
    return [{ field, before: undefined, after }];
  });
}

/** Several drafts of one row share its time and more: that is said once. */
function toldOnce(drafts: readonly Draft[], title: string): FieldChange[] {
  const seen = new Map<string, FieldChange>();
  for (const change of drafts.flatMap((draft) => told(draft, title))) {
    const key = `${change.field} ${change.after}`;
    if (!seen.has(key)) seen.set(key, change);
  }
  return [...seen.values()];
}

/** What a row of a smaller import says besides its title, or what it would change. */
export function recordFacts(entry: RecordEntry): FieldChange[] {
  switch (entry.action) {
    case 'create':
    case 'confirm':
      return toldOnce(entry.drafts, entry.title);
    case 'update':
      return [...entry.changes, ...toldOnce(entry.drafts, entry.title)];
    case 'unchanged':
    case 'rejected':
      return [];
  }
}
