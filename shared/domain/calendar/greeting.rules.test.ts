import { addDays, daysBetween } from '@shared/lib/time';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import stored from '../../../resources/greetings/greetings.json';
import {
  GREETING_PARTS,
  GREETING_REST_DAYS,
  type GreetingChoice,
  type GreetingPart,
  type GreetingUse,
  greetingSchema,
  partOfText,
  pickGreeting,
} from './greeting.rules';
import { fillSendText, isKnownVariable, variablesIn } from './send-text.rules';

const greetings = z.array(greetingSchema).parse(stored);
const inLanguage = (language: 'zh' | 'en'): GreetingChoice[] =>
  greetings.map(({ part, when, text }) => ({ part, text: text[language], ...(when && { when }) }));

function plan(from: string, count: number, part: GreetingPart, choices = inLanguage('zh')) {
  const used: GreetingUse[] = [];
  const repeats: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const day = addDays(from, at);
    const picked = pickGreeting(choices, day, part, used);
    if (!picked) throw new Error(`nothing for ${day}`);
    if (picked.repeatsDay !== undefined) repeats.push(day);
    used.push({ text: picked.text, day });
  }
  return { used, repeats };
}

describe('the greetings that come with the console', () => {
  it('are at least forty, each once, and English without Chinese words', () => {
    expect(greetings.length).toBeGreaterThanOrEqual(40);
    for (const language of ['zh', 'en'] as const) {
      const texts = greetings.map(({ text }) => text[language]);
      expect(new Set(texts).size).toBe(texts.length);
    }
    expect(greetings.filter(({ text }) => /\p{Script=Han}/u.test(text.en))).toEqual([]);
    expect(greetings.map(({ text }) => text.zh).filter((zh) => /[!！]|最|第一/.test(zh))).toEqual(
      [],
    );
  });

  it('ask only for variables that the calendar or the group fills', () => {
    const asked = greetings.flatMap(({ text }) => [
      ...variablesIn(text.zh),
      ...variablesIn(text.en),
    ]);
    expect([...new Set(asked)].filter((key) => key !== '取货点' && !isKnownVariable(key))).toEqual(
      [],
    );
  });

  it.each(GREETING_PARTS)('last a year of %s without one said again within thirty days', (part) => {
    const { used, repeats } = plan('2026-11-23', 365, part);
    expect(repeats).toEqual([]);
    const last = new Map<string, string>();
    for (const { text, day } of used) {
      const before = last.get(text);
      if (before) expect(daysBetween(before, day)).toBeGreaterThanOrEqual(GREETING_REST_DAYS);
      last.set(text, day);
    }
  });

  it('speak of solar terms and festivals on their days alone, and are filled then', () => {
    const { used } = plan('2026-11-23', 60, 'morning');
    const on = (day: string) => used.find((use) => use.day === day)?.text ?? '';
    expect(on('2026-12-22')).toContain('{节气}');
    expect(on('2026-12-25')).toContain('{节日}');
    const terms = used.filter(({ text }) => text.includes('{节气}')).map(({ day }) => day);
    expect(terms).toEqual(['2026-12-07', '2026-12-22', '2027-01-05', '2027-01-20']);
    const facts = { day: '2026-12-22', groupName: '城东 1 群', workspaceVariables: {} };
    expect(fillSendText(on('2026-12-22'), facts)).toMatchObject({ missing: [] });
    expect(fillSendText(on('2026-12-22'), facts).text).toContain('冬至');
  });
});

describe('picking a greeting', () => {
  it('is the same for the same day and differs between days', () => {
    expect(plan('2026-11-23', 20, 'night')).toEqual(plan('2026-11-23', 20, 'night'));
    expect(new Set(plan('2026-11-23', 20, 'night').used.map(({ text }) => text)).size).toBe(20);
  });

  it('looks at what is planned later too', () => {
    const choices = [{ text: '甲' }, { text: '乙' }];
    const used = [{ text: '甲', day: '2026-12-10' }];
    expect(pickGreeting(choices, '2026-11-23', 'morning', used)).toEqual({ text: '乙' });
    expect(pickGreeting(choices, '2026-11-11', 'morning', used)?.repeatsDay).toBeUndefined();
  });

  it('says again what was said longest ago when nothing is left, and says that it does', () => {
    const { used, repeats } = plan('2026-11-23', 3, 'morning', [{ text: '甲' }, { text: '乙' }]);
    expect(repeats).toEqual(['2026-11-25']);
    expect(used[2]?.text).toBe(used[0]?.text);
    expect(pickGreeting([], '2026-11-23', 'morning', [])).toBeUndefined();
  });

  it("takes one's own words first and tells by them when they are for", () => {
    expect(partOfText('各位晚安')).toBe('night');
    expect(partOfText('早！今天有鱼')).toBe('morning');
    expect(partOfText('欢迎新朋友')).toBeUndefined();
    const own = { text: '早，今天有鱼', part: 'morning' as const, isOwn: true };
    const choices = [...inLanguage('zh'), own];
    expect(pickGreeting(choices, '2026-11-24', 'morning', [])?.text).toBe('早，今天有鱼');
    expect(pickGreeting(choices, '2026-11-24', 'night', [])?.text).not.toBe('早，今天有鱼');
  });
});
