import type { RawCell } from '@shared/domain/import/sheet';
import fc from 'fast-check';
import { columnName } from '../column-name';
import { escapeXml, SHARED_TEXTS } from './texts';

/** A cell as a writer writes it behind its address, and what it holds. */
export type GeneratedCell = { attributes: string; inside: string; value: RawCell };
export type GeneratedRows = { xml: string; cells: Record<string, RawCell> };

const COLUMNS = 30;
const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);

const cell = (attributes: string, inside: string, value: RawCell): GeneratedCell => ({
  attributes,
  inside,
  value: value === '' ? null : value,
});

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('王', 'é', 'a', '9', '&', '<', ' ', '🍣', '_', '"', '\n') }),
  fc.constantFrom('440301199001011234', '00123', '=1+1', '-', '无'),
);
const number = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.integer({ min: -1e7, max: 1e7 }).map((fen) => fen / 100),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0 || 0),
  fc.constantFrom(0, 13_800_138_000, 0.1, 1e-7, 1e21),
);

const sharedCell = fc
  .integer({ min: 0, max: SHARED_TEXTS.length - 1 })
  .map((place) => cell(' t="s"', `<v>${place}</v>`, SHARED_TEXTS[place] ?? ''));
const numberCell = fc
  .tuple(number, fc.constantFrom('', ' s="0"', ' s="3"', ' t="n"'))
  .map(([value, attributes]) => cell(attributes, `<v>${value}</v>`, value));
const dateCell = fc
  .tuple(fc.integer({ min: 100, max: 80_000 }), fc.integer({ min: 0, max: 86_399 }), fc.boolean())
  .map(([day, second, isChinese]) =>
    cell(
      isChinese ? ' s="2"' : ' s="1"',
      `<v>${day + second / 86_400}</v>`,
      new Date(EPOCH_MS + day * DAY_MS + second * 1000),
    ),
  );
const booleanCell = fc.boolean().map((value) => cell(' t="b"', `<v>${value ? 1 : 0}</v>`, value));
const errorCell = fc
  .constantFrom('#N/A', '#DIV/0!', '#REF!')
  .map((error) => cell(' t="e"', `<v>${error}</v>`, { error }));
const stringCell = text.map((value) =>
  cell(' t="str"', `<f>CONCAT(A1,&quot;&lt;&quot;)</f><v>${escapeXml(value)}</v>`, value),
);
const inlineCell = text.map((value) =>
  cell(' t="inlineStr"', `<is><t xml:space="preserve">${escapeXml(value)}</t></is>`, value),
);
const blankCell = fc.constantFrom(' s="1"', '').map((attributes) => cell(attributes, '', null));

/** Cells in the forms that writers use and that SheetJS reads as well. */
export const ordinaryCell: fc.Arbitrary<GeneratedCell> = fc.oneof(
  { weight: 4, arbitrary: sharedCell },
  { weight: 4, arbitrary: numberCell },
  { weight: 3, arbitrary: dateCell },
  { weight: 3, arbitrary: inlineCell },
  stringCell,
  booleanCell,
  errorCell,
  blankCell,
);

const digitsCell = fc
  .bigInt({ min: 10n ** 17n, max: 10n ** 19n })
  .filter((id) => String(Number(id)) !== String(id))
  .map((id) => cell('', `<v>${id}</v>`, { digits: String(id) }));
const formulaCell = fc
  .constantFrom('<f>NOW()</f>', '<f>A1</f><v></v>', '<f t="shared" si="0"/>')
  .map((inside) => cell('', inside, { formula: true }));
const pieceCell = fc.tuple(text, text).map(([one, two]) => {
  const inside = `<is><r><rPr><b/></rPr><t>${escapeXml(one)}</t></r><rPh><t>x</t></rPh><r><t><!-- - --><![CDATA[${two}]]></t></r></is>`;
  return cell(" t='inlineStr' ", inside, one + two);
});
const spacedCell = fc
  .integer()
  .map((value) =>
    cell('\n  t = "n"', `\n<v> ${value}&#32;</v >\n<extLst><v>1</v></extLst>`, value),
  );

/** Whatever the standard allows besides. */
export const oddCell: fc.Arbitrary<GeneratedCell> = fc.oneof(
  { weight: 2, arbitrary: ordinaryCell },
  digitsCell,
  formulaCell,
  pieceCell,
  spacedCell,
);

/** Rows of such cells, here and there with gaps, and every cell of them that is not blank. */
export function generatedRows(arbitrary: fc.Arbitrary<GeneratedCell>): fc.Arbitrary<GeneratedRows> {
  const row = fc.record({
    gap: fc.constantFrom(1, 1, 1, 2, 40),
    cells: fc.uniqueArray(fc.tuple(fc.nat(COLUMNS), arbitrary), { selector: ([column]) => column }),
  });
  return fc.array(row, { maxLength: 40 }).map((rows) => {
    const cells: Record<string, RawCell> = {};
    let number = 0;
    const xml = rows.map((generated) => {
      number += generated.gap;
      const inOrder = [...generated.cells].sort(([a], [b]) => a - b);
      const inside = inOrder.map(([column, { attributes, inside, value }]) => {
        const address = `${columnName(column)}${number}`;
        if (value !== null) cells[address] = value;
        return inside === ''
          ? `<c r="${address}"${attributes}/>`
          : `<c r="${address}"${attributes}>${inside}</c>`;
      });
      return `<row r="${number}">${inside.join('')}</row>`;
    });
    return { xml: xml.join(''), cells };
  });
}
