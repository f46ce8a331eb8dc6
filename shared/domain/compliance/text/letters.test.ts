import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, GAP_FAR, GAP_NONE, GAP_PAUSE, GAP_SOFT, readLetters } from './letters';

const pieces = fc.oneof(
  fc.constantFrom(
    '㛃',
    '䶮',
    '𠮷',
    '最',
    '國',
    'Ａ',
    'ﬁ',
    '①',
    '😀',
    '👨‍👩‍👧‍👦',
    '1️⃣',
    '❤️',
    '\u200b',
    'é',
    'e\u0301',
    '\n',
    '，',
    ' ',
    '\ud83d',
    '\udc00',
    '½',
    '🅝',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

describe('letters and their places', () => {
  it('go through the text in order, never over one another, and fold to what is read', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const letters = readLetters(text);
        let last = 0;
        for (let at = 0; at < letters.length; at += 1) {
          const [from, to] = [letters.from[at] ?? -1, letters.to[at] ?? -1];
          const isSamePiece = at > 0 && from === letters.from[at - 1];
          expect(from).toBeGreaterThanOrEqual(isSamePiece ? 0 : last);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          const code = letters.codes[at] ?? 0;
          expect(foldText(text.slice(from, to))).toContain(String.fromCodePoint(code));
          last = to;
        }
      }),
    );
  });

  it('never begin or end within a surrogate pair', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const letters = readLetters(text);
        const isTorn = (at: number) =>
          /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '');
        for (let at = 0; at < letters.length; at += 1) {
          expect(isTorn(letters.from[at] ?? 0) || isTorn(letters.to[at] ?? 0)).toBe(false);
        }
      }),
    );
  });

  it('take along the marks that sit on them', () => {
    const { from, to, length } = readLetters('第1️⃣');
    expect(length).toBe(2);
    expect([from[1], to[1]]).toEqual([1, 4]);
  });

  it('fold width, case, traditional characters, boxes and look-alikes', () => {
    expect(foldText('ＮＯ．１')).toBe('no1');
    expect(foldText('國家級領導')).toBe('国家级领导');
    expect(foldText('🅣🄾🅿①')).toBe('top1');
    expect(foldText('蕞苐㈠')).toBe('最第一');
    expect(foldText('ΝO')).toBe('no');
  });

  it('know what lies between: nothing, an evasion, a pause, too much', () => {
    expect([...readLetters('最佳').gap.subarray(0, 2)]).toEqual([GAP_NONE, GAP_NONE]);
    expect(readLetters('最 佳').gap[1]).toBe(GAP_SOFT);
    expect(readLetters('最\u200b佳').gap[1]).toBe(GAP_SOFT);
    expect(readLetters('最。佳').gap[1]).toBe(GAP_PAUSE);
    expect(readLetters(`最${'~'.repeat(40)}佳`).gap[1]).toBe(GAP_FAR);
    expect(readLetters(`最${'\u200b'.repeat(400)}佳`).gap[1]).toBe(GAP_SOFT);
  });
});
