import type { DeliveryKind, DeliveryOptions, DeliveryWords } from '../delivery.types';
import type { Column } from './page-plan';

type Spec = { word: keyof DeliveryWords; widthMm: number; isCentred?: boolean };

/** Together 190 mm: A4 without its margins. */
const COLUMNS: Record<DeliveryKind, readonly Spec[]> = {
  delivery: [
    { word: 'number', widthMm: 11, isCentred: true },
    { word: 'door', widthMm: 27 },
    { word: 'person', widthMm: 28 },
    { word: 'phone', widthMm: 27 },
    { word: 'goods', widthMm: 56 },
    { word: 'note', widthMm: 28 },
    { word: 'received', widthMm: 13, isCentred: true },
  ],
  picking: [
    { word: 'taken', widthMm: 14, isCentred: true },
    { word: 'product', widthMm: 92 },
    { word: 'spec', widthMm: 40 },
    { word: 'quantity', widthMm: 24, isCentred: true },
    { word: 'orders', widthMm: 20, isCentred: true },
  ],
  pickup: [
    { word: 'taken', widthMm: 14, isCentred: true },
    { word: 'externalNo', widthMm: 30 },
    { word: 'person', widthMm: 38 },
    { word: 'phoneEnd', widthMm: 16, isCentred: true },
    { word: 'goods', widthMm: 62 },
    { word: 'note', widthMm: 30 },
  ],
};

export const columnsOf = ({ kind, words }: DeliveryOptions): Column[] =>
  COLUMNS[kind].map(({ word, ...rest }) => ({ ...rest, title: words[word] }));

/** The widths as rules, since the sheet bears no inline style. */
export function columnRules(): string {
  return Object.entries(COLUMNS)
    .flatMap(([kind, columns]) =>
      columns.map(({ widthMm }, at) => `.${kind} .c${at} { width: ${widthMm}mm; }`),
    )
    .join('\n');
}
