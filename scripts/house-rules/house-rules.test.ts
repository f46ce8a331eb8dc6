import { describe, expect, test } from 'vitest';
import { findFeatureCircles, findForbiddenImports } from './imports';
import { findBadNames, findTooLong, quantile } from './sizes';
import { readSources } from './sources';
import { findForbiddenWords, findUnguardedWindows, findWordsInScreens } from './words';
import { findZone } from './zones';

// The examples in rules-bite.test.ts break every rule on purpose.
const sources = readSources().filter(({ path }) => !path.endsWith('/rules-bite.test.ts'));
const none: string[] = [];

describe('zones', () => {
  test('the scan sees every environment', () => {
    const seen = new Set(sources.map(({ path }) => path.split('/')[0]));
    expect([...seen]).toEqual(
      expect.arrayContaining(['shared', 'renderer', 'electron', 'e2e', 'scripts']),
    );
  });

  test('every source file belongs to a declared zone', () => {
    const homeless = sources
      .filter(({ path }) => !findZone(path))
      .map(({ path }) => `${path}: put it into a room of scripts/house-rules/zones.ts`);
    expect(homeless).toEqual(none);
  });

  test('imports run along the arrows only', () => {
    expect(findForbiddenImports(sources)).toEqual(none);
  });

  test('no two features need each other', () => {
    expect(findFeatureCircles(sources)).toEqual(none);
  });
});

describe('words', () => {
  test('what only one room may use is used there only', () => {
    expect(findForbiddenWords(sources)).toEqual(none);
  });

  test('every window is opened behind the preference guard', () => {
    expect(findUnguardedWindows(sources)).toEqual(none);
  });

  test('words on screen come from the catalogues', () => {
    expect(findWordsInScreens(sources)).toEqual(none);
  });
});

describe('sizes and names', () => {
  test('no file is longer than 500 lines', () => {
    expect(findTooLong(sources)).toEqual(none);
  });

  test('half of the files stay within 100 lines, nine of ten within 300', () => {
    const lengths = sources.map(({ lines }) => lines);
    expect(quantile(lengths, 0.5)).toBeLessThanOrEqual(100);
    expect(quantile(lengths, 0.9)).toBeLessThanOrEqual(300);
  });

  test('files are named in kebab-case', () => {
    expect(findBadNames(sources)).toEqual(none);
  });
});
