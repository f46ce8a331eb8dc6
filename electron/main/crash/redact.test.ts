import { expect, test } from 'vitest';
import { formatCrash } from './crash-report';
import { redact } from './redact';
import { mayReload } from './reload.rules';

test.each([
  ['member 13800138000 failed', 'member [number] failed'],
  ['+86 138 0013 8000', '[number]'],
  ['138-0013-8000', '[number]'],
  ['8613800138000', '[number]'],
  ['id card 11010519491231002X', 'id card [number]X'],
  ['order 2026112200001', 'order [number]'],
  ['row 123456 of 999999', 'row 123456 of 999999'],
  ['at db.ts:120:14', 'at db.ts:120:14'],
])('%s', (text, expected) => {
  expect(redact(text, '/home/nobody')).toBe(expected);
});

test('the name of the laptop’s user is not told', () => {
  expect(redact('at /home/王小明/app/main.cjs', '/home/王小明')).toBe('at ~/app/main.cjs');
});

test('a report says what failed and where, without numbers that point to people', () => {
  const report = formatCrash(
    { kind: 'window-oom', details: 'phone 13800138000' },
    { appVersion: '1.0.0', runtime: 'Electron 45', platform: 'linux x64' },
    Date.UTC(2026, 0, 1),
  );
  expect(report).toContain('kind: window-oom');
  expect(report).toContain('version: 1.0.0');
  expect(report).not.toContain('13800138000');
});

test('a window is loaded again once, not in a circle', () => {
  expect(mayReload(1000, null)).toBe(true);
  expect(mayReload(31_000, 1000)).toBe(false);
  expect(mayReload(120_000, 1000)).toBe(true);
});
