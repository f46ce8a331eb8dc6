import { describe, expect, it } from 'vitest';
import { planGroupDays } from './day-table.rules';
import type { GroupDay } from './group-day.schema';

const known: GroupDay[] = [
  { id: 'g.2026-11-16', groupId: 'g', day: '2026-11-16', messages: 40, speakers: 9 },
  { id: 'g.2026-11-17', groupId: 'g', day: '2026-11-17', messages: 12 },
];
const plan = (lines: (string | number | Date)[][]) =>
  planGroupDays(lines, { known, today: '2026-11-23', zone: 'Asia/Shanghai' });

describe('a table of days', () => {
  it('names its columns in any order, and leaves alone what it does not tell', () => {
    const result = plan([
      [],
      ['发言人数', '日期', '消息数（条）', '群成员数'],
      [8, '2026/11/18', '1,204', '498人'],
      ['', '11月17日', 20, ''],
      [9, '2026-11-16', 40, ''],
    ]);
    expect(result.errors).toEqual([]);
    expect(result.adds).toEqual([{ day: '2026-11-18', messages: 1204, speakers: 8, members: 498 }]);
    expect(result.changes).toEqual([
      {
        before: { day: '2026-11-17', messages: 12 },
        after: { day: '2026-11-17', messages: 20 },
      },
    ]);
    expect(result.unchanged).toBe(1);
  });

  it('refuses rows by name and drops none in silence', () => {
    const result = plan([
      ['日期', '消息数', '发言人数'],
      ['2026-11-24', 1, 1],
      ['某天', 1, 1],
      ['2026-11-20', '很多', 1],
      ['2026-11-20', -3, 1],
      ['2026-11-20', 3, 5],
      ['2026-11-20', '', '-'],
      ['2026-11-19', 5, 2],
      ['2026-11-19', 6, 2],
      ['2月30日', 6, 2],
    ]);
    expect(result.adds).toHaveLength(1);
    expect(result.errors.map(({ row, code, other }) => [row, code, other])).toEqual([
      [2, 'futureDay', undefined],
      [3, 'noDay', undefined],
      [4, 'notANumber', undefined],
      [5, 'notANumber', undefined],
      [6, 'moreSpeakers', undefined],
      [7, 'nothing', undefined],
      [9, 'twice', 8],
      [10, 'noDay', undefined],
    ]);
  });

  it('takes a spreadsheet date as the day it shows, and a day without a year as the latest one', () => {
    const { adds } = plan([
      ['日期', '消息数'],
      [new Date(Date.UTC(2026, 10, 20)), 7],
      ['12-31', 8],
    ]);
    expect(adds.map(({ day }) => day)).toEqual(['2026-11-20', '2025-12-31']);
  });

  it('says so where no line names the columns', () => {
    expect(plan([['今天', '聊得不错']]).errors).toEqual([{ row: 1, code: 'noHeader' }]);
    expect(plan([]).errors).toMatchObject([{ code: 'noHeader' }]);
  });
});
