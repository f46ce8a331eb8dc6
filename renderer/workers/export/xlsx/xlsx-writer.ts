import type { ExportValue } from '@shared/domain/export/export-column';
import { sheetName } from '@shared/domain/export/sheet-name';
import { ByteSink } from '../byte-sink';
import { gzipStream } from '../gzip-stream';
import type { TableSpec, TableWriter } from '../table-writer';
import { Deflater, deflateText, type ZipEntry, zipFile } from '../zip-file';
import { columnWidths } from './column-widths';
import { packageParts, type SheetPart } from './package-parts';
import { columnLetters, SheetWriter } from './sheet-writer';

/** Rows below the head that a sheet of any spreadsheet program can hold. */
const MAX_ROWS = 1_048_575;
const ROWS_FOR_WIDTHS = 400;
const CHUNK_BYTES = 1 << 18;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function opening(widths: readonly number[], isFirst: boolean): string {
  const columns = widths.map(
    (width, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}.7109375" customWidth="1"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`;
}

/** Digits kept as text are meant so: no green corner in each of their cells. */
const ending = (lastCell: string) =>
  `</sheetData><autoFilter ref="A1:${lastCell}"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><ignoredErrors><ignoredError sqref="A1:${lastCell}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;

/**
 * A workbook written row by row: markup as bytes, deflated as it grows, so that neither the sheet's
 * text nor its cells are ever in memory whole. A list that is too long goes on in further sheets.
 */
export class XlsxWriter implements TableWriter {
  private readonly sink = new ByteSink();
  private readonly sheet: SheetWriter;
  private readonly finished: { entry: ZipEntry; part: SheetPart }[] = [];
  /** The first rows wait for the widths that they decide. */
  private waiting: (readonly ExportValue[])[] | undefined = [];
  private widths: number[] = [];
  private deflater: Deflater | undefined;
  private rowCount = 0;

  constructor(
    private readonly spec: TableSpec,
    private readonly maxRows = MAX_ROWS,
  ) {
    this.sheet = new SheetWriter(this.sink, spec.columns, spec.timeZone, spec.cutMark);
  }

  get cutCount(): number {
    return this.sheet.cutCount;
  }

  async write(rows: readonly (readonly ExportValue[])[]): Promise<void> {
    if (this.waiting) {
      this.waiting.push(...rows);
      if (this.waiting.length >= ROWS_FOR_WIDTHS) await this.begin();
      return;
    }
    for (const row of rows) {
      if (!this.deflater || this.rowCount >= this.maxRows) await this.nextSheet();
      this.rowCount += 1;
      this.sheet.row(row, this.rowCount + 1);
      if (this.sink.length >= CHUNK_BYTES) await this.flush(this.deflater);
    }
  }

  async end(): Promise<Uint8Array<ArrayBuffer>> {
    await this.begin();
    if (!this.deflater) await this.nextSheet();
    await this.closeSheet();
    const parts = packageParts(
      this.finished.map(({ part }) => part),
      this.spec.createdAtMs,
    );
    const fixed = await Promise.all(parts.map(([name, text]) => deflateText(name, text)));
    return zipFile([...fixed, ...this.finished.map(({ entry }) => entry)]);
  }

  private async begin(): Promise<void> {
    const { waiting } = this;
    if (!waiting) return;
    this.waiting = undefined;
    this.widths = columnWidths(this.spec.columns, waiting);
    await this.write(waiting);
  }

  private async nextSheet(): Promise<void> {
    await this.closeSheet();
    const number = this.finished.length + 1;
    this.deflater = new Deflater(`xl/worksheets/sheet${number}.xml`, gzipStream());
    this.rowCount = 0;
    this.sink.text(opening(this.widths, number === 1));
    this.sheet.head();
  }

  /** A chunk is used up when its writing resolves: the same buffer serves for all. */
  private async flush(deflater: Deflater | undefined): Promise<void> {
    await deflater?.write(this.sink.view());
    this.sink.clear();
  }

  private async closeSheet(): Promise<void> {
    const { deflater, rowCount, spec } = this;
    if (!deflater) return;
    this.deflater = undefined;
    const lastColumn = columnLetters(spec.columns.length - 1);
    const lastCell = `${lastColumn}${rowCount + 1}`;
    this.sink.text(ending(lastCell));
    await this.flush(deflater);
    const name = sheetName(spec.sheetName, this.finished.length + 1);
    this.finished.push({ entry: await deflater.end(), part: { name, lastCell } });
  }
}
