import { formatCases } from './format-cases';
import { layoutCases } from './layout-cases';
import { orderCellCases } from './order-cell-cases';
import type { PeopleCase } from './people-case';
import { phoneCases } from './phone-cases';
import { platformCases } from './platform-cases';
import { wordCases } from './word-cases';
import { xmlCases } from './xml-cases';

/** The same few people and orders in every odd dress, with what must be stored of them. */
export const PEOPLE_CORPUS: readonly PeopleCase[] = [
  ...phoneCases,
  ...orderCellCases,
  ...wordCases,
  ...layoutCases,
  ...xmlCases,
  ...formatCases,
  ...platformCases,
];
