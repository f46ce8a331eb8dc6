import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORPUS } from './all-cases';

/**
 * Writes every workbook of the corpus as a numbered file and, beside them, `expected.json`: what each is
 * about and what must come of it. Returns how many there are.
 */
export function writeCorpus(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const expected = CORPUS.map(({ name, bytes, expect, differs }, index) => {
    const file = `${String(index + 1).padStart(3, '0')}.xlsx`;
    writeFileSync(join(folder, file), bytes());
    return { file, name, expect, ...(differs ? { differs } : {}) };
  });
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
  return expected.length;
}
