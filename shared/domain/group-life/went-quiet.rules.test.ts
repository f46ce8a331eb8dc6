import { columnsOf } from '@shared/domain/people/people-columns.testing';
import { expect, it } from 'vitest';
import { BEFORE_DAYS, RECENT_DAYS, wentQuiet } from './went-quiet.rules';

const TODAY = 20_000;
const EARLIER = TODAY - RECENT_DAYS;

const inside = (leftDay?: number) => [
  {
    groupId: 'g',
    role: 'ordinary' as const,
    joinedDay: TODAY - 300,
    ...(leftDay !== undefined && { leftDay }),
  },
];
const order = (day: number) => ({ day, amountFen: 100 });

const columns = columnsOf([
  {
    id: 'stopped',
    knownDay: 1,
    memberships: inside(),
    orders: [order(EARLIER), order(EARLIER)],
    interactions: [{ day: EARLIER - 3, kind: 'ugc', groupId: 'g' }],
  },
  { id: 'goes on', knownDay: 1, memberships: inside(), orders: [order(EARLIER), order(TODAY)] },
  { id: 'left', knownDay: 1, memberships: inside(EARLIER + 2), orders: [order(EARLIER - 9)] },
  { id: 'new', knownDay: 1, memberships: inside(), orders: [order(TODAY - 1)] },
  {
    id: 'long ago',
    knownDay: 1,
    memberships: inside(),
    orders: [order(EARLIER - BEFORE_DAYS)],
  },
  { id: 'never inside', knownDay: 1, orders: [order(EARLIER)] },
  {
    id: 'elsewhere',
    knownDay: 1,
    memberships: inside(),
    interactions: [
      { day: EARLIER, kind: 'ugc', groupId: 'other' },
      { day: EARLIER, kind: 'join', groupId: 'g' },
    ],
  },
]);

it('who was active in the eight weeks before and not in the last two went quiet', () => {
  const group = columns.groups.findIndex(({ id }) => id === 'g') + 1;
  const found = wentQuiet(columns, group, TODAY);
  expect(found.people.map(({ row, ...it }) => [columns.idOf(row), it])).toEqual([
    ['stopped', { activeDays: 2, acts: 1, orders: 2, lastDay: EARLIER, hasLeft: false }],
    ['left', { activeDays: 1, acts: 0, orders: 1, lastDay: EARLIER - 9, hasLeft: true }],
  ]);
  expect(found).toMatchObject({ before: 3, still: 1, fresh: 1 });
});
