import { packIds } from '@shared/lib/pack-ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markPerson, outcomeOf, progressOf } from './rescue.rules';
import type { RescueTask } from './run-record.schema';

const idOf = (n: number) => `019361aa-0000-7000-8000-${String(n).padStart(12, '0')}`;
const task = (people: number[], done: number[] = [], state: RescueTask['state'] = 'open') => ({
  members: packIds(people.map(idOf)),
  doneMembers: packIds(done.map(idOf)),
  state,
});

describe('a rescue task', () => {
  it('is done with its last person and open again when somebody comes back', () => {
    const last = markPerson(task([1, 2], [1]), idOf(2), true);
    expect(last).toEqual({ doneMembers: packIds([idOf(1), idOf(2)]), state: 'done' });
    expect(markPerson(task([1, 2], [1, 2], 'done'), idOf(1), false)).toEqual({
      doneMembers: packIds([idOf(2)]),
      state: 'open',
    });
  });

  it('stays dropped while somebody is seen to in it', () => {
    expect(markPerson(task([1, 2, 3], [], 'dropped'), idOf(1), true)?.state).toBe('dropped');
  });

  it('knows nobody else', () => {
    expect(markPerson(task([1, 2]), idOf(3), true)).toBeUndefined();
  });

  it('counts who came since, of those seen to and of the others, each person once', () => {
    const people = fc.uniqueArray(fc.nat(200), { minLength: 1 });
    fc.assert(
      fc.property(people, fc.array(fc.nat(200)), fc.array(fc.nat(200)), (ids, done, reached) => {
        const sorted = ids.sort((a, b) => a - b);
        const seen = sorted.filter((id) => done.includes(id));
        const set = new Set(reached.map(idOf));
        const it = task(sorted, seen);
        const outcome = outcomeOf(it, set);
        const came = sorted.filter((id) => set.has(idOf(id)));
        expect(outcome.seen.total + outcome.unseen.total).toBe(sorted.length);
        expect(outcome.seen.count + outcome.unseen.count).toBe(came.length);
        expect(outcome.seen.count).toBe(came.filter((id) => seen.includes(id)).length);
        expect(progressOf(it)).toEqual({ count: seen.length, total: sorted.length });
      }),
    );
  });
});
