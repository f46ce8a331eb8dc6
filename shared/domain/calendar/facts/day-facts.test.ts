import { addDays } from '@shared/lib/time';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dayFacts, lunarLabel } from './day-facts';
import { LUNAR_FESTIVALS, OFFICIAL_DAYS } from './official-days.fixture';

function* days(from: string, to: string) {
  for (let day = from; day <= to; day = addDays(day, 1)) yield day;
}

const ownZone = process.env.TZ;

// The library mixes UTC with the laptop's own zone; a leader may travel, the calendar may not.
describe.each(['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'])('in %s', (zone) => {
  beforeEach(() => {
    vi.resetModules();
    process.env.TZ = zone;
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  });
  afterEach(() => {
    if (ownZone === undefined) delete process.env.TZ;
    else process.env.TZ = ownZone;
  });
  const fresh = async () => (await import('./day-facts')).dayFacts;

  it('agrees with the official notices on every day of 2024 to 2026', async () => {
    const factsOf = await fresh();
    const official = new Map(OFFICIAL_DAYS.map(([day, isOff]) => [day, isOff ? 'off' : 'makeUp']));
    const differing = [...days('2024-01-01', '2026-12-31')].filter(
      (day) => factsOf(day).arrangement.kind !== (official.get(day) ?? 'ordinary'),
    );
    expect(differing).toEqual([]);
  });

  it('finds every lunar festival of 2024 to 2028 on its day and nowhere else', async () => {
    const factsOf = await fresh();
    const names = new Set(LUNAR_FESTIVALS.map(([, name]) => name));
    const found = [...days('2024-02-10', '2029-02-12')].flatMap((day) =>
      factsOf(day)
        .festivals.filter((festival) => names.has(festival.zh))
        .map((festival) => [day, festival.zh]),
    );
    expect(found).toEqual(LUNAR_FESTIVALS);
  });

  it('puts solar terms on their days', async () => {
    const factsOf = await fresh();
    const termDays = [...days('2026-10-20', '2026-12-31')].flatMap((day) => {
      const term = factsOf(day).solarTerm?.zh;
      return term ? [`${day} ${term}`] : [];
    });
    expect(termDays).toEqual([
      '2026-10-23 霜降',
      '2026-11-07 立冬',
      '2026-11-22 小雪',
      '2026-12-07 大雪',
      '2026-12-22 冬至',
    ]);
  });
});

describe('the facts of a day', () => {
  it('names the holiday that a day is off or worked for', () => {
    const named = OFFICIAL_DAYS.filter(([day, , name]) => {
      const { arrangement } = dayFacts(day);
      const ours = 'name' in arrangement ? arrangement.name.zh : '';
      return !name.includes(ours.replace(/节$/, '')) || ours === '';
    });
    expect(named).toEqual([]);
  });

  it('says that the holidays of 2027 are not announced', () => {
    expect(dayFacts('2027-02-06').arrangement).toEqual({ kind: 'notAnnounced' });
    expect(dayFacts('2027-02-06').festivals).toContainEqual({ zh: '春节', en: 'Spring Festival' });
    expect(dayFacts('2026-12-31').arrangement).toEqual({ kind: 'ordinary' });
  });

  it('writes lunar days as almanacs do and keeps festivals out of leap months', () => {
    const label = (day: string) => {
      const { lunar } = dayFacts(day);
      return lunar ? lunarLabel(lunar).zh : '';
    };
    expect(label('2026-11-22')).toBe('十四');
    expect(label('2025-07-25')).toBe('闰六月');
    expect(label('2025-08-22')).toBe('廿九');
    expect(label('2025-08-23')).toBe('七月');
    expect(label('2026-02-17')).toBe('正月');
    expect(label('2026-02-16')).toBe('廿九');
    // 2028 repeats the fifth month: one Dragon Boat Festival only.
    const year = [...days('2028-01-01', '2028-12-31')];
    expect(year.filter((day) => dayFacts(day).festivals.some((f) => f.zh === '端午'))).toEqual([
      '2028-05-28',
    ]);
  });

  it('finds the equinox-bound terms and the leap months that almanacs print', () => {
    const terms = ['2025-02-03 立春', '2025-04-04 清明', '2025-06-21 夏至'];
    terms.push('2026-02-04 立春', '2026-04-05 清明', '2026-06-21 夏至');
    terms.push('2027-02-04 立春', '2027-04-05 清明', '2027-06-21 夏至');
    expect(
      terms.filter((term) => dayFacts(term.slice(0, 10)).solarTerm?.zh !== term.slice(11)),
    ).toEqual([]);
    const leapMonths = new Set(
      [...days('2020-01-25', '2036-01-27')].flatMap((day) => {
        const { lunar } = dayFacts(day);
        return lunar?.isLeap ? [`${lunar.year}/${lunar.month}`] : [];
      }),
    );
    expect([...leapMonths]).toEqual(['2020/4', '2023/2', '2025/6', '2028/5', '2031/3', '2033/11']);
  });

  it('knows days that move with the week', () => {
    expect(dayFacts('2026-05-10').festivals.map((f) => f.zh)).toEqual(['母亲节']);
    expect(dayFacts('2026-06-21').festivals.map((f) => f.zh)).toEqual(['父亲节']);
    expect(dayFacts('2026-11-11').festivals.map((f) => f.zh)).toEqual(['双11']);
  });

  it('answers for years outside its tables without inventing anything', () => {
    expect(dayFacts('1850-06-01')).toEqual({
      day: '1850-06-01',
      festivals: [{ zh: '儿童节', en: "Children's Day" }],
      arrangement: { kind: 'ordinary' },
    });
  });
});
