import { expect, test } from 'vitest';
import { pickLanguage } from './launch';
import { formatPhase } from './phases';
import { findProcessStartMs, readLinuxStart } from './process-start';
import { describeRuntime } from './runtime';

test('a phase is told in milliseconds since the process began', () => {
  expect(formatPhase('data-ready', 1_000_431.6, 1_000_000)).toBe('qunduo: data-ready 432 ms');
});

test('any other Electron than the pinned one is a fallback', () => {
  expect(describeRuntime('25.1.1')).toEqual({ name: 'Electron 25.1.1', isFallbackRuntime: true });
});

test('the environment fixes the language, then the user, then it is Chinese', () => {
  expect(pickLanguage({ language: 'zh-CN' }, 'en')).toBe('en');
  expect(pickLanguage({ language: 'en' }, undefined)).toBe('en');
  expect(pickLanguage({ language: 'en' }, 'fr')).toBe('en');
  expect(pickLanguage({}, undefined)).toBe('zh-CN');
});

test('the start of a process is read from the two clocks of Linux', () => {
  const stat = `4711 (qun duo) S ${Array.from({ length: 18 }, () => '0').join(' ')} 250000 1 2`;
  expect(readLinuxStart(stat, '2503.25 9999.00', 1_000_000)).toBe(996_750);
  expect(readLinuxStart('nonsense', 'nonsense', 1_000_000)).toBeNull();
});

test('this process began before now and not long ago', () => {
  const startMs = findProcessStartMs(Date.now(), null);
  expect(startMs).toBeLessThanOrEqual(Date.now());
  expect(startMs).toBeGreaterThan(Date.now() - 600_000);
});
