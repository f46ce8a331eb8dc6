import { describe, expect, it } from 'vitest';
import table from '../../../resources/lexicons/letters.json';
import advertising from './advertising.fixture.json';
import { checkText } from './check.rules';
import everyday from './everyday.fixture.json';
import { COMPLIANCE_FAMILIES } from './lexicon/lexicon.schema';

const traditional = new Map(
  table.traditional.split(' ').map((pair) => [[...pair][1] ?? '', [...pair][0] ?? '']),
);
const between = (separator: string) => (term: string) => [...term].join(separator);
const eachLetter = (change: (letter: string) => string) => (term: string) =>
  [...term].map(change).join('');
const fullWidth = eachLetter((letter) => {
  const code = letter.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : letter;
});

const EVASIONS: Record<string, (term: string) => string> = {
  'as it is': (term) => term,
  'blanks between': between(' '),
  'wide blanks between': between('\u3000'),
  'points between': between('.'),
  'middle dots between': between('·'),
  'stars between': between('**'),
  'commas between': between('、'),
  'pictures between': between('😀'),
  'a family between': between('👨‍👩‍👧‍👦'),
  'rare marks between': between('~🔥_'),
  'invisible letters between': between('\u200b'),
  'joiners between': between('\u2060\ufeff'),
  'strokes between': between('丨'),
  'marks on the letters': eachLetter((letter) => `${letter}\ufe0f`),
  'full width': fullWidth,
  'full width, cut up': (term) => between(' ')(fullWidth(term)),
  traditional: eachLetter((letter) => traditional.get(letter) ?? letter),
  'traditional, cut up': (term) =>
    between('❤️')(eachLetter((letter) => traditional.get(letter) ?? letter)(term)),
  capitals: (term) => term.toUpperCase(),
};

const cases = Object.entries(advertising.terms).flatMap(([family, terms]) =>
  terms.map((term) => ({ family, term })),
);

describe('terms of every family are found as theirs at their place', () => {
  it.each(Object.keys(EVASIONS))('written %s', (name) => {
    const evade = EVASIONS[name] ?? String;
    for (const { family, term } of cases) {
      const written = evade(term);
      for (const frame of advertising.frames) {
        const start = frame.indexOf('{t}');
        const text = frame.replace('{t}', written);
        const hit = checkText(text).findings.find(
          (finding) => finding.start < start + written.length && finding.end > start,
        );
        const end = Math.max(hit?.end ?? 0, start + written.length);
        const found = hit && [hit.family, hit.start, hit.end, hit.text];
        expect(found, text).toEqual([family, start, end, text.slice(start, end)]);
      }
    }
  });
});

it('knows advertising copy of every family that has words', () => {
  const silent = ['personal', 'own', 'length'];
  expect(Object.keys(advertising.terms).sort()).toEqual(
    COMPLIANCE_FAMILIES.filter((family) => !silent.includes(family)).sort(),
  );
});

describe('NO.1 in its shapes', () => {
  const shapes = [
    'NO.1',
    'No 1',
    'no1',
    'NO１',
    'ＮＯ．１',
    'N0.1',
    'TOP１',
    'T O P 1',
    'Top.1',
    'ΝΟ.1',
    '🅝🅞.1',
    'N😀O😀1',
    'NO.①',
    '第1品牌',
    '第①品牌',
    '第壹品牌',
  ];
  it.each(shapes)('finds %s', (shape) => {
    const text = `我们的米粉${shape}，欢迎`;
    const [hit] = checkText(text).findings;
    expect(hit).toMatchObject({ family: 'first', text: shape, start: 5 });
  });

  it.each(['NO.10 车间', 'NO.12', 'nano1 号', 'stop1', 'TOP15', 'No.1.5', '价格 1.1 元'])(
    'leaves %s alone',
    (text) => expect(checkText(text).risk).toBe('none'),
  );
});

describe('everyday lines', () => {
  it.each(everyday)('%s', (line) => {
    expect(checkText(line).findings.map(({ text }) => text)).toEqual([]);
  });

  it('stay harmless when they are cut up or full of pictures', () => {
    for (const line of [
      '最近',
      '最后',
      '第一次',
      '唯一遗憾',
      '最小码',
      '最 近',
      '第 一 次',
      '最😀后',
    ]) {
      expect(checkText(line).risk, line).toBe('none');
    }
  });
});
