import { addDays } from '@shared/lib/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, CLOCK, DAY, group, item, send } from './send.testing';
import { dayWork, openTargets } from './send-day.rules';
import { isOpenState, isSentState, SEND_TARGET_STATES, targetStates } from './send-state.rules';
import { targetsOf } from './send-targets.rules';
import { sendWindow } from './send-window.rules';

const two = [group('g1'), group('g2')];
const statesAt = (clock: string, sends = [] as ReturnType<typeof send>[], day = DAY) =>
  targetStates(item(), two, sends, at(clock, day), CLOCK).map(({ state }) => state);
const work = (input: Partial<Parameters<typeof dayWork>[0]> = {}) =>
  dayWork({
    day: DAY,
    items: [item()],
    groups: two,
    sends: [],
    nowMs: at('12:00'),
    clock: CLOCK,
    ...input,
  });

describe('a piece in its groups', () => {
  it('waits, is due while its slot is open, is late until midnight and missed after', () => {
    expect(statesAt('10:59')).toEqual(['waiting', 'waiting']);
    expect(statesAt('11:00')).toEqual(['due', 'due']);
    expect(statesAt('12:59')).toEqual(['due', 'due']);
    expect(statesAt('13:00')).toEqual(['late', 'late']);
    expect(statesAt('23:59')).toEqual(['late', 'late']);
    expect(statesAt('00:00', [], addDays(DAY, 1))).toEqual(['missed', 'missed']);
  });

  it('keeps what was sent apart from what was not, early and late said', () => {
    const sends = [send('i1', 'g1', { at: at('10:40') })];
    expect(statesAt('12:00', sends)).toEqual(['sentEarly', 'due']);
    const late = [send('i1', 'g1', {}), send('i1', 'g2', { at: at('13:00') })];
    expect(statesAt('14:00', late)).toEqual(['sentInSlot', 'sentLate']);
    expect(statesAt('14:00', [send('i1', 'g1', { state: 'missed' })])).toEqual(['givenUp', 'late']);
  });

  it('is due at its own time, which may lie before or behind its slot', () => {
    const minutes = (time: string) => {
      const window = sendWindow({ date: DAY, slot: 'noon', time }, CLOCK);
      return [window.fromMs, window.dueMs, window.toMs].map((ms) => (ms - at('00:00')) / 60_000);
    };
    expect(minutes('12:15')).toEqual([660, 735, 780]);
    expect(minutes('10:30')).toEqual([630, 630, 780]);
    expect(minutes('13:30')).toEqual([660, 810, 870]);
    const timed = targetStates(item({ time: '12:15' }), two, [], at('12:00'), CLOCK);
    expect(timed.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  });

  it('stays as it was sent when it is moved afterwards', () => {
    const moved = item({ date: addDays(DAY, 2), slot: 'night' });
    const [first, second] = targetStates(moved, two, [send('i1', 'g1', {})], at('14:00'), CLOCK);
    expect(first?.state).toBe('sentInSlot');
    expect(second?.state).toBe('waiting');
    const old = work({ items: [moved], sends: [send('i1', 'g1', {})] });
    expect(old.strays).toHaveLength(1);
    expect(old.counts.total).toBe(0);
  });

  it('keeps a sending whose piece was removed', () => {
    const { strays } = work({ items: [], sends: [send('gone', 'g1', { title: '早报' })] });
    expect(strays.map(({ title }) => title)).toEqual(['早报']);
  });

  it('asks a dissolved group no more but keeps what it got', () => {
    const groups = [group('g1', { phase: 'dissolved' }), group('g2')];
    expect(targetsOf(item(), groups, [], at('13:00'))).toEqual(['g2']);
    expect(targetsOf(item(), groups, [send('i1', 'g1', {})], at('13:00'))).toEqual(['g2', 'g1']);
    expect(targetsOf(item({ groupIds: ['g1'] }), groups, [], at('13:00'))).toEqual([]);
  });

  it('without named groups goes to all that were open then, or to everybody at once', () => {
    const groups = [group('g1'), group('g2', { openedAt: at('18:00') })];
    expect(targetsOf(item(), groups, [], at('13:00'))).toEqual(['g1']);
    expect(targetsOf(item(), [], [], at('13:00'))).toEqual(['all']);
    const toAll = [send('i1', 'all', {})];
    expect(targetsOf(item(), groups, toAll, at('13:00'))).toEqual(['all']);
  });

  it('marked as sent as a whole counts in every group, with or without a known time', () => {
    const whole = (sentAt?: number) =>
      targetStates(
        item({ status: 'sent', ...(sentAt && { sentAt }) }),
        two,
        [],
        at('20:00'),
        CLOCK,
      );
    expect(whole(at('11:10')).map(({ state }) => state)).toEqual(['sentInSlot', 'sentInSlot']);
    expect(whole().map(({ state }) => state)).toEqual(['sentUntimed', 'sentUntimed']);
  });

  it('does not change when the clock is set back; the record ahead of it is said', () => {
    const sends = [send('i1', 'g1', { at: at('11:30') })];
    const early = work({ sends, nowMs: at('09:00') });
    expect(early.slots[1]?.items[0]?.targets.map(({ state }) => state)).toEqual([
      'sentInSlot',
      'waiting',
    ]);
    expect(early.aheadOfClock).toBe(1);
    expect(work({ sends }).aheadOfClock).toBe(0);
  });
});

describe('the day', () => {
  it('tells slots over, open and to come, with their pieces in order', () => {
    const items = [
      item({ id: 'b', position: 2 }),
      item({ id: 'a', position: 1 }),
      item({ id: 'c', slot: 'night' }),
    ];
    const { slots, counts } = work({ items });
    expect(slots.map(({ phase }) => phase)).toEqual(['past', 'now', 'ahead', 'ahead']);
    expect(slots[1]?.items.map((it) => it.item.id)).toEqual(['a', 'b']);
    expect(counts).toEqual({ total: 6, sent: 0, overdue: 0, givenUp: 0, ahead: 6 });
  });

  it('brings what earlier days missed, oldest first, and only to the present day', () => {
    const items = [
      item({ id: 'y', date: addDays(DAY, -1) }),
      item({ id: 'x', date: addDays(DAY, -2), slot: 'night' }),
      item({
        id: 'done',
        date: addDays(DAY, -1),
        status: 'sent',
        sentAt: at('11:30', addDays(DAY, -1)),
      }),
    ];
    expect(work({ items }).missed.map((it) => it.item.id)).toEqual(['x', 'y']);
    expect(work({ items, day: addDays(DAY, -1) }).missed).toEqual([]);
  });

  it('puts every piece in every group into exactly one state, and counts all of them', () => {
    const anyItem = fc.record({
      id: fc.constantFrom('i1', 'i2', 'i3', 'i4'),
      day: fc.integer({ min: -3, max: 2 }),
      slot: fc.constantFrom('morning', 'noon', 'evening', 'night' as const),
      groupIds: fc.uniqueArray(fc.constantFrom('g1', 'g2', 'g3')),
      status: fc.constantFrom('draft', 'ready', 'sent' as const),
    });
    const anySend = fc.record({
      groupId: fc.constantFrom('g1', 'g2', 'g3', 'all'),
      itemId: fc.constantFrom('i1', 'i2', 'i3', 'gone'),
      at: fc.integer({ min: -3000, max: 3000 }),
      state: fc.constantFrom('sent', 'missed' as const),
    });
    const groups = [group('g1'), group('g2'), group('g3', { phase: 'dissolved' })];
    fc.assert(
      fc.property(
        fc.uniqueArray(anyItem, { selector: ({ id }) => id }),
        fc.uniqueArray(anySend, { selector: ({ itemId, groupId }) => itemId + groupId }),
        fc.integer({ min: 0, max: 1439 }),
        (items, sends, minute) => {
          const day = work({
            items: items.map(({ day: ahead, ...it }) => item({ ...it, date: addDays(DAY, ahead) })),
            sends: sends.map((it) =>
              send(it.itemId, it.groupId, { state: it.state, at: at('12:00') + it.at * 60_000 }),
            ),
            groups,
            nowMs: at('00:00') + minute * 60_000,
          });
          const works = [...day.missed, ...day.slots.flatMap((slot) => slot.items)];
          for (const { targets, counts, ...one } of works) {
            expect(counts.sent + counts.overdue + counts.givenUp + counts.ahead).toBe(counts.total);
            expect(new Set(targets.map(({ groupId }) => groupId)).size).toBe(targets.length);
            for (const { state } of targets) {
              expect(SEND_TARGET_STATES).toContain(state);
              const kinds = [isOpenState(state), isSentState(state), state === 'givenUp'];
              expect(kinds.filter(Boolean)).toHaveLength(1);
            }
            expect(openTargets({ targets, counts, ...one })).toHaveLength(
              counts.ahead + counts.overdue,
            );
          }
          const sum = day.slots.reduce((total, { counts }) => total + counts.total, 0);
          expect(sum).toBe(day.counts.total);
        },
      ),
      { numRuns: 200 },
    );
  });
});
