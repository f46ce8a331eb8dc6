import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSettingsFile } from './settings-file';
import { createSettingsStore, parseSettings } from './settings-store';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
  path = join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('without a file nothing is set and nothing is made', () => {
  expect(readSettingsFile(path, 1)).toEqual({ raw: {}, quarantinedAs: null });
  expect(readdirSync(folder)).toEqual([]);
});

test.each(['{"language": "en"', '', 'null', '[]', '"en"', '\u0000'])(
  'a file that holds %j is set aside, not overwritten',
  (text) => {
    writeFileSync(path, text);
    const { raw, quarantinedAs } = readSettingsFile(path, 1234);
    expect(raw).toEqual({});
    expect(quarantinedAs).toBe(`${path}.corrupt-1234`);
    expect(readFileSync(`${path}.corrupt-1234`, 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual(['settings.json.corrupt-1234']);
  },
);

test('one bad field costs only itself', () => {
  expect(parseSettings({ language: 'fr', theme: 'dark', textSize: 7, navCollapsed: true })).toEqual(
    {
      theme: 'dark',
      navCollapsed: true,
    },
  );
});

test('a change is on disk when it is answered, beside what a newer version wrote', async () => {
  writeFileSync(path, JSON.stringify({ theme: 'dark', fromTomorrow: { a: 1 }, window: { x: 5 } }));
  const store = createSettingsStore(path, readSettingsFile(path, 1).raw);
  expect(await store.patch({ language: 'en' })).toEqual({ theme: 'dark', language: 'en' });
  await store.patchPrivate({ window: { x: 9 } });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    theme: 'dark',
    language: 'en',
    fromTomorrow: { a: 1 },
    window: { x: 9 },
  });
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

test('many changes at once end with all of them', async () => {
  const store = createSettingsStore(path, {});
  await Promise.all([
    store.patch({ language: 'en' }),
    store.patch({ theme: 'light' }),
    store.patch({ textSize: 'large' }),
    store.patch({ language: 'zh-CN' }),
  ]);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    language: 'zh-CN',
    theme: 'light',
    textSize: 'large',
  });
});

test('a folder that takes no files is said by name', async () => {
  writeFileSync(join(folder, 'file'), '');
  const store = createSettingsStore(join(folder, 'file', 'settings.json'), {});
  await expect(store.patch({ language: 'en' })).rejects.toMatchObject({
    code: 'folder-not-writable',
    data: { folder: join(folder, 'file') },
  });
});
