import { ExpectedError } from '@shared/lib/errors';
import { describe, expect, it } from 'vitest';
import { readSheets } from '@/workers/import/reader/read-sheets';
import { CORPUS } from './all-cases';
import type { CorpusCase } from './corpus-case';
import { sheetCells } from './sheet-cells';

/** What a user comes to, whichever reader it was. */
function wanted({ expect: expected }: CorpusCase): unknown {
  if (expected.kind === 'refused') return expected.code;
  const cells = expected.sheets.map((sheet) => sheet.cells);
  return cells.every((sheet) => Object.keys(sheet).length === 0) ? 'import-empty' : cells;
}

async function outcome(item: CorpusCase): Promise<unknown> {
  try {
    const { sheets } = await readSheets(item.bytes(), '名单.xlsx');
    return sheets.map(sheetCells);
  } catch (error) {
    return error instanceof ExpectedError ? error.code : error;
  }
}

describe('an odd workbook, however it is read in the end', () => {
  it.each(CORPUS.map((item) => [item.name, item] as const))(
    '%s',
    async (_, item) => {
      expect(await outcome(item)).toEqual(wanted(item));
    },
    20_000,
  );
});
