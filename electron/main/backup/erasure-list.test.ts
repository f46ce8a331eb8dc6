import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { erasureSchema } from '@shared/domain/members/erasure.schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createErasureList } from './erasure-list';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erasures-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const erasure = (id: string) => erasureSchema.parse({ id, at: 1, digests: ['d'] });

test('a list that was never written is empty', async () => {
  expect(await createErasureList(folder).read()).toEqual([]);
});

test('an erasure is kept once, however often it is told, and by another start as well', async () => {
  const list = createErasureList(folder);
  await Promise.all([list.add([erasure('a')]), list.add([erasure('a'), erasure('b')])]);
  expect(await createErasureList(folder).read()).toEqual([erasure('a'), erasure('b')]);
  expect(readdirSync(folder)).toEqual(['erasures.json']);
});

test('an entry that nobody understands costs only itself', async () => {
  writeFileSync(join(folder, 'erasures.json'), JSON.stringify([{ id: '' }, erasure('b'), 7]));
  expect(await createErasureList(folder).read()).toEqual([erasure('b')]);
  writeFileSync(join(folder, 'erasures.json'), '{torn');
  expect(await createErasureList(folder).read()).toEqual([]);
});

test('what nobody understands stays when more is written: another edition may', async () => {
  const path = join(folder, 'erasures.json');
  const newer = { ...erasure('b'), region: 'east' };
  writeFileSync(path, JSON.stringify([{ who: 'c' }, newer]));
  await createErasureList(folder).add([erasure('a')]);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([{ who: 'c' }, newer, erasure('a')]);
});

test('a torn list is set aside, not written over', async () => {
  const path = join(folder, 'erasures.json');
  writeFileSync(path, '{torn');
  await createErasureList(folder).add([erasure('a')]);
  expect(await createErasureList(folder).read()).toEqual([erasure('a')]);
  expect(readFileSync(`${path}.damaged`, 'utf8')).toBe('{torn');
});
