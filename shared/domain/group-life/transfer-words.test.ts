import { candidate, roomMade } from '@shared/domain/groups/groups.testing';
import { DEFAULT_PLACEMENT_RULES } from '@shared/domain/groups/placement-settings.schema';
import { expect, it } from 'vitest';
import { fillTransferInvitation, unknownVariables } from './transfer-invitation.rules';
import { transferProgress } from './transfer-progress.rules';
import { targetsOf } from './transfer-targets.rules';

const values = { name: '{group}', group: '二群', old: '一群', reason: '常来', until: '11月30日' };

it('fills an invitation in both languages, each variable once', () => {
  const text = '{昵称}，{原群}要合并了，{ 新群 }见（{until}前）。{reason}';
  expect(fillTransferInvitation(text, values)).toBe(
    '{group}，一群要合并了，二群见（11月30日前）。常来',
  );
  expect(fillTransferInvitation('{店名}欢迎', values)).toBe('{店名}欢迎');
  expect(unknownVariables('{店名}{昵称}{店名}{grup}')).toEqual(['店名', 'grup']);
});

it('offers only groups that take all of them, and names the others with why', () => {
  const rooms = [
    roomMade('old', { identity: 'store' }, { store: 9 }),
    roomMade('one-place', { identity: 'store', capacity: 3 }, { store: 2 }),
    roomMade('wide', { identity: 'store', capacity: 50 }, { store: 2 }),
    roomMade('buyers', { identity: 'consumer' }, { consumer: 4 }),
    roomMade('gone', { identity: 'store', phase: 'dissolved' }),
  ];
  const world = { fromGroupId: 'old', rooms, classes: [], rules: DEFAULT_PLACEMENT_RULES };
  const both = [candidate('1', 'store'), candidate('2', 'store')];
  const { allowed, refusing } = targetsOf(both, world);
  expect(allowed.map(({ group }) => group.id)).toEqual(['wide']);
  expect(
    refusing.map(({ room, refused }) => [room.group.id, refused.map((it) => it.reason)]),
  ).toEqual([
    ['one-place', ['groupFull']],
    ['buyers', ['identityConflict', 'identityConflict']],
  ]);
  expect(targetsOf(both.slice(1), world).allowed.map(({ group }) => group.id)).toEqual([
    'wide',
    'one-place',
  ]);
});

it('counts how far a plan got', () => {
  const states = ['planned', 'moved', 'moved', 'declined', 'refused'] as const;
  expect(transferProgress(states.map((state) => ({ state })))).toEqual({
    total: 5,
    byState: { planned: 1, invited: 0, moved: 2, declined: 1, refused: 1 },
    settled: 3,
  });
});
