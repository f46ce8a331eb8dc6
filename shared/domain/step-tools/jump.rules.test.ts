import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareJumpWays, jumpShare, lossState } from './jump.rules';

const way = (key: string, seenCount?: number, passedCount?: number) => ({
  key,
  seenCount,
  passedCount,
});

describe('a way over', () => {
  it('says why it has no rate', () => {
    expect(jumpShare(way('a', 10))).toBe('unfilled');
    expect(jumpShare(way('a', 0, 0))).toBe('nobodySaw');
    expect(jumpShare(way('a', 10, 11))).toBe('moreThanSaw');
    expect(jumpShare(way('a', 10, 4))).toEqual({ count: 4, total: 10 });
  });
});

describe('ways beside each other', () => {
  it('tells a difference from noise', () => {
    const compared = compareJumpWays([way('qr', 400, 80), way('button', 400, 150)]);
    expect(compared).toMatchObject({
      bestKey: 'button',
      others: [{ key: 'qr', verdict: 'likelyReal' }],
    });
    const close = compareJumpWays([way('qr', 400, 80), way('button', 400, 86)]);
    expect(close?.others).toMatchObject([{ key: 'qr', verdict: 'maybeNoise' }]);
  });

  it('is not convinced by fewer than thirty', () => {
    const compared = compareJumpWays([way('qr', 20, 1), way('button', 20, 18)]);
    expect(compared).toEqual({ bestKey: 'button', others: [{ key: 'qr', verdict: 'tooFew' }] });
  });

  it('compares nothing with one', () => {
    expect(compareJumpWays([way('qr', 20, 1), way('button')])).toBeUndefined();
  });

  it('asks for more when several are looked at together', () => {
    // 61 of 400 against 40 of 400 has p = 0.024: real alone, noise among three.
    const pair = [way('a', 400, 61), way('b', 400, 40)];
    expect(compareJumpWays(pair)?.others).toMatchObject([{ verdict: 'likelyReal' }]);
    const four = compareJumpWays([...pair, way('c', 400, 58), way('d', 400, 57)]);
    expect(four?.others.find(({ key }) => key === 'b')).toMatchObject({ verdict: 'maybeNoise' });
  });
});

describe('reasons for a loss', () => {
  it('leave the rest unnamed', () => {
    expect(lossState(100, 60, [10, undefined, 5])).toEqual({
      kind: 'known',
      lost: 40,
      named: 15,
      unnamed: 25,
    });
    expect(lossState(100, 60, [41])).toEqual({ kind: 'moreThanLost', lost: 40, named: 41 });
    expect(lossState(undefined, 60, [41])).toEqual({ kind: 'unknown', named: 41 });
    expect(lossState(50, 60, [1])).toEqual({ kind: 'unknown', named: 1 });
  });

  it('named and unnamed make up all that were lost', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.array(fc.nat(50)), (before, now, reasons) => {
        const state = lossState(before, now, reasons);
        if (state.kind === 'known') {
          expect(state.named + state.unnamed).toBe(before - now);
          expect(state.unnamed).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
