/// <reference types="vite/client" />
import { expect, test } from 'vitest';
import type { Messages } from './messages';

const modules = import.meta.glob<Record<string, unknown>>('/renderer/**/*.messages.ts', {
  eager: true,
});

const isCatalogue = (value: unknown): value is Messages<string> =>
  typeof value === 'object' && value !== null && 'ns' in value && 'zh' in value && 'en' in value;

const catalogues = Object.entries(modules).flatMap(([path, exports]) =>
  Object.values(exports)
    .filter(isCatalogue)
    .map((catalogue) => ({ path, catalogue })),
);

const paramsOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((it) => it[1]).sort();
const HAN = /\p{Script=Han}/u;

test('every catalogue file holds a catalogue, and no two share a name', () => {
  expect(catalogues.length).toBeGreaterThanOrEqual(Object.keys(modules).length);
  const names = catalogues.map(({ catalogue }) => catalogue.ns);
  expect(new Set(names).size).toBe(names.length);
});

test.each(catalogues)('$path says the same in both languages', ({ catalogue: { zh, en } }) => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  for (const key of Object.keys(zh)) {
    const own = zh[key] ?? '';
    const other = en[key] ?? '';
    expect(own, key).not.toBe('');
    expect(other, key).not.toBe('');
    expect(new Set(paramsOf(other)), key).toEqual(new Set(paramsOf(own)));
    // Chinese names a thing in Latin letters only where English calls it the same.
    if (/\p{L}/u.test(own.replace(/\{\{\w+\}\}/g, '')) && !HAN.test(own)) expect(other).toBe(own);
    expect(HAN.test(other.replace(/“[^”]*”|\([^)]*\)/g, '')), `${key}: ${other}`).toBe(false);
  }
});

test.each(catalogues)('$path does not shout', ({ catalogue: { zh, en } }) => {
  for (const text of [...Object.values(zh), ...Object.values(en)])
    expect(text).not.toMatch(/[!！]/);
});
