import { checklistOf } from '@shared/domain/calendar/checklist-text.rules';
import type { RecordValues } from '@shared/domain/import/records/record';
import type { Tx } from '@/db/command';

const idsIn = (text: string | number) => String(text).split(' ').filter(Boolean);

/** The values of a file as an item has them: groups, files and checklist are lists. */
export function contentFields(values: RecordValues): Record<string, unknown> {
  const { groupIds, assetIds, checklist } = values;
  return {
    ...values,
    ...(groupIds !== undefined && { groupIds: idsIn(groupIds) }),
    ...(assetIds !== undefined && { assetIds: idsIn(assetIds) }),
    ...(checklist !== undefined && { checklist: checklistOf(String(checklist)) }),
  };
}

/** Planned pieces of a file, each behind what its cell holds. */
export async function createItems(tx: Tx, rows: readonly Record<string, unknown>[]): Promise<void> {
  for (const row of rows) {
    const day = await tx.findBy('contentItems', 'date', String(row.date));
    const inCell = day.filter((item) => item.slot === row.slot);
    const position = inCell.reduce((last, item) => Math.max(last, item.position), 0) + 1;
    const item = { ...contentFields(row as RecordValues), position };
    await tx.create('contentItems', item as never);
  }
}
