import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import type { TableColumn } from './table-writer';

/** A table as it stands on the screen: heads in the window's language, cells as texts and numbers. */
export type ScreenSheet = {
  name: string;
  heads: readonly TableColumn[];
  rows: readonly (readonly (string | number | undefined)[])[];
};

export async function screenWorkbook({
  name,
  heads,
  rows,
}: ScreenSheet): Promise<Uint8Array<ArrayBuffer>> {
  const { XlsxWriter } = await import('./xlsx/xlsx-writer');
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
