import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHlc, type Hlc } from '../clock';
import type { RowChange } from '../op';
import { joinRecords, joinWithWorkspace, mergeChange } from './merge-change';
import type { Held } from './record-state';

type Stamped = { change: RowChange; at: Hlc };
const stranger = () => false;
const stamp = (n: number, device = 'd') => formatHlc(1_700_000_000_000 + n, 0, device);
const after = (start: Held, changes: readonly Stamped[]): Held =>
  changes.reduce<Held>((held, { change, at }) => {
    const { row, clocks } = mergeChange(held, change, at, stranger);
    return { row, clocks };
  }, start);

const value = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
const patch = fc.record({ a: value, b: value, c: value }).map((fields): Partial<RowChange> => {
  const entries = Object.entries(fields);
  return {
    set: Object.fromEntries(entries.filter(([, v]) => v !== undefined)),
    unset: entries.filter(([, v]) => v === undefined).map(([field]) => field),
  };
});
const someFields = fc.tuple(patch, fc.subarray(['a', 'b', 'c'])).map(
  ([{ set = {}, unset = [] }, fields]): Partial<RowChange> => ({
    set: Object.fromEntries(Object.entries(set).filter(([field]) => fields.includes(field))),
    unset: unset.filter((field) => fields.includes(field)),
  }),
);
const change: fc.Arbitrary<RowChange> = fc.oneof(
  { weight: 4, arbitrary: someFields.map((it) => ({ entity: 'groups', id: 'r', ...it })) },
  {
    weight: 1,
    arbitrary: patch.map(({ set }) => ({ entity: 'groups', id: 'r', set, isNew: true })),
  },
  { weight: 1, arbitrary: fc.constant({ entity: 'groups', id: 'r', gone: true }) },
);
const history = fc
  .array(change, { maxLength: 9 })
  .map((changes): Stamped[] => changes.map((it, n) => ({ change: it, at: stamp(n) })));
const start: fc.Arbitrary<Held> = fc.constantFrom<Held>({}, { row: { id: 'r', a: 9, b: 9 } });
const shuffled = history.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
);

