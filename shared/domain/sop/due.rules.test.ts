import { addDays, dayOf, daysBetween, weekdayOf } from '@shared/lib/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueRuleOf, duesOf, hangsOn } from './due.rules';
import type { DueRule } from './due.schema';
import { isQuiet, nextAllowedAt } from './quiet.rules';
import type { SopStep, StepDefinition } from './sop.schema';
import { workingDayAfter } from './working-days.rules';

const ZONE = 'Asia/Shanghai';
const text = (zh: string) => ({ zh, en: zh });

function step(position: number, due: DueRule, more: Partial<SopStep> = {}): SopStep {
  const definition: StepDefinition = {
    title: text('步骤'),
    action: text('做'),
    ownerRole: 'leader',
    due,
    rigour: 'standard',
    tool: 'none',
    checklist: [],
    scripts: [],
    metric: { name: text('数'), unit: 'count', direction: 'higher' },
    optional: false,
  };
  return {
    id: `r.${position}`,
    runId: 'r',
    position,
    definition,
    state: 'todo',
    dueAt: 0,
    tickedKeys: [],
    overriddenKeys: [],
    ...more,
  };
}

const after = (days: number, isWorkingDays = false): DueRule => ({
  on: { kind: 'afterStart', days },
  isWorkingDays,
});
const dueOf = (rule: DueRule, startDay: string) => duesOf([step(1, rule)], startDay, ZONE).get(1);
const dueDay = (rule: DueRule, startDay: string) => dayOf(dueOf(rule, startDay)?.dueAt ?? 0, ZONE);

describe('the due day', () => {
  it('counts from the start, falls on a weekday, or stands fixed', () => {
    expect(dueDay(after(3), '2026-03-02')).toBe('2026-03-05');
    const friday: DueRule = { on: { kind: 'weekday', weekday: 5 }, isWorkingDays: false };
    expect(dueDay(friday, '2026-03-02')).toBe('2026-03-06');
    expect(dueDay(friday, '2026-03-06')).toBe('2026-03-06');
    expect(dueDay(friday, '2026-03-07')).toBe('2026-03-13');
    const fixed: DueRule = { on: { kind: 'onDay', day: '2026-05-04' }, isWorkingDays: false };
    expect(dueDay(fixed, '2026-03-02')).toBe('2026-05-04');
  });

  it('leaves out the Spring Festival and counts the weekend that was worked for it', () => {
    // 2026: off 15–23 February, Saturdays 14 and 28 February are worked.
    expect(dueDay(after(1, true), '2026-02-13')).toBe('2026-02-14');
    expect(dueDay(after(2, true), '2026-02-13')).toBe('2026-02-24');
    expect(dueDay(after(0, true), '2026-02-15')).toBe('2026-02-24');
    expect(dueDay(after(1, true), '2026-02-27')).toBe('2026-02-28');
  });

  it('says the year whose holidays nobody has announced, and counts Monday to Friday there', () => {
    const due = dueOf(after(5, true), '2031-06-06');
    expect(due).toMatchObject({ dueGuessYear: 2031 });
    expect(dayOf(due?.dueAt ?? 0, ZONE)).toBe('2031-06-13');
    expect(dueOf(after(5, true), '2026-03-02')?.dueGuessYear).toBeUndefined();
  });

  it('is the end of its hours, over midnight on the next day', () => {
    const within = (from: string, to: string) =>
      dueOf({ ...after(1), window: { from, to } }, '2026-03-02');
    expect(within('09:00', '11:30')).toEqual({
      dueFromAt: Date.UTC(2026, 2, 3, 1),
      dueAt: Date.UTC(2026, 2, 3, 3, 30),
    });
    expect(within('22:00', '02:00')).toEqual({
      dueFromAt: Date.UTC(2026, 2, 3, 14),
      dueAt: Date.UTC(2026, 2, 3, 18),
    });
  });

  it('is a guess until the step that it hangs on closes, then counts from that day', () => {
    const hanging: DueRule = { on: { kind: 'afterStep', step: 1, days: 2 }, isWorkingDays: false };
    const open = duesOf([step(1, after(3)), step(2, hanging)], '2026-03-02', ZONE).get(2);
    expect(open).toMatchObject({ dueWaitsFor: 1 });
    expect(dayOf(open?.dueAt ?? 0, ZONE)).toBe('2026-03-07');
    const doneAt = Date.UTC(2026, 2, 9, 17);
    const closed = step(1, after(3), { state: 'done', doneAt });
    const known = duesOf([closed, step(2, hanging)], '2026-03-02', ZONE).get(2);
    // 17:00 UTC is already the tenth in Shanghai.
    expect(dayOf(known?.dueAt ?? 0, ZONE)).toBe('2026-03-12');
    expect(known?.dueWaitsFor).toBeUndefined();
  });

  it('counts from the start where steps hang on each other in a circle or on nothing', () => {
    const on = (position: number): DueRule => ({
      on: { kind: 'afterStep', step: position, days: 1 },
      isWorkingDays: false,
    });
    const steps = [step(1, on(2)), step(2, on(1)), step(3, on(9))];
    const dues = duesOf(steps, '2026-03-02', ZONE);
    expect(dayOf(dues.get(3)?.dueAt ?? 0, ZONE)).toBe('2026-03-03');
    expect([1, 2].every((position) => Number.isFinite(dues.get(position)?.dueAt))).toBe(true);
    expect(hangsOn(steps[0] ?? step(1, on(2)), 2, steps)).toBe(true);
    expect(hangsOn(steps[2] ?? step(3, on(9)), 2, steps)).toBe(false);
  });

  it('reads runs from before there were rules', () => {
    const old = { ...step(1, after(0)).definition, due: undefined, dueDay: 4 };
    expect(dueRuleOf(old as unknown as StepDefinition)).toEqual(after(4));
    const none = { ...old, dueDay: undefined };
    expect(dueRuleOf(none as unknown as StepDefinition)).toEqual(after(0));
  });
});

