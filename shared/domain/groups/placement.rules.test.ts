import { describe, expect, it } from 'vitest';
import { identityRefusal, NOBODY_INSIDE } from './entry.rules';
import { candidate, classMade, roomMade } from './groups.testing';
import { entryRefusal, planByHand } from './placement.rules';
import { DEFAULT_PLACEMENT_RULES, readPlacementRules } from './placement-settings.schema';

const rules = DEFAULT_PLACEMENT_RULES;
const door = (...identities: ('store' | 'online' | 'consumer' | 'unknown')[]) => ({
  identities,
  channels: [],
  regions: [],
});

describe('who may enter', () => {
  it.each([
    ['store', 'online', { reason: 'identityConflict', rival: 'online' }],
    ['online', 'store', { reason: 'identityConflict', rival: 'store' }],
    ['consumer', 'store', { reason: 'consumerBarred', rival: 'store' }],
    ['consumer', 'online', { reason: 'consumerBarred', rival: 'online' }],
    ['unknown', 'store', { reason: 'identityUnknown' }],
    ['unknown', 'consumer', { reason: 'identityUnknown' }],
    ['store', 'consumer', { reason: 'identityConflict', rival: 'consumer' }],
    ['store', 'store', undefined],
    ['consumer', 'consumer', undefined],
    ['unknown', 'unknown', undefined],
  ] as const)('%s into a group of %s: %o', (identity, of, refusal) => {
    expect(identityRefusal(identity, door(of), NOBODY_INSIDE, rules)).toEqual(refusal);
  });

  it('looks at who is inside, also where the group is for both', () => {
    const withSeller = { ...NOBODY_INSIDE, online: 1 };
    const conflict = { reason: 'identityConflict', rival: 'online' };
    expect(identityRefusal('store', door(), withSeller, rules)).toEqual(conflict);
    expect(identityRefusal('store', door('store', 'online'), withSeller, rules)).toEqual(conflict);
    expect(identityRefusal('online', door(), withSeller, rules)).toBeUndefined();
  });

  it('obeys the leader’s own matrix', () => {
    const own = readPlacementRules({ forbiddenPairs: [['store', 'unknown']] });
    expect(identityRefusal('store', door(), { ...NOBODY_INSIDE, online: 3 }, own)).toBeUndefined();
    expect(identityRefusal('consumer', door('store'), NOBODY_INSIDE, own)).toEqual({
      reason: 'otherClass',
    });
    expect(identityRefusal('store', door(), { ...NOBODY_INSIDE, unknown: 1 }, own)).toEqual({
      reason: 'identityConflict',
      rival: 'unknown',
    });
  });

  it('takes the defaults for rules that cannot be read', () => {
    expect(readPlacementRules({ forbiddenPairs: [['store', 'store']] })).toEqual(rules);
    expect(readPlacementRules(undefined)).toEqual(rules);
  });
});

describe('placing by hand', () => {
  const group = roomMade('g', { identity: 'store', region: '广州', capacity: 3 });

  it('refuses each with the reason and places the others', () => {
    const plan = planByHand(
      [
        candidate('a', 'store', { region: '广州' }),
        candidate('b', 'online', { region: '广州' }),
        candidate('c', 'store', { region: '广州', isApproved: false }),
        candidate('d', 'store', { region: '广州', insideGroupIds: ['g'] }),
        candidate('e', 'store', { region: '深圳' }),
        candidate('f', 'store', { region: '广州' }),
        candidate('h', 'store', { region: '广州' }),
        candidate('i', 'store', { region: '广州' }),
      ],
      group,
      [],
      rules,
    );
    expect(plan.placed.map((row) => row.memberId)).toEqual(['a', 'f', 'h']);
    expect(plan.refused).toEqual([
      { memberId: 'b', reason: 'identityConflict', rival: 'store', groupId: 'g' },
      { memberId: 'c', reason: 'notApproved' },
      { memberId: 'd', reason: 'alreadyInside', groupId: 'g' },
      { memberId: 'e', reason: 'regionDiffers', groupId: 'g' },
      { memberId: 'i', reason: 'groupFull', groupId: 'g' },
    ]);
  });

  it('lets the leader override region and channel, never a forbidden pair', () => {
    const enter = (identity: 'store' | 'online', isAllowed: boolean) =>
      entryRefusal(candidate('a', identity, { region: '深圳' }), group, [], rules, isAllowed);
    expect(enter('store', false)?.reason).toBe('regionDiffers');
    expect(enter('store', true)).toBeUndefined();
    expect(enter('online', true)?.reason).toBe('identityConflict');
  });

  it('lets the first one in decide an unclassed group', () => {
    const people = [candidate('a', 'online'), candidate('b', 'store')];
    const plan = planByHand(people, roomMade('g', { identity: 'unknown' }), [], rules);
    expect(plan.placed.map((row) => row.memberId)).toEqual(['a']);
    expect(plan.refused[0]).toMatchObject({ reason: 'identityConflict', rival: 'online' });
  });

  it('takes nobody into a dissolved group', () => {
    const dissolved = roomMade('g', { phase: 'dissolved' });
    const plan = planByHand([candidate('a', 'store')], dissolved, [], rules);
    expect(plan.refused[0]?.reason).toBe('groupDissolved');
  });

  it('goes by the class of the group, not by its own fields', () => {
    const south = classMade('south', { identities: ['store'], regions: ['广州', '深圳'] });
    const room = roomMade('g', { classId: 'south', identity: 'unknown', region: '广州' });
    const enter = (region: string) =>
      entryRefusal(candidate('a', 'store', { region }), room, [south], rules)?.reason;
    expect(enter('深圳')).toBeUndefined();
    expect(enter('杭州')).toBe('regionDiffers');
  });
});
