import { type CorpusCase, cells } from '../corpus-case';
import { oneSheet } from '../workbook';

const row = (inside: string) => `<row r="1">${inside}</row>`;

export const kindCases: CorpusCase[] = [
  {
    name: 'formulas by the value that the file keeps',
    bytes: () =>
      oneSheet(
        row(
          '<c r="A1"><f>SUM(B1:C1)</f><v>12.5</v></c><c r="B1" t="str"><f>"王"&amp;"芳"</f><v>王芳</v></c><c r="C1"><f t="shared" si="0"/><v>7</v></c><c r="D1" t="b"><f>1=1</f><v>1</v></c>',
        ),
      ),
    expect: cells({ A1: 12.5, B1: '王芳', C1: 7, D1: true }),
  },
  {
    name: 'formulas without a value say so',
    bytes: () =>
      oneSheet(
        row(
          '<c r="A1"><f>SUM(B1:C1)</f></c><c r="B1"><f>NOW()</f><v></v></c><c r="C1" t="str"><f>A1</f></c><c r="D1"><f t="shared" si="0"/><v/></c>',
        ),
      ),
    expect: cells({
      A1: { formula: true },
      B1: { formula: true },
      C1: { formula: true },
      D1: { formula: true },
    }),
    differs: 'SheetJS makes them 0, empty or nothing, depending on the form',
  },
  {
    name: 'a formula whose value is an empty text is blank',
    bytes: () => oneSheet(row('<c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c>')),
    expect: cells({ B1: 1 }),
  },
  {
    name: 'errors by what the spreadsheet shows',
    bytes: () =>
      oneSheet(
        row(
          '<c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1" t="e"><v>#REF!</v></c>',
        ),
      ),
    expect: cells({ A1: { error: '#N/A' }, B1: { error: '#DIV/0!' }, C1: { error: '#REF!' } }),
  },
  {
    name: 'booleans',
    bytes: () =>
      oneSheet(
        row(
          '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="b"><v>true</v></c>',
        ),
      ),
    expect: cells({ A1: true, B1: false, C1: true }),
  },
  {
    name: 'a cell named twice: the last value counts',
    bytes: () => oneSheet(row('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c><c r="A1" s="0"/>')),
    expect: cells({ A1: 2 }),
  },
  {
    name: 'blank cells with a format',
    bytes: () =>
      oneSheet(row('<c r="A1" s="0"/><c r="B1"></c><c r="C1"><v>3</v></c><c r="D1" t="s"/>')),
    expect: cells({ C1: 3 }),
  },
  {
    name: 'a format that the workbook does not have',
    bytes: () => oneSheet(row('<c r="A1" s="99"><v>46339</v></c>')),
    expect: cells({ A1: 46_339 }),
  },
];
