import {
  doorOf,
  type InsideCounts,
  insideTotal,
  isForbiddenPair,
} from '@shared/domain/groups/entry.rules';
import { candidate, roomMade } from '@shared/domain/groups/groups.testing';
import type { GroupRoom } from '@shared/domain/groups/placement.rules';
import {
  DEFAULT_PLACEMENT_RULES,
  placementRulesSchema,
} from '@shared/domain/groups/placement-settings.schema';
import { IDENTITIES } from '@shared/domain/members/member.schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayStep, planTransfer, settleMoves, TRANSFER_STEPS } from './transfer.rules';
import { chooseActive, DEFAULT_ACTIVE_RULE } from './transfer-people.rules';

const rules = DEFAULT_PLACEMENT_RULES;
const base = { fromGroupId: 'old', classes: [], rules };

describe('a transfer plan', () => {
  it('fills the groups evenly and says how people come in', () => {
    const rooms = [
      roomMade('a', { identity: 'store', capacity: 10, scanLimit: 7 }, { store: 6 }),
      roomMade('b', { identity: 'store', capacity: 10, scanLimit: 7 }, { store: 7 }),
    ];
    const people = ['1', '2', '3', '4'].map((id) =>
      candidate(id, 'store', { insideGroupIds: ['old'] }),
    );
    expect(planTransfer(people, { ...base, rooms }).planned).toEqual([
      { memberId: '1', toGroupId: 'a', way: 'scan' },
      { memberId: '2', toGroupId: 'a', way: 'invite' },
      { memberId: '3', toGroupId: 'b', way: 'invite' },
      { memberId: '4', toGroupId: 'a', way: 'invite' },
    ]);
  });

  it('says why somebody finds no group', () => {
    const rooms = [
      roomMade('full', { identity: 'store', capacity: 1 }, { store: 1 }),
      roomMade('gone', { identity: 'store', phase: 'dissolved' }),
      roomMade('old', { identity: 'unknown' }, { store: 5 }),
      roomMade('mixed', { identity: 'unknown' }, { online: 1 }),
    ];
    const people = [
      candidate('s', 'store'),
      candidate('c', 'consumer'),
      candidate('in', 'store', { insideGroupIds: ['full'] }),
    ];
    const plan = planTransfer(people, { ...base, rooms });
    expect(plan.planned).toEqual([]);
    expect(plan.refused.map(({ memberId, reason }) => [memberId, reason])).toEqual([
      ['s', 'groupFull'],
      ['c', 'consumerBarred'],
      ['in', 'alreadyInside'],
    ]);
    expect(planTransfer([candidate('s', 'store')], { ...base, rooms: [] }).refused).toEqual([
      { memberId: 's', reason: 'noGroup' },
    ]);
  });

  it('refuses at the door what was free when it was planned', () => {
    const rooms = new Map([['a', roomMade('a', { identity: 'store', capacity: 2 }, { store: 1 })]]);
    const people = new Map(['1', '2'].map((id) => [id, candidate(id, 'store')]));
    const wishes = [
      { memberId: '1', toGroupId: 'a' },
      { memberId: '1', toGroupId: 'a' },
      { memberId: '2', toGroupId: 'a' },
      { memberId: '9', toGroupId: 'a' },
    ];
    expect(settleMoves(wishes, people, rooms, base).outcomes).toEqual([
      { memberId: '1', state: 'moved', toGroupId: 'a' },
      { memberId: '1', state: 'refused', reason: 'alreadyInside' },
      { memberId: '2', state: 'refused', reason: 'groupFull' },
      { memberId: '9', state: 'refused', reason: 'noGroup' },
    ]);
  });

  it('never leaves the moved state, and nobody declines twice', () => {
    expect(TRANSFER_STEPS.filter((step) => mayStep('moved', step))).toEqual([]);
    expect(mayStep('declined', 'decline')).toBe(false);
    expect(mayStep('declined', 'move')).toBe(true);
  });
});

const identity = fc.constantFrom(...IDENTITIES);
const region = fc.constantFrom('杭州', '宁波', undefined);
const counts = fc.record({
  store: fc.nat(3),
  online: fc.nat(3),
  consumer: fc.nat(3),
  unknown: fc.nat(3),
});
const room = fc
  .record({ identity, region, inside: counts, capacity: fc.integer({ min: 1, max: 8 }) })
  .map(({ inside, region: where, ...patch }) => ({
    patch: { ...patch, ...(where && { region: where }) },
    inside,
  }));
const pairs = fc.uniqueArray(
  fc.tuple(identity, identity).filter(([one, other]) => one !== other),
  { maxLength: 4 },
);

/** Pairs that may not meet and do. */
function quarrels(inside: InsideCounts, given: typeof rules): string[] {
  return IDENTITIES.flatMap((one) =>
    IDENTITIES.filter(
      (other) =>
        one < other && isForbiddenPair(given, one, other) && inside[one] > 0 && inside[other] > 0,
    ).map((other) => `${one}/${other}`),
  );
}

