import { describe, expect, it } from 'vitest';
import { pastedRows, planHolidays } from './holiday-table.rules';

describe('reading a list of official days', () => {
  it('reads what people paste: headings, dates in several hands, both kinds of days', () => {
    const plan = planHolidays(
      pastedRows(
        [
          '日期,名称,放假/补班',
          '2027-02-06,春节,放假',
          '2027/2/7\t春节\t休',
          '',
          '2027年2月14日，春节，补班',
          '2027.02.06 春节 放假',
          '2028-01-01 元旦 off',
        ].join('\n'),
      ),
    );
    expect(plan.rejected).toEqual([]);
    expect(plan.years).toEqual([
      {
        year: '2027',
        days: [
          { day: '2027-02-06', name: '春节', isOff: true },
          { day: '2027-02-07', name: '春节', isOff: true },
          { day: '2027-02-14', name: '春节', isOff: false },
        ],
      },
      { year: '2028', days: [{ day: '2028-01-01', name: '元旦', isOff: true }] },
    ]);
  });

  it('reads the cells of a spreadsheet', () => {
    const serials = [
      [new Date(Date.UTC(2027, 9, 1)), '国庆节', '放假'],
      [46670, '国庆节', '补班'],
    ];
    expect(planHolidays(serials).years[0]?.days).toEqual([
      { day: '2027-10-01', name: '国庆节', isOff: true },
      { day: '2027-10-10', name: '国庆节', isOff: false },
    ]);
  });

  it('refuses what it cannot read, row by row, and keeps the rest', () => {
    const plan = planHolidays(
      pastedRows(
        '明年春节,春节,放假\n2027-02-30,春节,放假\n2027-02-06,春节,可能\n2026-10-01,国庆,放假\n2027-02-08,,放假\n2027-02-09,春节,放假\n2027-02-09,春节,补班',
      ),
    );
    expect(plan.rejected.map(({ row, problem }) => [row, problem])).toEqual([
      [1, 'date-unreadable'],
      [2, 'date-unreadable'],
      [3, 'kind-unreadable'],
      [4, 'year-built-in'],
      [5, 'name-missing'],
      [7, 'day-twice'],
    ]);
    expect(plan.years).toEqual([
      { year: '2027', days: [{ day: '2027-02-09', name: '春节', isOff: true }] },
    ]);
    expect(planHolidays([])).toEqual({ years: [], rejected: [] });
  });
});
