import { expect, test } from 'vitest';
import { createFormat } from './format';

const zone = { timeZone: 'Asia/Shanghai', isMasked: false };
const zh = createFormat({ language: 'zh-CN', ...zone });
const en = createFormat({ language: 'en', ...zone });
const covered = createFormat({ language: 'zh-CN', ...zone, isMasked: true });
/** 2 March 2026, 09:05 in Shanghai. */
const now = Date.UTC(2026, 2, 2, 1, 5);
const DAY_MS = 86_400_000;

test('money keeps its cents, and summaries say 万 from 100 000 yuan', () => {
  expect(zh.money(128_450)).toBe('¥1,284.50');
  expect(zh.money(-990)).toBe('-¥9.90');
  expect(zh.moneySummary(9_999_999)).toBe('¥99,999.99');
  expect(zh.moneySummary(12_845_000)).toBe('¥12.8万');
  expect(zh.moneySummary(-12_845_000)).toBe('-¥12.8万');
  expect(en.moneySummary(12_845_000)).toBe('¥128,450');
});

test('a percentage has one decimal, and none is said under 30 people', () => {
  expect(zh.percent(0.1934, 1200)).toBe('19.3%');
  expect(zh.percent(0.2, 30)).toBe('20.0%');
  expect(zh.percent(0.2, 29)).toBe('—');
  expect(zh.percent(Number.NaN)).toBe('—');
});

test('days are read in the language, times in the zone of the workspace', () => {
  expect(zh.day('2026-03-02')).toBe('3月2日');
  expect(en.day('2026-03-02')).toBe('2 Mar');
  expect(zh.dayWithWeekday('2026-03-02')).toBe('3月2日周一');
  // Runtimes disagree about the comma.
  expect(en.dayWithWeekday('2026-03-02').replace(',', '')).toBe('Mon 2 Mar');
  expect(zh.fullDay('2025-12-31')).toBe('2025年12月31日');
  expect(zh.time(now)).toBe('09:05');
  expect(zh.dateTime(now, now)).toBe('3月2日 09:05');
  expect(zh.dateTime(Date.UTC(2025, 5, 1, 4), now)).toBe('2025年6月1日 12:00');
});

test('near days are named from today, where today is the business day', () => {
  expect(zh.relativeDay(now, now)).toBe('今天');
  expect(zh.relativeDay(now - DAY_MS, now)).toBe('昨天');
  expect(zh.relativeDay(Date.UTC(2026, 2, 1, 15, 59), now)).toBe('昨天');
  expect(zh.relativeDay(now - 3 * DAY_MS, now)).toBe('3天前');
  expect(en.relativeDay(now + 2 * DAY_MS, now)).toBe('in 2 days');
  expect(en.relativeTime(now, now)).toBe('today 09:05');
  expect(zh.relativeDay(now - 60 * DAY_MS, now)).toBe('1月1日');
});

test('the privacy mask covers phones, addresses and amounts', () => {
  expect(zh.phone('+8613800138000')).toBe('138 0013 8000');
  expect(covered.phone('+8613800138000')).toBe('138****8000');
  // As somebody typed it, and as a platform had masked it before.
  expect(covered.phone('13800138000')).toBe('138****8000');
  expect(zh.phone('186******05')).toBe('186******05');
  expect(covered.phone('+12025550123')).not.toContain('2025550');
  expect(covered.money(128_450)).toBe('¥•••');
  expect(covered.moneySummary(99_999_900)).toBe('¥•••');
  expect(covered.address('浙江省杭州市西湖区文三路 1 号')).toBe('浙江省杭州市•••');
});

test('sizes are short', () => {
  expect(zh.bytes(512)).toBe('512 B');
  expect(zh.bytes(1_234_567)).toBe('1.2 MB');
});
