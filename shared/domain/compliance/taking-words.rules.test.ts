import { expect, it } from 'vitest';
import { takeWords, wordKey } from './taking-words.rules';

const choice = { kind: 'find', risk: 'medium' } as const;

it('reads one word a line, or several with commas between, each once', () => {
  const { words, repeated } = takeWords('福袋\r\n秒杀，福 袋、盲盒\n\n', choice);
  expect(words.map(({ text }) => text)).toEqual(['福袋', '秒杀', '盲盒']);
  expect(repeated).toBe(1);
});

it('takes reason and rewrite from the columns behind', () => {
  expect(takeWords('福袋\t平台不让用\t礼包', choice).words).toEqual([
    { ...choice, text: '福袋', reason: '平台不让用', rewrite: '礼包' },
  ]);
});

it('leaves out what is known and refuses what is no word', () => {
  const { words, repeated, refused } = takeWords(`ＶＸ\n${'长'.repeat(61)}`, choice, ['vx']);
  expect(words).toEqual([]);
  expect(repeated).toBe(1);
  expect(refused).toEqual(['长'.repeat(61)]);
});

it('tells pictures apart that have no letters', () => {
  expect(wordKey('🔥')).not.toBe(wordKey('💥'));
});
