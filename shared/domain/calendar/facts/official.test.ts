import { workingDayAfter } from '@shared/domain/sop/working-days.rules';
import { afterEach, describe, expect, it } from 'vitest';
import { dayFacts } from './day-facts';
import { setHolidayTables } from './imported-tables';
import { isBuiltInYear } from './official';

afterEach(() => setHolidayTables([]));

const table = {
  id: '2027',
  days: [
    { day: '2027-02-08', name: '春节', isOff: true },
    { day: '2027-02-14', name: '春节', isOff: false },
  ],
  importedAt: 1,
};

describe('an imported holiday table', () => {
  it('makes its year known, and taking it away makes it unknown again', () => {
    expect(dayFacts('2027-03-01').arrangement).toEqual({ kind: 'notAnnounced' });
    setHolidayTables([table]);
    expect(dayFacts('2027-03-01').arrangement).toEqual({ kind: 'ordinary' });
    expect(dayFacts('2027-02-08').arrangement).toEqual({
      kind: 'off',
      name: { zh: '春节', en: 'Spring Festival' },
    });
    expect(dayFacts('2027-02-14').arrangement.kind).toBe('makeUp');
    expect(dayFacts('2028-02-14').arrangement).toEqual({ kind: 'notAnnounced' });
    setHolidayTables([]);
    expect(dayFacts('2027-02-14').arrangement).toEqual({ kind: 'notAnnounced' });
  });

  it('counts in the working days of flows', () => {
    // Friday before: Monday 8th is off, so the next working day is Tuesday.
    expect(workingDayAfter('2027-02-05', 1)).toEqual({ day: '2027-02-08', guessYear: 2027 });
    setHolidayTables([table]);
    expect(workingDayAfter('2027-02-05', 1)).toEqual({ day: '2027-02-09' });
    expect(workingDayAfter('2027-02-12', 1)).toEqual({ day: '2027-02-14' });
  });

  it('never overrules a year that the console comes with', () => {
    expect(isBuiltInYear('2026')).toBe(true);
    expect(isBuiltInYear('2027')).toBe(false);
    setHolidayTables([
      { ...table, id: '2026', days: [{ day: '2026-03-03', name: '假', isOff: true }] },
    ]);
    expect(dayFacts('2026-03-03').arrangement).toEqual({ kind: 'ordinary' });
    expect(dayFacts('2026-10-01').arrangement.kind).toBe('off');
  });
});
