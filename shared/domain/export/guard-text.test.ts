import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellText } from '../import/cells/text-cell';
import { guardCsvText, startsLikeFormula } from './guard-text';

test.each(['=1+1', '+8613', '-2', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])(
  '%j would run as a formula',
  (text) => {
    expect(startsLikeFormula(text)).toBe(true);
    expect(guardCsvText(text)).toBe(`'${text}`);
  },
);

test.each(['王芳', 'a=1', '1+1', '＃1', ''])('%j would not', (text) => {
  expect(startsLikeFormula(text)).toBe(false);
});

test.each(['13800138000', '0012', '1E10', '2026-11-22', '3/4', '12:30', '99.5%'])(
  '%s stays text where a csv is opened, behind a TAB',
  (text) => {
    expect(guardCsvText(text)).toBe(`\t${text}`);
  },
);

test('words are written as they are', () => {
  expect(guardCsvText('三栋 501')).toBe('三栋 501');
  expect(guardCsvText("it's")).toBe("it's");
});

test('what is guarded reads back as it was, whatever it begins with', () => {
  const start = fc.constantFrom(...'=+-@＝＋－＠', "'", "''", "'=", "'1", '1', '0', '');
  const rest = fc.stringMatching(/^[\p{Script=Han}a-z0-9]{1,8}$/u);
  fc.assert(
    fc.property(start, rest, (head, tail) => {
      expect(cellText(guardCsvText(head + tail))).toBe(head + tail);
    }),
  );
});