describe('transfers never break the rules', () => {
  it('whatever the plan and the order of replies', () => {
    fc.assert(
      fc.property(
        fc.array(room, { minLength: 1, maxLength: 5 }),
        fc.array(fc.record({ identity, region }), { minLength: 1, maxLength: 25 }),
        pairs,
        fc.boolean(),
        fc.boolean(),
        fc.array(fc.tuple(fc.nat(24), fc.nat(5)), { maxLength: 60 }),
        (made, people, forbiddenPairs, isUnknownBarred, isByPlan, replies) => {
          const given = placementRulesSchema.parse({ forbiddenPairs, isUnknownBarred });
          const world = { fromGroupId: 'old', classes: [], rules: given };
          const rooms = made.map(({ patch, inside }, at) => roomMade(`g${at}`, patch, inside));
          const crowd = people.map((it, at) =>
            candidate(`m${at}`, it.identity, { region: it.region, insideGroupIds: ['old'] }),
          );
          const planned = new Map(
            planTransfer(crowd, { ...world, rooms }).planned.map((it) => [
              it.memberId,
              it.toGroupId,
            ]),
          );
          // Either the console's plan with replies in any order, or any wild plan at all.
          const wishes = replies.map(([who, where]) => {
            const memberId = `m${who}`;
            return { memberId, toGroupId: isByPlan ? planned.get(memberId) : `g${where}` };
          });
          const before = new Map(rooms.map((it): [string, GroupRoom] => [it.group.id, it]));
          const byId = new Map(crowd.map((it) => [it.memberId, it]));
          const settled = settleMoves(wishes, byId, before, world);
          expect(settled.outcomes).toHaveLength(wishes.length);
          const came = new Map<string, string[]>();
          for (const outcome of settled.outcomes) {
            if (outcome.state === 'refused') continue;
            came.set(outcome.toGroupId, [...(came.get(outcome.toGroupId) ?? []), outcome.memberId]);
          }
          for (const [groupId, was] of before) {
            const inside = settled.rooms.get(groupId)?.inside ?? was.inside;
            const newcomers = came.get(groupId) ?? [];
            expect(new Set(newcomers).size).toBe(newcomers.length);
            expect(insideTotal(inside)).toBe(insideTotal(was.inside) + newcomers.length);
            expect(insideTotal(inside)).toBeLessThanOrEqual(
              Math.max(was.group.capacity, insideTotal(was.inside)),
            );
            const quarrelsBefore = quarrels(was.inside, given);
            expect(quarrels(inside, given)).toEqual(quarrelsBefore);
            const door = doorOf(was.group, []);
            for (const memberId of newcomers) {
              const person = byId.get(memberId);
              if (!person) throw new Error('a stranger was let in');
              if (door.identities.length > 0) {
                expect(door.identities).toContain(person.identity);
              }
              if (door.regions.length > 0) expect(door.regions).toContain(person.region);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('and a plan carried out at once is carried out whole', () => {
    fc.assert(
      fc.property(
        fc.array(room, { maxLength: 5 }),
        fc.array(fc.record({ identity, region }), { maxLength: 25 }),
        (made, people) => {
          const rooms = made.map(({ patch, inside }, at) => roomMade(`g${at}`, patch, inside));
          const crowd = people.map((it, at) =>
            candidate(`m${at}`, it.identity, { region: it.region, insideGroupIds: ['old'] }),
          );
          const { planned, refused } = planTransfer(crowd, { ...base, rooms });
          expect(planned.length + refused.length).toBe(crowd.length);
          const settled = settleMoves(
            planned,
            new Map(crowd.map((it) => [it.memberId, it])),
            new Map(rooms.map((it) => [it.group.id, it])),
            base,
          );
          expect(settled.outcomes.every(({ state }) => state === 'moved')).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

it('chooses the active by the rule, never the team’s own', () => {
  const facts = [
    { memberId: 'buyer', interactions: 0, orders: 2, netFen: 900, role: 'ordinary' as const },
    { memberId: 'talker', interactions: 3, orders: 0, netFen: 0, role: 'ordinary' as const },
    { memberId: 'silent', interactions: 2, orders: 0, netFen: 0, role: 'ordinary' as const },
    { memberId: 'koc', interactions: 0, orders: 0, netFen: 0, role: 'koc' as const },
    { memberId: 'us', interactions: 99, orders: 9, netFen: 9, role: 'official' as const },
  ];
  const { chosen, others } = chooseActive(facts, DEFAULT_ACTIVE_RULE);
  expect(chosen).toEqual([
    { memberId: 'buyer', reasons: [{ kind: 'orders', value: 2, limit: 1 }] },
    { memberId: 'talker', reasons: [{ kind: 'interactions', value: 3, limit: 3 }] },
    { memberId: 'koc', reasons: [{ kind: 'koc' }] },
  ]);
  expect(others).toEqual(['silent', 'us']);
  expect(chooseActive(facts, {}).chosen).toEqual([]);
});
