import { roomMade } from '@shared/domain/groups/groups.testing';
import { DEFAULT_PLACEMENT_RULES } from '@shared/domain/groups/placement-settings.schema';
import { expect, it } from 'vitest';
import { type StayOption, whereToStay } from './where-to-stay.rules';

const shop = { memberId: 'm', identity: 'store' as const };
const option = (id: string, more: Partial<StayOption> = {}): StayOption => ({
  room: roomMade(id, { identity: 'store' }, { store: 5 }),
  joinedAt: 1,
  ...more,
});
const advise = (...options: StayOption[]) =>
  whereToStay(shop, options, [], DEFAULT_PLACEMENT_RULES);

it('goes by class, then activity, then who came first, then room', () => {
  const foreign = option('a', {
    room: roomMade('a', { identity: 'consumer' }, { consumer: 5 }),
    activity: 99,
  });
  expect(advise(foreign, option('b', { activity: 0 }))).toMatchObject({
    stayIn: 'b',
    leave: [{ groupId: 'a', because: { kind: 'classFit' } }],
  });
  expect(advise(option('a', { activity: 1 }), option('b', { activity: 4 }))).toEqual({
    stayIn: 'b',
    leave: [{ groupId: 'a', because: { kind: 'activity', here: 4, there: 1 } }],
  });
  expect(advise(option('a', { joinedAt: 9 }), option('b', { activity: 4 }))).toMatchObject({
    stayIn: 'b',
    leave: [{ because: { kind: 'earlier', here: 1, there: 9 } }],
  });
  const full = option('a', {
    room: roomMade('a', { identity: 'store', capacity: 6 }, { store: 5 }),
  });
  expect(advise(full, option('b'))).toMatchObject({
    stayIn: 'b',
    leave: [{ because: { kind: 'room', freeHere: 495, freeThere: 1 } }],
  });
});

it('has nothing to say of one group, nor of dissolved ones', () => {
  const gone = option('b', { room: roomMade('b', { phase: 'dissolved' }) });
  expect(advise(option('a'), gone)).toBeUndefined();
});