describe('merging changes of one record', () => {
  it('ends alike in every order', () => {
    fc.assert(
      fc.property(start, shuffled, (from, [all, other]) => {
        expect(after(from, other)).toEqual(after(from, all));
      }),
      { numRuns: 3000 },
    );
  });

  it('counts what one stamp wrote and removed as removed, in any order', () => {
    const at = stamp(1);
    const born = { change: { entity: 'tags', id: 'r', set: { a: 1 }, isNew: true }, at };
    const gone = { change: { entity: 'tags', id: 'r', gone: true }, at };
    const removed = { row: undefined, clocks: { since: at, isGone: true } };
    expect(after({}, [born, gone])).toEqual(removed);
    expect(after({}, [gone, born])).toEqual(removed);
    expect(joinRecords('r', after({}, [born]), after({}, [gone]))).toEqual(removed);
    expect(joinRecords('r', after({}, [gone]), after({}, [born]))).toEqual(removed);
  });

  it('takes the same change twice as once', () => {
    fc.assert(
      fc.property(start, shuffled, (from, [all, other]) => {
        expect(after(from, [...all, ...other])).toEqual(after(from, all));
      }),
      { numRuns: 1000 },
    );
  });

  it('joins two states into that of who heard everything', () => {
    fc.assert(
      fc.property(start, history, fc.nat(9), (from, all, cut) => {
        const a = after(from, all.slice(0, cut));
        const b = after(from, all.slice(cut));
        expect(joinRecords('r', a, b)).toEqual(after(from, all));
        expect(joinRecords('r', b, a)).toEqual(after(from, all));
      }),
      { numRuns: 3000 },
    );
  });

  it('joins rows that bear no stamp the same way round and back, or as the workspace says', () => {
    const row = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(row, row, row, (x, y, z) => {
        const [a, b, c] = [x, y, z].map((it): Held => ({ row: { ...it, id: 'r' } }));
        if (!a || !b || !c) return;
        expect(joinRecords('r', a, b)).toEqual(joinRecords('r', b, a));
        expect(joinRecords('r', a, joinRecords('r', b, c))).toEqual(
          joinRecords('r', joinRecords('r', a, b), c),
        );
        expect(joinWithWorkspace('r', a, b).row).toEqual({ ...x, ...y, id: 'r' });
      }),
    );
  });

  it('ends alike for two writes under one stamp, as two clones make them', () => {
    const edits = [1, 2].map((a) => ({
      change: { entity: 'groups', id: 'r', set: { a } },
      at: stamp(1),
    }));
    const from: Held = { row: { id: 'r', a: 0 } };
    expect(after(from, edits)).toEqual(after(from, [...edits].reverse()));
  });

  it('keeps both edits of different fields, and the later one of the same', () => {
    const from: Held = { row: { id: 'r', a: 0, b: 0 } };
    const edit = (set: Record<string, unknown>) => ({ entity: 'groups', id: 'r', set });
    const { row } = after(from, [
      { change: edit({ a: 1 }), at: stamp(1, 'x') },
      { change: edit({ b: 2, a: 2 }), at: stamp(2, 'y') },
    ]);
    expect(row).toEqual({ id: 'r', a: 2, b: 2 });
  });

  it('tells which value lost when neither knew of the other', () => {
    const edit = (a: number) => ({ entity: 'groups', id: 'r', set: { a } });
    const first = mergeChange({ row: { id: 'r', a: 0 } }, edit(1), stamp(1, 'x'), stranger);
    expect(first.overwritten).toEqual([]);
    const lost = { field: 'a', value: 1, writtenAt: stamp(1, 'x'), lostTo: stamp(2, 'y') };
    expect(mergeChange(first, edit(2), stamp(2, 'y'), stranger).overwritten).toEqual([lost]);
    expect(mergeChange(first, edit(2), stamp(2, 'y'), () => true).overwritten).toEqual([]);
    const second = mergeChange({ row: { id: 'r', a: 0 } }, edit(2), stamp(2, 'y'), stranger);
    expect(mergeChange(second, edit(1), stamp(1, 'x'), stranger).overwritten).toEqual([lost]);
  });

  it('notes an edit of what was removed meanwhile as lost, whichever is heard of first', () => {
    const edit = { entity: 'groups', id: 'r', set: { a: 5 } };
    const gone = { entity: 'groups', id: 'r', gone: true };
    const lost = [{ field: 'a', value: 5, writtenAt: stamp(3, 'y'), lostTo: stamp(1, 'x') }];
    const row = { id: 'r', a: 1 };
    const removed = mergeChange({ row }, gone, stamp(1, 'x'), stranger);
    const atRemover = mergeChange(removed, edit, stamp(3, 'y'), stranger);
    const edited = mergeChange({ row }, edit, stamp(3, 'y'), stranger);
    const atEditor = mergeChange(edited, gone, stamp(1, 'x'), stranger);
    expect(atRemover.overwritten).toEqual(lost);
    expect(atEditor.overwritten).toEqual(lost);
  });

  it('does not bring a removed record back by an edit, but shows the edit when it is brought back', () => {
    const edit = { entity: 'groups', id: 'r', set: { a: 5 } };
    const gone = { entity: 'groups', id: 'r', gone: true };
    const back = { entity: 'groups', id: 'r', isNew: true, set: { a: 1, b: 1 } };
    const removed = after({ row: { id: 'r', a: 1, b: 1 } }, [
      { change: gone, at: stamp(1, 'x') },
      { change: edit, at: stamp(3, 'y') },
    ]);
    expect(removed.row).toBeUndefined();
    expect(after(removed, [{ change: back, at: stamp(2, 'x') }]).row).toEqual({
      id: 'r',
      a: 5,
      b: 1,
    });
    expect(after(removed, [{ change: back, at: stamp(4, 'x') }]).row).toEqual({
      id: 'r',
      a: 1,
      b: 1,
    });
  });
});
