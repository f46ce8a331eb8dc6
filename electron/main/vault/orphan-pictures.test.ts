import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeOrphans } from './orphan-pictures';

const NOW = Date.UTC(2026, 9, 10);
const DAY = 86_400_000;

let folder: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'orphans-'));
});
afterEach(() => fs.rm(folder, { recursive: true, force: true }));

async function put(name: string, ageMs: number): Promise<void> {
  await fs.writeFile(join(folder, name), 'sealed');
  const at = (NOW - ageMs) / 1000;
  await fs.utimes(join(folder, name), at, at);
}

it('removes what nothing names, and leaves what is named, young or no picture', async () => {
  await put('photo-named.qdpic', 48 * DAY);
  await put('photo-orphan.qdpic', 48 * DAY);
  await put('photo-young.qdpic', 29 * DAY);
  // The clock was set back since.
  await put('photo-later.qdpic', -2 * DAY);
  await put('key.json', 48 * DAY);
  await put('key-unreadable-1.json', 48 * DAY);
  expect(await removeOrphans(folder, new Set(['photo-named']), NOW)).toBe(1);
  expect((await fs.readdir(folder)).sort()).toEqual([
    'key-unreadable-1.json',
    'key.json',
    'photo-later.qdpic',
    'photo-named.qdpic',
    'photo-young.qdpic',
  ]);
});

it('counts the days from the last time that something named a picture', async () => {
  await put('photo-restored.qdpic', 48 * DAY);
  await removeOrphans(folder, new Set(['photo-restored']), NOW);
  expect(await removeOrphans(folder, new Set(), NOW + 29 * DAY)).toBe(0);
  expect(await removeOrphans(folder, new Set(), NOW + 31 * DAY)).toBe(1);
});

it('has nothing to do where no picture was ever kept', async () => {
  expect(await removeOrphans(join(folder, 'none'), new Set(), NOW)).toBe(0);
});
