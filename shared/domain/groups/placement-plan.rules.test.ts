import { IDENTITIES, type Identity } from '@shared/domain/members/member.schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insideTotal, isForbiddenPair } from './entry.rules';
import { candidate, classMade, roomMade } from './groups.testing';
import { readyClasses } from './member-class.rules';
import { type GroupRoom, type PlacementCandidate, withOneMore } from './placement.rules';
import { type PlacementPlan, planPlacement } from './placement-plan.rules';
import { DEFAULT_PLACEMENT_RULES, type PlacementRules } from './placement-settings.schema';

const rules = DEFAULT_PLACEMENT_RULES;
const plan = (people: PlacementCandidate[], rooms: GroupRoom[], classes = readyClasses('zh')) =>
  planPlacement(people, { classes, rooms, rules, language: 'zh' });

describe('the plan', () => {
  it('fills the oldest group of the class, in order of arrival, then the waiting list', () => {
    const rooms = [
      roomMade('new', { identity: 'store', capacity: 1, openedAt: 2 }),
      roomMade('old', { identity: 'store', capacity: 2, openedAt: 1 }, { store: 1 }),
    ];
    const people = ['a', 'b', 'c', 'd'].map((id) => candidate(id, 'store'));
    const done = plan(people, rooms);
    expect(done.placed.map(({ memberId, groupId }) => [memberId, groupId])).toEqual([
      ['a', 'old'],
      ['b', 'new'],
    ]);
    expect(done.waiting).toEqual([
      { memberId: 'c', classId: 'class-store', reason: 'full' },
      { memberId: 'd', classId: 'class-store', reason: 'full' },
    ]);
    expect(done.toOpen).toEqual([
      { classId: 'class-store', name: '实体门店3群', capacity: 500, count: 2 },
    ]);
  });

  it('names as many next groups as those without room fill', () => {
    const small = classMade('s', { identities: ['store'], capacity: 2, regions: ['广州'] });
    const people = ['a', 'b', 'c'].map((id) => candidate(id, 'store', { region: '广州' }));
    expect(plan(people, [], [small]).toOpen).toEqual([
      { classId: 's', name: '广州s1群', capacity: 2, count: 2 },
      { classId: 's', name: '广州s2群', capacity: 2, count: 1 },
    ]);
  });

  it('tells who scans and who is invited', () => {
    const nearly = roomMade('g', { identity: 'store', scanLimit: 200 }, { store: 199 });
    const people = [candidate('a', 'store'), candidate('b', 'store')];
    expect(plan(people, [nearly]).placed.map(({ way }) => way)).toEqual(['scan', 'invite']);
  });

  it('refuses who meets a rival inside every group of the class, and names both', () => {
    const mixed = roomMade('g', { identity: 'store' }, { store: 3, online: 1 });
    const done = plan([candidate('a', 'store')], [mixed]);
    expect(done.refused).toEqual([
      { memberId: 'a', reason: 'identityConflict', rival: 'online', groupId: 'g' },
    ]);
    expect(done.toOpen).toMatchObject([{ classId: 'class-store', count: 1 }]);
  });

  it('goes round a group with a rival to one without', () => {
    const mixed = roomMade('g', { identity: 'store', openedAt: 1 }, { online: 1 });
    const clean = roomMade('h', { identity: 'store', openedAt: 2 });
    expect(plan([candidate('a', 'store')], [mixed, clean]).placed[0]?.groupId).toBe('h');
  });

  it('wants the unknown to be audited, and says who fits no class', () => {
    const onlyGuangzhou = [classMade('gz', { identities: ['store'], regions: ['广州'] })];
    const people = [candidate('a', 'unknown'), candidate('b', 'store', { region: '杭州' })];
    expect(plan(people, [], onlyGuangzhou).refused.map(({ reason }) => reason)).toEqual([
      'identityUnknown',
      'noClass',
    ]);
  });
});

const rarely = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat({ max: 3 }));

