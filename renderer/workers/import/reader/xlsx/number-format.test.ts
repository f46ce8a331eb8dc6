import { describe, expect, it } from 'vitest';
import { SSF } from 'xlsx';
import { isDateCode, isDateFormat } from './number-format';

const DATES = [
  'yyyy-mm-dd',
  'm/d/yy h:mm',
  'yyyy"年"m"月"d"日";@',
  '[$-804]yyyy"年"m"月"d"日"dddd;@',
  '[DBNum1][$-804]yyyy"年"m"月";@',
  '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
  'h:mm:ss AM/PM',
  '上午/下午h"时"mm"分"',
  '[h]:mm:ss',
  '[mm]:ss',
  'mm:ss.0',
  'e',
];
const NUMBERS = [
  'General',
  'G/通用格式',
  '0.00',
  '#,##0.00_);[Red]\\(#,##0.00\\)',
  '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  '0.00E+00',
  '##0.0e-0',
  '0"days"',
  '0\\d',
  '[Yellow]0;[Magenta]-0',
  '[>=100]0;0.0',
  '000000',
  '@',
  '',
];

describe('number formats', () => {
  it.each(DATES)('%s shows a date', (code) => expect(isDateCode(code)).toBe(true));
  it.each(NUMBERS)('%s shows a number', (code) => expect(isDateCode(code)).toBe(false));

  it('are judged as SheetJS judges them, but for an exponent in small letters', () => {
    const others = [...DATES, ...NUMBERS].filter((code) => SSF.is_date(code) !== isDateCode(code));
    expect(others).toEqual(['##0.0e-0']);
  });

  it('built in are dates by their number unless the workbook says otherwise', () => {
    const none = new Map<number, string>();
    const dates = Array.from({ length: 82 }, (_, id) => id).filter((id) => isDateFormat(id, none));
    const span = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index);
    expect(dates).toEqual([
      ...span(14, 22),
      ...span(27, 36),
      ...span(45, 47),
      ...span(50, 58),
      ...span(71, 81),
    ]);
    expect(isDateFormat(27, new Map([[27, '0.00']]))).toBe(false);
  });
});
