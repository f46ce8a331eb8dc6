import { at, CLOCK, DAY, group, item, send } from '@shared/domain/calendar/send.testing';
import { dayWork } from '@shared/domain/calendar/send-day.rules';
import { addDays } from '@shared/lib/time';
import { describe, expect, it } from 'vitest';
import { firstFocus, focusAfter, inOrder, step } from './work-order';

const groups = [group('g1'), group('g2')];
const items = [
  item({ id: 'night', slot: 'night' }),
  item({ id: 'noon' }),
  item({ id: 'morning', slot: 'morning' }),
  item({ id: 'yesterday', date: addDays(DAY, -1) }),
];
const work = (sends: ReturnType<typeof send>[] = [], nowMs = at('12:00')) =>
  dayWork({ day: DAY, items, groups, sends, nowMs, clock: CLOCK });
const piece = (of: ReturnType<typeof work>, id: string) => {
  const found = inOrder(of).find((it) => it.item.id === id);
  if (!found) throw new Error(`no piece ${id}`);
  return found;
};

describe('the order of the hands', () => {
  it('has what was missed on top, then what is late, then the slots', () => {
    expect(inOrder(work()).map((it) => it.item.id)).toEqual([
      'yesterday',
      'morning',
      'noon',
      'night',
    ]);
  });

  it('begins with what is due now, else with what is late, else with what comes', () => {
    expect(firstFocus(work())).toEqual({ itemId: 'noon', groupId: 'g1' });
    expect(firstFocus(work([], at('15:00')))).toEqual({ itemId: 'yesterday', groupId: 'g1' });
    expect(firstFocus(work(), 'night')).toEqual({ itemId: 'night', groupId: 'g1' });
    const empty = dayWork({ day: DAY, items: [], groups, sends: [], nowMs: 0, clock: CLOCK });
    expect(firstFocus(empty)).toBeUndefined();
  });

  it('goes to the next open group, then to the next piece that presses, then stays', () => {
    const all = work();
    expect(focusAfter(all, piece(all, 'noon'), ['g1'])).toEqual({ itemId: 'noon', groupId: 'g2' });
    expect(focusAfter(all, piece(all, 'noon'), ['g2'])).toEqual({ itemId: 'noon', groupId: 'g1' });
    expect(focusAfter(all, piece(all, 'noon'), ['g1', 'g2'])).toEqual({
      itemId: 'yesterday',
      groupId: 'g1',
    });
    const done = ['yesterday', 'morning'].flatMap((id) => [send(id, 'g1', {}), send(id, 'g2', {})]);
    const last = work(done);
    expect(focusAfter(last, piece(last, 'noon'), ['g1', 'g2']).itemId).toBe('noon');
  });

  it('steps from piece to piece and stops at the ends', () => {
    const all = work();
    expect(step(all, 'yesterday', 1)?.itemId).toBe('morning');
    expect(step(all, 'night', 1)?.itemId).toBe('night');
    expect(step(all, 'yesterday', -1)?.itemId).toBe('yesterday');
    expect(step(all, undefined, 1)?.itemId).toBe('yesterday');
  });
});
