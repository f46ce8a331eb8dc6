import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { navMessages } from '../i18n/nav.messages';
import { shellMessages } from './shell.messages';

const page = readFileSync('renderer/index.html', 'utf8');
const areasSource = readFileSync('renderer/app/areas.tsx', 'utf8');

const textsOf = (language: 'zh' | 'en') =>
  [...page.matchAll(new RegExp(`<span class="q-${language}">([^<]*)</span>`, 'g'))].map(
    (it) => it[1],
  );

test('the painted navigation shows exactly the areas that the live one does, in its order', () => {
  const painted = [...page.matchAll(/data-testid="nav-([a-z]+)"/g)].map((it) => it[1]);
  const live = [...areasSource.matchAll(/(?:area\(\s*|id: )'([a-z]+)'/g)].map((it) => it[1]);
  expect(painted).toEqual(live);
  for (const id of painted) expect(page).toContain(`href="#/${id}" data-testid="nav-${id}"`);
});

test('the painted words are those of the catalogues, in both languages', () => {
  const ids = [...page.matchAll(/data-testid="nav-([a-z]+)"/g)].map((it) => it[1] ?? '');
  for (const language of ['zh', 'en'] as const) {
    const nav: Record<string, string> = navMessages[language];
    expect(textsOf(language)).toEqual([
      nav.brand,
      ...ids.map((id) => nav[id]),
      shellMessages[language].search,
    ]);
  }
});

test('the painted shell runs no script of its own and takes every value from main', () => {
  const scripts = [...page.matchAll(/<script\b[^>]*>([^<]*)</g)].map((it) => it[1]?.trim());
  expect(scripts).toEqual(['__LAUNCH_JSON__', '']);
  for (const mark of ['__NONCE__', '__LANG__', '__THEME__', '__NAV__', '__TEXT_SIZE__']) {
    expect(page).toContain(mark);
  }
});
