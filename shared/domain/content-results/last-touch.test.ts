import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_GROUPS } from '../calendar/send-targets.rules';
import { DEFAULT_SLOT_SETTINGS } from '../calendar/slot-defaults';
import { baselineOf } from './baseline.rules';
import { EVERY_GROUP, LastTouch, type NumberedSending, type Stay } from './last-touch.rules';
import { sentItem } from './results.testing';
import { sendingsOf } from './sendings.rules';

const HOUR = 3_600_000;
const stay = (group: number, from = 0, to = Number.POSITIVE_INFINITY): Stay => ({
  group,
  from,
  to,
});

describe('to which sending an order goes', () => {
  const sendings = [
    { group: 1, at: 10 * HOUR },
    { group: 2, at: 12 * HOUR },
    { group: EVERY_GROUP, at: 14 * HOUR },
  ];
  const touch = new LastTouch(sendings, 24 * HOUR);

  it('the last one before it, to a group that the buyer was in', () => {
    expect(touch.find(13 * HOUR, [stay(1)])).toBe(0);
    expect(touch.find(13 * HOUR, [stay(1), stay(2)])).toBe(1);
    expect(touch.find(15 * HOUR, [stay(1)])).toBe(2);
    expect(touch.find(9 * HOUR, [stay(1)])).toBe(-1);
  });

  it('within the window, whose end does not belong to it', () => {
    expect(touch.find(38 * HOUR - 1, [stay(3)])).toBe(2);
    expect(touch.find(38 * HOUR, [stay(3)])).toBe(-1);
  });

  it('none to those who came after the sending or had left before', () => {
    expect(touch.find(13 * HOUR, [stay(1, 11 * HOUR)])).toBe(-1);
    expect(touch.find(13 * HOUR, [stay(1, 0, 10 * HOUR)])).toBe(-1);
    expect(touch.find(15 * HOUR, [])).toBe(-1);
    expect(touch.find(15 * HOUR, [], true)).toBe(2);
  });

  it('is what a search through all sendings finds', () => {
    const sending = fc.record({ group: fc.nat(3), at: fc.nat(60) });
    const spell = fc
      .record({ group: fc.integer({ min: 1, max: 3 }), from: fc.nat(60), length: fc.nat(60) })
      .map(({ group, from, length }) => ({ group, from, to: from + length }));
    fc.assert(
      fc.property(
        fc.array(sending, { maxLength: 20 }),
        fc.array(spell, { maxLength: 3 }),
        fc.nat(80),
        fc.integer({ min: 1, max: 40 }),
        (unsorted, spells, orderedAt, windowMs) => {
          const sorted = unsorted.slice().sort((a, b) => a.at - b.at);
          const stays = [...new Map(spells.map((it) => [it.group, it])).values()];
          const found = new LastTouch(sorted, windowMs).find(orderedAt, stays);
          expect(found).toBe(slowly(sorted, stays, orderedAt, windowMs));
        },
      ),
      { numRuns: 500 },
    );
  });
});

function slowly(
  sendings: readonly NumberedSending[],
  stays: readonly Stay[],
  at: number,
  windowMs: number,
): number {
  let best = -1;
  for (const [which, sending] of sendings.entries()) {
    if (sending.at > at || at - sending.at >= windowMs) continue;
    const reached = stays.some(
      (it) =>
        (sending.group === EVERY_GROUP || it.group === sending.group) &&
        sending.at >= it.from &&
        sending.at < it.to,
    );
    if (reached && (best < 0 || sending.at >= (sendings[best]?.at ?? 0))) best = which;
  }
  return best;
}

describe('when items went out', () => {
  const zone = 'Asia/Shanghai';
  const at = (iso: string) => Date.parse(iso);
  it('by the log, else by the mark of the day, else as planned', () => {
    const items = [
      sentItem({ id: 'a', groupIds: ['g1', 'g2'] }),
      sentItem({ id: 'b', sentAt: at('2026-11-16T07:12:00+08:00') }),
      sentItem({ id: 'c', slot: 'night', sentAt: at('2026-11-17T09:00:00+08:00') }),
      sentItem({ id: 'd', slot: 'noon', time: '12:15', groupIds: ['g1'], status: 'measured' }),
      sentItem({ id: 'e', status: 'ready' }),
    ];
    const sent = { id: 'a.g1', itemId: 'a', groupId: 'g1', state: 'sent' as const };
    const sends = [
      { ...sent, day: '2026-11-16', slot: 'morning' as const, at: at('2026-11-16T06:40:00+08:00') },
      {
        ...sent,
        id: 'a.g2',
        groupId: 'g2',
        state: 'missed' as const,
        day: '2026-11-16',
        slot: 'morning' as const,
        at: at('2026-11-16T23:00:00+08:00'),
      },
    ];
    expect(sendingsOf(items, sends, DEFAULT_SLOT_SETTINGS, zone)).toEqual([
      { itemId: 'a', groupId: 'g1', at: at('2026-11-16T06:40:00+08:00') },
      { itemId: 'b', groupId: ALL_GROUPS, at: at('2026-11-16T07:12:00+08:00') },
      { itemId: 'd', groupId: 'g1', at: at('2026-11-16T12:15:00+08:00') },
      { itemId: 'c', groupId: ALL_GROUPS, at: at('2026-11-16T20:00:00+08:00') },
    ]);
  });
});

describe('what a group usually orders', () => {
  it('is the mean of the weeks before, by the people inside', () => {
    const weeks = [10, 14, 12, 12].map((orders) => ({ orders, people: 100 }));
    const base = baselineOf(30, 200, weeks);
    expect(base).toMatchObject({ weeks: 4, expected: 24, actual: 30, lift: 6 });
    // s = 2·√(8/3) = 3.26599, t(3) = 3.18245, √(1 + 1/4) = 1.11803: ± 11.6206
    expect(base?.low).toBeCloseTo(6 - 11.6206, 3);
    expect(base?.high).toBeCloseTo(6 + 11.6206, 3);
  });

  it('has no interval from one week, and is nothing without people', () => {
    expect(baselineOf(5, 10, [{ orders: 2, people: 10 }])).toEqual({
      weeks: 1,
      expected: 2,
      actual: 5,
      lift: 3,
    });
    expect(baselineOf(5, 10, [{ orders: 2, people: 0 }])).toBeUndefined();
  });
});
