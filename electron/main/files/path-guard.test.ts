import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isInside, isPlainFileName, resolveInside, toPlainFileName } from './path-guard';

let root: string;
let inside: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'path-guard-'));
  inside = join(root, 'renderer');
  mkdirSync(join(inside, 'assets'), { recursive: true });
  mkdirSync(join(root, 'renderer-secret'));
  writeFileSync(join(inside, 'index.html'), 'page');
  writeFileSync(join(inside, 'assets', 'a.js'), 'script');
  writeFileSync(join(inside, '..dots.txt'), 'a name that only looks like a way up');
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'renderer-secret', 'b.txt'), 'secret');
  symlinkSync(join(root, 'secret.txt'), join(inside, 'link.txt'));
  symlinkSync(join(root, 'renderer-secret'), join(inside, 'linked'));
  symlinkSync(join(inside, 'assets'), join(inside, 'own-link'));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('files of the page', () => {
  test.each(['index.html', 'assets/a.js', 'assets/../index.html', '..dots.txt', 'own-link/a.js'])(
    '%s is inside',
    async (wanted) => {
      expect(await resolveInside(inside, wanted)).not.toBeNull();
    },
  );

  test.each([
    '../secret.txt',
    'assets/../../secret.txt',
    '../renderer-secret/b.txt',
    'link.txt',
    'linked/b.txt',
    '/etc/passwd',
    '..\\secret.txt',
    'assets\\a.js',
    'C:\\Windows\\win.ini',
    'index.html\0.png',
    'missing.txt',
    '..',
    '.',
    '',
  ])('%j is not', async (wanted) => {
    expect(await resolveInside(inside, wanted)).toBeNull();
  });

  test('the case of a name is not guessed where the disk tells cases apart', async () => {
    const found = await resolveInside(inside, 'INDEX.HTML');
    // On a disk that does not, the answer is still the real file inside.
    if (found !== null) expect(isInside(inside, found)).toBe(true);
    expect(await resolveInside(inside, '../RENDERER-SECRET/b.txt')).toBeNull();
  });

  test('a folder with the same beginning is another folder', () => {
    expect(isInside('/data/backups', '/data/backups-old/x')).toBe(false);
    expect(isInside('/data/backups', '/data/backups')).toBe(false);
    expect(isInside('/data/backups', '/data/backups/x')).toBe(true);
  });
});

describe('plain names', () => {
  test.each(['周历 2026-11-23.pdf', 'a', 'members (1).xlsx'])('%s is one', (name) => {
    expect(isPlainFileName(name)).toBe(true);
  });

  test.each([
    '',
    '.',
    '..',
    '../x',
    'a/b',
    'a\\b',
    'C:x',
    'a:b',
    'con',
    'NUL.txt',
    'com1.pdf',
    'x.',
    'x ',
    'a\nb',
    'x'.repeat(201),
  ])('%j is none', (name) => {
    expect(isPlainFileName(name)).toBe(false);
  });

  test('a suggested name keeps what it may keep', () => {
    expect(toPlainFileName('周历 11/23–11/29.pdf', 'x')).toBe('周历 11-23–11-29.pdf');
    expect(toPlainFileName('..', 'x')).toBe('x');
  });
});
