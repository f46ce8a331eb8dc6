import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longFraction, plainNumber, readNumberText } from './cell-number';
import { bytesOf } from './markup';

const plain = (text: string) => plainNumber(bytesOf(text), 0, text.length);
const long = (text: string, isDate: boolean) => longFraction(bytesOf(text), 0, text.length, isDate);

describe('numbers of cells', () => {
  it('are exactly what the text says, whichever way they are read', () => {
    const texts = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value.toPrecision(17)),
      fc.integer().map((fen) => (fen / 100).toFixed(2)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const value = Number(text);
        const short = plain(text);
        const fraction = long(text, false);
        if (!Number.isNaN(short)) expect(short).toBe(value + 0);
        if (!Number.isNaN(fraction)) expect(fraction).toBe(value);
        expect(readNumberText(text)).toEqual({ kind: 'number', value });
      }),
      { numRuns: 2000 },
    );
  });

  it('of dates are good to a thousandth of a second', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 99_999, noNaN: true }), (serial) => {
        const text = serial.toPrecision(17);
        expect(Math.abs(long(text, true) - serial) * 86_400_000).toBeLessThan(1);
      }),
    );
  });

  it('keep the digits of long ids, not those of long fractions', () => {
    expect(readNumberText('440301199001011234')).toEqual({
      kind: 'digits',
      digits: '440301199001011234',
    });
    expect(readNumberText('69.200000000000003')).toEqual({ kind: 'number', value: 69.2 });
    expect(readNumberText('00000000000000000012')).toEqual({ kind: 'number', value: 12 });
    expect(readNumberText('12元')).toEqual({ kind: 'text' });
  });
});
