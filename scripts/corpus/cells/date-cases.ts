import type { RawCell } from '@shared/domain/import/sheet';
import { at, type CorpusCase, cells } from '../corpus-case';
import { oneSheet, stylesXml } from '../workbook';

const one = (serial: string) => `<row r="1"><c r="A1" s="1"><v>${serial}</v></c></row>`;
const EXACT = '46339.336805555555';
const MOMENT = at('2026-11-13 08:05:00');

const shown = (name: string, format: number | string, value: RawCell): CorpusCase => ({
  name: `a date by its format: ${name}`,
  bytes: () => oneSheet(one(EXACT), { styles: stylesXml([0, format]) }),
  expect: cells({ A1: value }),
});
const serial = (name: string, text: string, value: RawCell, differs?: string): CorpusCase => ({
  name: `a date by its serial: ${name}`,
  bytes: () => oneSheet(one(text), { styles: stylesXml([0, 22]) }),
  expect: cells({ A1: value }),
  ...(differs ? { differs } : {}),
});
const EXTENSION =
  '<extLst><ext uri="x"><x15:workbookPr xmlns:x15="x" chartTrackingRefBase="1"/></ext></extLst>';
const in1904 = (name: string, workbookPr: string, workbookEnd = ''): CorpusCase => ({
  name: `dates of a 1904 workbook: ${name}`,
  bytes: () => oneSheet(one('44877.5'), { styles: stylesXml([0, 14]), workbookPr, workbookEnd }),
  expect: cells({ A1: at('2026-11-13 12:00:00') }),
});
const iso = (name: string, text: string, value: RawCell, differs?: string): CorpusCase => ({
  name: `a date in ISO form: ${name}`,
  bytes: () => oneSheet(`<row r="1"><c r="A1" t="d"><v>${text}</v></c></row>`),
  expect: cells({ A1: value }),
  ...(differs ? { differs } : {}),
});

export const dateCases: CorpusCase[] = [
  shown('built-in 14', 14, MOMENT),
  shown('built-in 22', 22, MOMENT),
  shown('built-in 27, East Asian', 27, MOMENT),
  shown('built-in 31, 年月日', 31, MOMENT),
  shown('built-in 33, 时分秒', 33, MOMENT),
  shown('built-in 36, East Asian', 36, MOMENT),
  shown('built-in 57, 年月', 57, MOMENT),
  shown('built-in 58, East Asian', 58, MOMENT),
  shown(
    'year, month, day in Chinese',
    'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@',
    MOMENT,
  ),
  shown('with a locale', '[$-804]yyyy\\-mm\\-dd\\ hh:mm:ss', MOMENT),
  shown('morning and afternoon', '[$-409]h:mm\\ AM/PM;@', MOMENT),
  shown('a duration', '[h]:mm:ss', MOMENT),
  shown('letters in quotes are no date', '0.00&quot; days&quot;', 46_339.336805555555),
  shown('escaped letters are no date', '0.0\\d', 46_339.336805555555),
  shown('a colour is no date', '[Red]0.00;[Yellow]-0.00', 46_339.336805555555),
  shown('an exponent is no date', '##0.0E+0', 46_339.336805555555),
  shown('General in Chinese', 'G/通用格式', 46_339.336805555555),
  serial('a whole day', '46339', at('2026-11-13')),
  serial('the second before midnight', '46339.999988425923', at('2026-11-13 23:59:59')),
  serial('rounded up to midnight', '46339.999999999', at('2026-11-14')),
  serial('1 March 1900', '61', at('1900-03-01')),
  serial('28 February 1900', '59', at('1900-02-28')),
  serial('the day that never was', '60', 60),
  serial('1 January 1900', '1', at('1900-01-01')),
  serial('a time of day', '0.5', at('1899-12-31 12:00:00')),
  serial('before all days', '-1', -1, 'SheetJS makes up a day before 1900'),
  serial('after all days', '2958466', 2_958_466, 'SheetJS makes up a day in the year 10000'),
  in1904('as a number', '<workbookPr date1904="1"/>'),
  in1904('with the same element in an extension', '<workbookPr date1904="1"/>', EXTENSION),
  in1904('as a word', '<workbookPr date1904="true"/>'),
  iso('with a time', '2026-11-13T08:05:00', MOMENT),
  iso('of a day', '2026-11-13', at('2026-11-13')),
  iso('with parts of a second', '2026-11-13T08:05:00.000Z', MOMENT),
  iso('that is none', '明天', '明天', 'SheetJS makes it an invalid date'),
];
