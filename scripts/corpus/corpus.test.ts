import type { Sheet } from '@shared/domain/import/sheet';
import { ExpectedError } from '@shared/lib/errors';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '@/workers/import/reader/xlsx/read-xlsx';
import { CORPUS } from './all-cases';
import type { CorpusCase, ExpectedSheet } from './corpus-case';
import { sheetCells } from './sheet-cells';

const NAME = '名单.xlsx';

function expectSheets(sheets: readonly Sheet[], expected: readonly ExpectedSheet[]): void {
  expect(sheets.map(sheetCells)).toEqual(expected.map(({ cells }) => cells));
  expected.forEach(({ name, visibility, merges }, index) => {
    if (name !== undefined) expect(sheets[index]?.name).toBe(name);
    expect(sheets[index]?.visibility).toBe(visibility ?? 'visible');
    expect(sheets[index]?.merges).toEqual(merges ?? []);
  });
}

async function codeOf(reading: Promise<unknown>): Promise<unknown> {
  try {
    await reading;
    return 'read';
  } catch (error) {
    return error instanceof ExpectedError ? error.code : error;
  }
}

/** What the console's own reader is to do with the workbook. */
async function check({ bytes, expect: expected }: CorpusCase): Promise<void> {
  if (expected.byOther) expect(await readXlsx(bytes(), NAME)).toBeUndefined();
  else if (expected.kind === 'refused') {
    expect(await codeOf(readXlsx(bytes(), NAME))).toBe(expected.code);
  } else expectSheets((await readXlsx(bytes(), NAME)) ?? [], expected.sheets);
}

describe('odd and hostile workbooks', () => {
  it('are many, each with a name of its own', () => {
    expect(CORPUS.length).toBeGreaterThan(100);
    expect(new Set(CORPUS.map(({ name }) => name)).size).toBe(CORPUS.length);
  });

  it.each(CORPUS.map((item) => [item.name, item] as const))('%s', (_, item) => check(item), 20_000);
});
