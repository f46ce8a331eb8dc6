import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from './reply.schema';
import { replyCard, searchReplies } from './reply-search.rules';

const reply = (id: string, keyword: string, more: Partial<Reply> = {}): Reply => ({
  id,
  keyword,
  synonyms: [],
  answer: '见群公告',
  groupIds: [],
  changedAt: 0,
  ...more,
});

const ENTRIES = [
  reply('r1', '到货时间', { synonyms: ['什么时候到货', '几点到'] }),
  reply('r2', '到货'),
  reply('r3', '没到货', { answer: '报一下接龙序号' }),
  reply('r4', '取货点', { answer: '到货时间看群公告' }),
  reply('r5', '退款'),
  reply('r6', '到货时间', { groupIds: ['g1'], answer: '周三中午' }),
  reply('r7', '旧词到货', { isArchived: true }),
];

const find = (text: string, groupId?: string, uses: Record<string, number> = {}) =>
  searchReplies(
    ENTRIES.map((it) => replyCard(it, uses[it.id])),
    { text, groupId, limit: 20 },
    () => () => false,
  ).map(({ reply: { id }, match }) => `${id} ${match}`);

describe('looking for a ready answer', () => {
  it('ranks the word itself before its beginning, synonyms, the middle and the text', () => {
    expect(find('到货')).toEqual(['r2 exact', 'r1 prefix', 'r6 prefix', 'r3 inside', 'r4 answer']);
    expect(find('几点')).toEqual(['r1 synonym']);
  });

  it('puts what was made for the group first, and leaves out what was made for others', () => {
    expect(find('到货时间', 'g1')[0]).toBe('r6 exact');
    expect(find('到货时间', 'g2')).toEqual(['r1 exact', 'r2 question', 'r4 answer']);
  });

  it('finds the entry whose word stands in a pasted question, the longest word first', () => {
    expect(find('老板，请问我们的货什么时候到货呀？急')).toEqual(['r1 question', 'r2 question']);
    expect(find('我要退款！！')).toEqual(['r5 question']);
  });

  it('does not mind width, case, blanks and punctuation, nor words in another order', () => {
    expect(find(' 到 货-时间？')[0]).toBe('r1 exact');
    expect(find('时间 到货')).toEqual(['r1 inside', 'r6 inside', 'r2 question', 'r4 answer']);
  });

  it('of equals takes the one used more; never an archived one; nothing typed shows the most used', () => {
    expect(find('', undefined, { r5: 3, r2: 1 }).slice(0, 2)).toEqual(['r5 exact', 'r2 exact']);
    expect(find('旧词')).toEqual([]);
  });

  it('always finds an entry first by its own keyword when that is unlike the others', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'青菜土豆苹果鱼虾米面油盐'),
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 30 }), (words) => {
        const cards = words.map((keyword, at) => replyCard(reply(`r${at}`, keyword)));
        for (const text of words) {
          const [first] = searchReplies(cards, { text, limit: 5 }, () => () => false);
          expect(first).toMatchObject({ match: 'exact', word: text });
        }
      }),
      { numRuns: 50 },
    );
  });
});