/** People, classes and groups as they may really lie about: mixed, full, without a class. */
const aWorld = fc.record({
  people: fc.array(
    fc.record({
      identity: fc.constantFrom(...IDENTITIES),
      region: fc.constantFrom(undefined, '广州', '深圳'),
      isApproved: fc.oneof({ weight: 8, arbitrary: fc.constant(true) }, fc.constant(false)),
      in: fc.option(fc.nat({ max: 5 }), { nil: undefined, freq: 2 }),
    }),
    { minLength: 5, maxLength: 40 },
  ),
  classes: fc.array(
    fc.record({
      identities: fc.uniqueArray(fc.constantFrom(...IDENTITIES)),
      regions: fc.uniqueArray(fc.constantFrom('广州', '深圳'), { maxLength: 1 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  groups: fc.array(
    fc.record({
      identity: fc.constantFrom(...IDENTITIES),
      region: fc.constantFrom(undefined, '广州'),
      classAt: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
      phase: fc.constantFrom(
        'early' as const,
        'middle' as const,
        'late' as const,
        'dissolved' as const,
      ),
      capacity: fc.integer({ min: 1, max: 12 }),
      scanLimit: fc.integer({ min: 1, max: 4 }),
      inside: fc.record({
        store: rarely,
        online: rarely,
        consumer: rarely,
        unknown: rarely,
      }),
    }),
    { maxLength: 6 },
  ),
  pairs: fc.uniqueArray(
    fc.constantFrom<[Identity, Identity]>(
      ['store', 'online'],
      ['store', 'consumer'],
      ['consumer', 'online'],
      ['unknown', 'store'],
    ),
  ),
});

type World = typeof aWorld extends fc.Arbitrary<infer T> ? T : never;

function built(world: World) {
  const rooms = world.groups.map(({ inside, classAt, region, ...group }, at) =>
    roomMade(
      `g${at}`,
      {
        ...group,
        ...(region && { region }),
        ...(classAt !== undefined && { classId: `c${classAt}` }),
      },
      inside,
    ),
  );
  const people = world.people.map(({ identity, region, isApproved, in: at }, i) =>
    candidate(`p${i}`, identity, {
      region,
      isApproved,
      insideGroupIds: at !== undefined && at < rooms.length ? [`g${at}`] : [],
    }),
  );
  const own: PlacementRules = { ...rules, forbiddenPairs: world.pairs };
  const classes = world.classes.map((it, rank) => classMade(`c${rank}`, { ...it, rank }));
  return { people, rooms, own, classes };
}

function after(rooms: GroupRoom[], people: PlacementCandidate[], done: PlacementPlan) {
  const byId = new Map(people.map((it) => [it.memberId, it]));
  const now = new Map(rooms.map((room) => [room.group.id, { ...room }]));
  for (const { memberId, groupId } of done.placed) {
    const room = now.get(groupId);
    const person = byId.get(memberId);
    if (!room || !person) throw new Error('placed into nowhere');
    room.inside = withOneMore(room.inside, person.identity);
    byId.set(memberId, { ...person, insideGroupIds: [...person.insideGroupIds, groupId] });
  }
  return { rooms: [...now.values()], people: [...byId.values()] };
}

describe('whatever lies about', () => {
  it('never joins a forbidden pair, never overfills, loses nobody, places nobody twice', () => {
    let placedEver = 0;
    fc.assert(
      fc.property(aWorld, (world) => {
        const { people, rooms, own, classes } = built(world);
        const ask = (who: PlacementCandidate[], where: GroupRoom[]) =>
          planPlacement(who, { classes, rooms: where, rules: own, language: 'zh' });
        const done = ask(people, rooms);
        placedEver += done.placed.length;
        const everybody = [...done.placed, ...done.refused, ...done.waiting];
        expect(everybody.map(({ memberId }) => memberId).sort()).toEqual(
          people.map(({ memberId }) => memberId).sort(),
        );
        const then = after(rooms, people, done);
        for (const { memberId, groupId } of done.placed) {
          const room = then.rooms.find(({ group }) => group.id === groupId);
          const { identity } = people.find((it) => it.memberId === memberId) ?? {};
          if (!room || !identity) throw new Error('nobody');
          expect(insideTotal(room.inside)).toBeLessThanOrEqual(room.group.capacity);
          for (const other of IDENTITIES) {
            expect(room.inside[other] > 0 && isForbiddenPair(own, identity, other)).toBe(false);
          }
        }
        expect(ask(then.people, then.rooms).placed).toEqual([]);
        expect(ask(people, rooms)).toEqual(done);
      }),
      { numRuns: 500 },
    );
    expect(placedEver).toBeGreaterThan(300);
  });
});
