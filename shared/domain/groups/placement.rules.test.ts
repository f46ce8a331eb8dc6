import { IDENTITIES, type Identity } from '@shared/domain/members/member.schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classRefusal,
  type InsideCounts,
  insideTotal,
  NOBODY_INSIDE,
  type PlacementCandidate,
  planPlacement,
} from './placement.rules';

const person = (memberId: string, identity: Identity, patch = {}): PlacementCandidate => ({
  memberId,
  identity,
  isApproved: true,
  isInside: false,
  ...patch,
});

const group = (identity: Identity, capacity = 500) =>
  ({ identity, capacity, phase: 'early' }) as const;

describe('classes', () => {
  it.each([
    ['store', 'online', 'identityConflict'],
    ['online', 'store', 'identityConflict'],
    ['consumer', 'store', 'consumerBarred'],
    ['consumer', 'online', 'consumerBarred'],
    ['unknown', 'store', 'identityUnknown'],
    ['unknown', 'consumer', 'identityUnknown'],
    ['store', 'consumer', 'otherClass'],
    ['store', 'store', undefined],
    ['consumer', 'consumer', undefined],
    ['unknown', 'unknown', undefined],
  ] as const)('%s into a group of %s: %s', (identity, of, refusal) => {
    expect(classRefusal(identity, group(of), NOBODY_INSIDE)).toBe(refusal);
  });

  it('looks at who is inside a group without a class', () => {
    const withSeller: InsideCounts = { ...NOBODY_INSIDE, online: 1 };
    expect(classRefusal('store', group('unknown'), withSeller)).toBe('identityConflict');
    expect(classRefusal('online', group('unknown'), withSeller)).toBeUndefined();
  });
});

describe('placing people', () => {
  it('refuses each with the reason and places the others', () => {
    const plan = planPlacement(
      [
        person('a', 'store'),
        person('b', 'online'),
        person('c', 'store', { isApproved: false }),
        person('d', 'store', { isInside: true }),
        person('e', 'store'),
        person('f', 'store'),
      ],
      group('store', 2),
      NOBODY_INSIDE,
    );
    expect(plan.placed).toEqual(['a', 'e']);
    expect(plan.refused).toEqual([
      { memberId: 'b', reason: 'identityConflict' },
      { memberId: 'c', reason: 'notApproved' },
      { memberId: 'd', reason: 'alreadyInside' },
      { memberId: 'f', reason: 'groupFull' },
    ]);
  });

  it('lets the first one in decide an unclassed group', () => {
    const people = [person('a', 'online'), person('b', 'store')];
    expect(planPlacement(people, group('unknown'), NOBODY_INSIDE)).toEqual({
      placed: ['a'],
      refused: [{ memberId: 'b', reason: 'identityConflict' }],
    });
  });

  it('takes nobody into a dissolved group', () => {
    const dissolved = { ...group('unknown'), phase: 'dissolved' as const };
    const plan = planPlacement([person('a', 'store')], dissolved, NOBODY_INSIDE);
    expect(plan.refused).toEqual([{ memberId: 'a', reason: 'groupDissolved' }]);
  });

  it('never mixes rivals, never overfills, never drops anybody', () => {
    const identity = fc.constantFrom(...IDENTITIES);
    fc.assert(
      fc.property(
        fc.array(identity, { maxLength: 40 }),
        identity,
        fc.integer({ min: 1, max: 20 }),
        (people, of, capacity) => {
          const rows = people.map((who, index) => person(String(index), who));
          const plan = planPlacement(rows, group(of, capacity), NOBODY_INSIDE);
          const inside = { ...NOBODY_INSIDE };
          for (const id of plan.placed) inside[people[Number(id)] ?? 'unknown'] += 1;
          expect(inside.store > 0 && inside.online > 0).toBe(false);
          expect(insideTotal(inside)).toBeLessThanOrEqual(capacity);
          if (of === 'store' || of === 'online') expect(inside.consumer).toBe(0);
          expect(plan.placed.length + plan.refused.length).toBe(people.length);
        },
      ),
    );
  });
});
