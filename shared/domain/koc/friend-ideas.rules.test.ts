import { describe, expect, it } from 'vitest';
import { friendIdeas } from './friend-ideas.rules';
import { testPeople } from './koc.testing';

const TODAY = 20_000;
/** 2024-10-04 is day number 20 000. */
const DAY = '2024-10-04';
const columns = {
  ...testPeople(
    ['g1', 'g2'],
    [
      { posts: [], orders: [], stays: [[1, TODAY - 3]] },
      { posts: [], orders: [], stays: [[1, TODAY - 27]] },
      { posts: [], orders: [], stays: [[1, TODAY - 28]] },
      { posts: [], orders: [], stays: [[1, TODAY - 2, TODAY - 1]] },
      {
        posts: [
          [TODAY - 8, 'answer', 1],
          [TODAY - 6, 'answer', 1],
          [TODAY, 'answer', 1],
          [TODAY, 'question', 1],
          [TODAY, 'share', 2],
        ],
        orders: [],
        stays: [
          [1, 0],
          [2, 0],
        ],
      },
      { posts: [[TODAY - 1, 'ugc', 1]], orders: [], stays: [[1, 0]] },
    ],
  ),
  idOf: (row: number) => `m${row}`,
};
const ideas = (actions: Parameters<typeof friendIdeas>[1] = []) =>
  friendIdeas(columns, actions, TODAY);

describe('whom to help to be known', () => {
  it('asks those who joined within four weeks, are still there and were not introduced yet', () => {
    expect(ideas().newcomers.map(({ row }) => row)).toEqual([0, 1]);
    const known = { groupId: 'g1', kind: 'selfIntroduction' as const, day: DAY };
    expect(ideas([{ ...known, memberIds: ['m0'] }]).newcomers.map(({ row }) => row)).toEqual([1]);
    const elsewhere = { ...known, groupId: 'g2', memberIds: ['m0'] };
    expect(ideas([elsewhere]).newcomers).toHaveLength(2);
  });

  it('praises answers of this week before posts, each group by itself, and nobody twice', () => {
    expect(ideas().helpers).toEqual([
      { group: 1, row: 4, answers: 2, posts: 0 },
      { group: 2, row: 4, answers: 0, posts: 1 },
      { group: 1, row: 5, answers: 0, posts: 1 },
    ]);
    const praise = { groupId: 'g1', kind: 'publicPraise' as const, day: DAY, memberIds: ['m4'] };
    expect(ideas([praise]).helpers.map(({ group, row }) => [group, row])).toEqual([
      [2, 4],
      [1, 5],
    ]);
    expect(ideas([{ ...praise, day: '2024-09-20' }]).helpers).toHaveLength(3);
  });

  it('leaves the house’s own voices out', () => {
    const role = new Uint8Array(columns.memberships.role.length).fill(2);
    const house = { ...columns, memberships: { ...columns.memberships, role } };
    expect(friendIdeas(house, [], TODAY)).toEqual({ newcomers: [], helpers: [] });
  });
});
