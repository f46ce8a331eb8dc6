import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import type { TableColumn } from '../export/table-writer';

/** A table as it stands on the screen: heads in the window's language, cells as texts and numbers. */
export type PoolSheet = {
  name: string;
  heads: readonly TableColumn[];
  rows: readonly (readonly (string | number | undefined)[])[];
};

export async function poolWorkbook({
  name,
  heads,
  rows,
}: PoolSheet): Promise<Uint8Array<ArrayBuffer>> {
  const { XlsxWriter } = await import('../export/xlsx/xlsx-writer');
  const writer = new XlsxWriter({
    sheetName: name,
    columns: heads,
    timeZone: DEFAULT_TIME_ZONE,
    createdAtMs: Date.now(),
    cutMark: '…',
  });
  await writer.write(rows);
  return writer.end();
}
