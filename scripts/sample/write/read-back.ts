import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import * as XLSX from 'xlsx';

export type Fields = Record<string, string>;

function recordsOf(rows: readonly string[][], firstHeader: string): Fields[] {
  const headerAt = rows.findIndex((row) => row.includes(firstHeader));
  const header = rows[headerAt] ?? [];
  return rows
    .slice(headerAt + 1)
    .map((row) =>
      Object.fromEntries(
        header.flatMap((name, i) =>
          name !== '' && header.indexOf(name) === i ? [[name, row[i] ?? '']] : [],
        ),
      ),
    );
}

/** Merged cells count for every row that they cover, as somebody reading the sheet takes them. */
function sheetRows(sheet: XLSX.WorkSheet): string[][] {
  const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: true });
  for (const { s, e } of sheet['!merges'] ?? []) {
    for (let r = s.r + 1; r <= e.r; r++) {
      const row = rows[r];
      if (row) row[s.c] = rows[s.r]?.[s.c] ?? '';
    }
  }
  return rows.map((row) => row.map(String));
}

/** What a spreadsheet program finds in a written file: header → text, one record per row. */
export function readBack(folder: string, name: string, firstHeader: string): Fields[] {
  const bytes = readFileSync(join(folder, name));
  if (name.endsWith('.csv')) {
    const { data, errors } = Papa.parse<string[]>(bytes.toString('utf8').replace(/^\uFEFF/, ''), {
      skipEmptyLines: true,
    });
    if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
    return recordsOf(data, firstHeader);
  }
  const book = XLSX.read(bytes);
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new Error(`no sheet in ${name}`);
  return recordsOf(sheetRows(sheet), firstHeader);
}

export const fenOf = (text: string): number =>
  Math.round(Number(text.replace(/[¥,]/g, '') || '0') * 100);

export const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^86/, '');
