import { type CorpusCase, cells } from '../corpus-case';
import { oneSheet, stylesXml } from '../workbook';

const one = (value: string) => `<row r="1"><c r="A1"><v>${value}</v></c></row>`;
const number = (name: string, text: string, value: number): CorpusCase => ({
  name: `a number: ${name}`,
  bytes: () => oneSheet(one(text)),
  expect: cells({ A1: value }),
});
const digits = (name: string, text: string, kept = text): CorpusCase => ({
  name: `an id kept as a number: ${name}`,
  bytes: () => oneSheet(one(text)),
  expect: cells({ A1: { digits: kept } }),
  differs: 'SheetJS rounds it to a float, which loses digits of an id',
});

export const numberCases: CorpusCase[] = [
  number('zero', '0', 0),
  number('an amount', '69.2', 69.2),
  number('negative', '-12.50', -12.5),
  number('a float with its noise', '69.200000000000003', 69.2),
  number('a long fraction', '0.1234567890123456789', 0.12345678901234568),
  number('E-notation', '1.38E+10', 13_800_000_000),
  number('tiny, in E-notation', '2.5e-5', 0.000025),
  number('of a destroyed id', '4.40301199001011E+17', 440_301_199_001_011_000),
  number('exactly 2^53', '9007199254740992', 9_007_199_254_740_992),
  number('fifteen nines', '999999999999999', 999_999_999_999_999),
  number('with a sign and white space', ' +7 ', 7),
  number('as a reference', '&#49;2', 12),
  digits('18 digits', '440301199001011234'),
  digits('an order number of 20 digits', '12345678901234567891'),
  digits('negative', '-440301199001011234'),
  digits('with a point', '440301199001011234.0', '440301199001011234'),
  {
    name: 'an id kept as a number with a date format stays an id',
    bytes: () =>
      oneSheet('<row r="1"><c r="A1" s="1"><v>440301199001011234</v></c></row>', {
        styles: stylesXml([0, 14]),
      }),
    expect: cells({ A1: { digits: '440301199001011234' } }),
    differs: 'SheetJS rounds it',
  },
  {
    name: 'a number cell that holds a text keeps it',
    bytes: () => oneSheet(one('二十')),
    expect: cells({ A1: '二十' }),
    differs: 'SheetJS makes it NaN, which loses the text',
  },
  {
    name: 'a number cell that holds half a number keeps its text',
    bytes: () => oneSheet(one('12元')),
    expect: cells({ A1: '12元' }),
    differs: 'SheetJS reads 12 and loses the rest',
  },
  {
    name: 'a number beyond floats stays text',
    bytes: () => oneSheet(one('1E+999')),
    expect: cells({ A1: '1E+999' }),
    differs: 'SheetJS makes it infinite',
  },
  {
    name: 'a percentage and money are numbers',
    bytes: () =>
      oneSheet(
        '<row r="1"><c r="A1" s="0"><v>0.25</v></c><c r="B1" s="1"><v>12.5</v></c><c r="C1" s="2"><v>1234.5</v></c></row>',
        { styles: stylesXml([9, '&quot;¥&quot;#,##0.00;[Red]-#,##0.00', '0.00E+00']) },
      ),
    expect: cells({ A1: 0.25, B1: 12.5, C1: 1234.5 }),
  },
];
