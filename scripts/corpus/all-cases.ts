import { dateCases } from './cells/date-cases';
import { kindCases } from './cells/kind-cases';
import { numberCases } from './cells/number-cases';
import { placeCases } from './cells/place-cases';
import { textCases } from './cells/text-cases';
import type { CorpusCase } from './corpus-case';
import { bombCases } from './hostile/bomb-cases';
import { damagedCases } from './hostile/damaged-cases';
import { archiveCases } from './package/archive-cases';
import { markupCases } from './package/markup-cases';
import { sheetCases } from './package/sheet-cases';

/** Workbooks that are odd or hostile in one way each, byte by byte, with what must come of them. */
export const CORPUS: readonly CorpusCase[] = [
  ...textCases,
  ...numberCases,
  ...dateCases,
  ...kindCases,
  ...placeCases,
  ...markupCases,
  ...sheetCases,
  ...archiveCases,
  ...damagedCases,
  ...bombCases,
];
