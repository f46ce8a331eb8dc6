import type { DueThing } from '@shared/domain/group-life/health.rules';
import type { Standing } from '@shared/domain/group-life/standing.rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BOARD_SORTS,
  type BoardRow,
  filterRows,
  leadingThing,
  NO_FILTER,
  sortRows,
} from './board.rules';

const TODAY = '2026-11-25';
const LIGHT_OF = { asleep: 'red', drowsy: 'yellow', awake: 'green', noData: 'grey' } as const;

type Life = {
  name: string;
  state?: keyof typeof LIGHT_OF;
  score?: number;
  phase?: BoardRow['group']['phase'];
  due?: DueThing[];
  isProposed?: boolean;
};

function row({ name, state = 'awake', score, phase = 'middle', due = [], isProposed }: Life) {
  const standing: Standing = {
    groupId: name,
    phase,
    clock: { from: '2026-01-05', basis: 'opened', days: 324 },
    activity: { parts: [], coverage: 1, ...(score !== undefined && { score }) },
    weeks: [],
    quiet: { state, signs: [], why: 'asUsual' },
    health: { light: LIGHT_OF[state], why: 'good' },
    trustCoverage: 0,
    due,
    ...(isProposed && {
      proposal: { from: 'middle', to: 'late', why: 'lowForWeeks', evidence: {} } as const,
    }),
  };
  const group = {
    id: name,
    name,
    identity: 'store' as const,
    phase,
    capacity: 500,
    scanLimit: 200,
    openedAt: 0,
  };
  return { group, classId: undefined, className: undefined, standing };
}

const names = (rows: readonly BoardRow[]) => rows.map(({ group }) => group.name);
const late: DueThing = { what: 'memberList', day: '2026-11-20', isOverdue: true };
const never: DueThing = { what: 'inputs', day: TODAY, isOverdue: false, isFirst: true };

describe('the board', () => {
  it('puts the worst first, dissolved groups last, and natural numbers in names in order', () => {
    const rows = [
      row({ name: '3 群', phase: 'dissolved', state: 'asleep' }),
      row({ name: '10 群', score: 80 }),
      row({ name: '2 群', score: 80 }),
      row({ name: '困', state: 'drowsy', score: 50 }),
      row({ name: '睡', state: 'asleep', score: 5 }),
      row({ name: '空', state: 'noData' }),
    ];
    expect(names(sortRows(rows, 'health', 'asc', TODAY))).toEqual([
      '睡',
      '困',
      '空',
      '2 群',
      '10 群',
      '3 群',
    ]);
  });

  it('keeps what is unknown last, whichever way one sorts', () => {
    const rows = [row({ name: 'a' }), row({ name: 'b', score: 10 }), row({ name: 'c', score: 90 })];
    expect(names(sortRows(rows, 'activity', 'asc', TODAY))).toEqual(['b', 'c', 'a']);
    expect(names(sortRows(rows, 'activity', 'desc', TODAY))).toEqual(['c', 'b', 'a']);
  });

  it('says first what presses, never what was not begun before what has its day', () => {
    const soon: DueThing = { what: 'qrCode', day: '2026-11-28', isOverdue: false };
    expect(leadingThing([never, soon, late], TODAY)).toBe(late);
    expect(leadingThing([never, soon], TODAY)).toBe(soon);
    expect(leadingThing([never], TODAY)).toBe(never);
    expect(leadingThing([], TODAY)).toBeUndefined();
  });

  it('finds groups by what they need', () => {
    const rows = [
      row({ name: 'late', due: [late] }),
      row({ name: 'never', due: [never] }),
      row({ name: 'proposed', isProposed: true }),
      row({ name: 'asleep', state: 'asleep' }),
    ];
    const of = (filter: object) => names(filterRows(rows, { ...NO_FILTER, ...filter }, TODAY));
    expect(of({ isDue: true })).toEqual(['late']);
    expect(of({ isUndecided: true })).toEqual(['proposed']);
    expect(of({ states: ['asleep'] })).toEqual(['asleep']);
    expect(of({ lights: ['red', 'green'], text: 'P' })).toEqual(['proposed', 'asleep']);
  });

  it('loses and doubles nobody, however it is sorted', () => {
    const life = fc.record({
      name: fc.string({ maxLength: 4 }),
      state: fc.constantFrom('asleep', 'drowsy', 'awake', 'noData'),
      phase: fc.constantFrom('early', 'middle', 'late', 'dissolved'),
      due: fc.subarray([never, late]),
    });
    fc.assert(
      fc.property(
        fc.array(life),
        fc.constantFrom(...BOARD_SORTS),
        fc.constantFrom('asc', 'desc'),
        (lives, sort, direction) => {
          const rows = lives.map(row);
          const sorted = sortRows(rows, sort, direction, TODAY);
          expect(new Set(sorted)).toEqual(new Set(rows));
          expect(sorted).toHaveLength(rows.length);
          const gone = sorted.map(({ group }) => group.phase === 'dissolved');
          expect(gone).toEqual([...gone].sort());
        },
      ),
    );
  });
});
