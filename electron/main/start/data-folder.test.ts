import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseRoot, prepareDataFolder, rememberRoot, replaceRootArgument } from './data-folder';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what is missing is made, and no probe stays behind', () => {
  const root = join(folder, 'new', '数据');
  const prepared = prepareDataFolder(root);
  expect(prepared.ok).toBe(true);
  expect(readdirSync(root).sort()).toEqual(['backups', 'journal', 'logs']);
  expect(readdirSync(join(root, 'journal'))).toEqual([]);
});

test.each(['file', join('file', 'below')])(
  'a place that takes no files (%s) is refused',
  (name) => {
    writeFileSync(join(folder, 'file'), '');
    const prepared = prepareDataFolder(join(folder, name));
    expect(prepared).toMatchObject({ ok: false, root: join(folder, name) });
    expect(prepared.ok ? '' : prepared.reason).toMatch(/^E[A-Z]+$/);
  },
);

describe('which folder', () => {
  test('the one on the command line, made absolute', () => {
    expect(chooseRoot('data', folder)).toEqual({ root: resolve('data'), isExplicit: true });
  });

  test('else the one chosen after a failed start, else the usual one', () => {
    const usual = { root: join(folder, 'Qunduo'), isExplicit: false };
    expect(chooseRoot('', folder)).toEqual(usual);
    expect(rememberRoot(folder, join(folder, 'other'))).toBe(true);
    expect(chooseRoot('', folder)).toEqual({ root: join(folder, 'other'), isExplicit: false });
    writeFileSync(join(folder, 'qunduo-location.json'), '{"folder": 7}');
    expect(chooseRoot('', folder)).toEqual(usual);
  });

  test('a choice that cannot be remembered is told, not thrown', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(rememberRoot(join(folder, 'file'), folder)).toBe(false);
    expect(existsSync(join(folder, 'file'))).toBe(true);
  });
});

test.each([
  [
    ['.', '--user-data-dir=/a'],
    ['.', '--user-data-dir=/b'],
  ],
  [
    ['.', '--user-data-dir', '/a', '--x'],
    ['.', '--x', '--user-data-dir=/b'],
  ],
  [['.'], ['.', '--user-data-dir=/b']],
])('the restart of %j uses the new folder', (argv, expected) => {
  expect(replaceRootArgument(argv, '/b')).toEqual(expected);
});
