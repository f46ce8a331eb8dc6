import { type RawCell, rowCells, type Sheet } from '@shared/domain/import/sheet';
import { ExpectedError } from '@shared/lib/errors';
import { type ReadOptions, readSheets } from '../read-sheets';

/** A packed sheet as rows of cells, to compare with what was meant. */
export const rowsOf = (sheet: Sheet | undefined): RawCell[][] =>
  Array.from({ length: sheet?.rowCount ?? 0 }, (_, row) => (sheet ? rowCells(sheet, row) : []));

/** The rows of a file's first sheet. */
export async function rowsRead(
  bytes: Uint8Array,
  name = '名单',
  options: ReadOptions = {},
): Promise<RawCell[][]> {
  return rowsOf((await readSheets(bytes, name, options)).sheets[0]);
}

/** The code of the refusal, `read` if there is none; any other error is thrown on. */
export async function refusalOf(
  bytes: Uint8Array,
  name = '名单',
  options: ReadOptions = {},
): Promise<string> {
  try {
    await readSheets(bytes, name, options);
    return 'read';
  } catch (error) {
    if (error instanceof ExpectedError && error.data.file === name) return error.code;
    throw error;
  }
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes from hexadecimal digits, blanks between them at will. */
export const hex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.replace(/\s/g, '').match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
