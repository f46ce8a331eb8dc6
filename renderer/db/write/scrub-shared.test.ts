import { expect, it } from 'vitest';
import { statesWithout } from './scrub-shared';

const judge = (entity: string, row: { id: string; note?: unknown }) =>
  entity === 'members' && row.id === 'gone' ? undefined : { ...row, note: undefined };

it('leaves nothing of the erased in records that wait to be told', () => {
  const clocks = { since: 's', isGone: true as const, at: { name: 't' }, hidden: { name: '欧阳' } };
  const left = statesWithout(
    [
      { entity: 'members', id: 'gone', row: { id: 'gone', name: '欧阳' } },
      { entity: 'members', id: 'gone', clocks },
      { entity: 'groups', id: 'g', row: { id: 'g', name: '一群' }, clocks: { at: { name: 't' } } },
    ],
    judge,
  );
  expect(left).toEqual([
    { entity: 'members', id: 'gone', clocks: { since: 's', isGone: true } },
    { entity: 'groups', id: 'g', row: { id: 'g', name: '一群' }, clocks: { at: { name: 't' } } },
  ]);
});
