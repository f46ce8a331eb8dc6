import type { ExportCellType, ExportValue } from '@shared/domain/export/export-column';

export type TableColumn = { title: string; type: ExportCellType };

/** What a file is made of. `sheetName` is only for formats that have sheets. */
export type TableSpec = {
  sheetName: string;
  columns: readonly TableColumn[];
  timeZone: string;
  createdAtMs: number;
  /** Behind a text that a cell cannot hold whole. */
  cutMark: string;
};

export type TableWriter = {
  /** Rows one after another; resolves when there is room for more. */
  write(rows: readonly (readonly ExportValue[])[]): Promise<void>;
  end(): Promise<Uint8Array<ArrayBuffer>>;
  /** Texts that were longer than a cell may be. */
  readonly cutCount: number;
};