const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2020-01-01', n));

describe('for any start', () => {
  it('working days end on a working day, and more of them never end earlier', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 40 }), (from, count) => {
        const { day } = workingDayAfter(from, count);
        expect(workingDayAfter(day, 0).day).toBe(day);
        expect(daysBetween(from, day)).toBeGreaterThanOrEqual(count);
        const next = workingDayAfter(from, count + 1).day;
        // From a day off, the first working day is both the day itself and one day later.
        expect(count === 0 ? next >= day : next > day).toBe(true);
        if (count > 1)
          expect(workingDayAfter(workingDayAfter(from, count - 1).day, 1).day).toBe(day);
      }),
      { numRuns: 300 },
    );
  });

  it('a weekday is that weekday, within the week', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 7 }), (from, weekday) => {
        const day = dueDay({ on: { kind: 'weekday', weekday }, isWorkingDays: false }, from);
        expect(weekdayOf(day)).toBe(weekday);
        expect(daysBetween(from, day)).toBeLessThan(7);
        expect(day >= from).toBe(true);
      }),
    );
  });
});

describe('quiet hours', () => {
  const night = { from: '22:00', to: '08:00' };
  const shanghai = (hour: number, minute = 0) => Date.UTC(2026, 2, 3, hour - 8, minute);

  it('reach over midnight and end where they say', () => {
    expect(isQuiet(shanghai(22), night, ZONE)).toBe(true);
    expect(isQuiet(shanghai(21, 59), night, ZONE)).toBe(false);
    expect(isQuiet(shanghai(7, 59), night, ZONE)).toBe(true);
    expect(isQuiet(shanghai(8), night, ZONE)).toBe(false);
    expect(nextAllowedAt(shanghai(23), night, ZONE)).toBe(shanghai(32));
    expect(nextAllowedAt(shanghai(3), night, ZONE)).toBe(shanghai(8));
    expect(nextAllowedAt(shanghai(12), night, ZONE)).toBe(shanghai(12));
    expect(isQuiet(shanghai(12), { from: '12:00', to: '12:00' }, ZONE)).toBe(false);
  });

  it('are over at the next allowed time, whatever the span', () => {
    const clock = fc
      .integer({ min: 0, max: 1439 })
      .map(
        (m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`,
      );
    fc.assert(
      fc.property(clock, clock, fc.integer({ min: 0, max: 86_400_000 }), (from, to, offset) => {
        const at = shanghai(0) + offset;
        const next = nextAllowedAt(at, { from, to }, ZONE);
        expect(isQuiet(next, { from, to }, ZONE)).toBe(false);
        expect(next - at).toBeGreaterThanOrEqual(0);
        expect(next - at).toBeLessThanOrEqual(86_400_000);
      }),
    );
  });
});
