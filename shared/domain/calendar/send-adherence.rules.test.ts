import { addDays } from '@shared/lib/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, CLOCK, DAY, group, item, send } from './send.testing';
import {
  type AdherenceInput,
  adherenceBy,
  adherenceOf,
  plannedBetween,
  plannedSends,
} from './send-adherence.rules';

const two = [group('g1'), group('g2')];
const units = (input: Partial<AdherenceInput>) =>
  plannedSends({
    items: [item()],
    groups: two,
    sends: [],
    nowMs: at('23:00'),
    clock: CLOCK,
    ...input,
  });

describe('adherence', () => {
  it('is what was sent in its slot over what was planned', () => {
    const sends = [send('i1', 'g1', {}), send('i1', 'g2', { at: at('13:20') })];
    expect(adherenceOf(units({ sends }))).toMatchObject({
      planned: 2,
      inSlot: 1,
      late: 1,
      early: 0,
      notSent: 0,
    });
  });

  it('never counts a slot that is not over, whichever way it would count', () => {
    const sends = [send('i1', 'g1', {})];
    expect(units({ sends, nowMs: at('12:59') })).toEqual([]);
    expect(units({ sends, nowMs: at('13:00') })).toHaveLength(2);
  });

  it('counts a piece that was carried over where it was first planned, and once', () => {
    const carried = item({
      date: addDays(DAY, 1),
      slot: 'evening',
      carriedFrom: { date: DAY, slot: 'noon' },
    });
    const later = at('18:00', addDays(DAY, 1));
    const open = units({ items: [carried], nowMs: at('09:00', addDays(DAY, 1)) });
    expect(open.map(({ day, outcome }) => [day, outcome])).toEqual([
      [DAY, 'notSent'],
      [DAY, 'notSent'],
    ]);
    const sends = [
      send('i1', 'g1', {}),
      send('i1', 'g2', {
        day: carried.date,
        slot: 'evening',
        carriedFrom: { date: DAY, slot: 'noon' },
        at: later,
      }),
    ];
    const done = units({ items: [carried], sends, nowMs: at('23:00', addDays(DAY, 1)) });
    expect(done.map(({ day, slot, outcome }) => [day, slot, outcome])).toEqual([
      [DAY, 'noon', 'inSlot'],
      [DAY, 'noon', 'late'],
    ]);
  });

  it('keeps what was sent when the piece is moved or removed afterwards', () => {
    const sends = [send('i1', 'g1', { title: '溯源直播' })];
    const moved = item({ groupIds: ['g1'], date: addDays(DAY, 3) });
    expect(units({ items: [moved], sends })).toMatchObject([{ day: DAY, outcome: 'inSlot' }]);
    expect(units({ items: [], sends })).toMatchObject([{ title: '溯源直播', outcome: 'inSlot' }]);
  });

  it('leaves out dissolved groups that got nothing and sendings of unknown time', () => {
    const groups = [group('g1', { phase: 'dissolved' }), group('g2')];
    expect(units({ groups }).map(({ groupId }) => groupId)).toEqual(['g2']);
    expect(units({ items: [item({ status: 'sent' })] })).toEqual([]);
  });

  it('says a share only from thirty on, with its interval, and the median delay', () => {
    const many = (n: number, late: number) =>
      Array.from({ length: n }, (_, index) =>
        send(`i${index}`, 'g1', { at: index < late ? at('13:30') : at('11:10') }),
      );
    const few = adherenceOf(units({ items: [], sends: many(29, 4) }));
    expect(few.share).toBeUndefined();
    const enough = adherenceOf(units({ items: [], sends: many(40, 10) }));
    expect(enough.share).toBe(0.75);
    expect(enough.interval).toMatchObject({ kind: 'interval' });
    // Wilson for 30 of 40, as any table gives it.
    expect(enough.interval?.kind === 'interval' && enough.interval.low).toBeCloseTo(0.598, 3);
    expect(enough.medianDelayMs).toBe(10 * 60_000);
    expect(adherenceOf([]).medianDelayMs).toBeUndefined();
  });

  it('sums over slots, days and groups to the same total', () => {
    const anyPiece = fc.record({
      day: fc.integer({ min: -2, max: 2 }),
      slot: fc.constantFrom('morning', 'noon', 'evening', 'night' as const),
      carried: fc.boolean(),
      sentIn: fc.uniqueArray(fc.constantFrom('g1', 'g2')),
      minute: fc.integer({ min: -1000, max: 3000 }),
    });
    fc.assert(
      fc.property(fc.array(anyPiece, { maxLength: 12 }), (pieces) => {
        const items = pieces.map(({ day, slot, carried }, index) =>
          item({
            id: `p${index}`,
            date: addDays(DAY, day),
            slot,
            ...(carried && { carriedFrom: { date: addDays(DAY, day - 1), slot: 'noon' } }),
          }),
        );
        const sends = pieces.flatMap(({ day, slot, sentIn, minute }, index) =>
          sentIn.map((groupId) =>
            send(`p${index}`, groupId, {
              day: addDays(DAY, day),
              slot,
              at: at('12:00', addDays(DAY, day)) + minute * 60_000,
              ...(items[index]?.carriedFrom && { carriedFrom: items[index]?.carriedFrom }),
            }),
          ),
        );
        const all = units({ items, sends });
        const whole = adherenceOf(all);
        expect(whole.inSlot + whole.early + whole.late + whole.notSent).toBe(whole.planned);
        expect(new Set(all.map(({ itemId, groupId }) => `${itemId}.${groupId}`)).size).toBe(
          all.length,
        );
        for (const key of ['slot', 'day', 'groupId'] as const) {
          const parts = [...adherenceBy(all, key).values()];
          expect(parts.reduce((sum, { planned }) => sum + planned, 0)).toBe(whole.planned);
          expect(parts.reduce((sum, { inSlot }) => sum + inSlot, 0)).toBe(whole.inSlot);
        }
        const before = plannedBetween(all, '2026-01-01', DAY);
        const after = plannedBetween(all, addDays(DAY, 1), '2026-12-31');
        expect(before.length + after.length).toBe(all.length);
      }),
      { numRuns: 150 },
    );
  });
});
