import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { searchFolder } from './folder-search';

const wantedOf = (text: string) => ({
  id: createHash('sha256').update(text).digest('hex'),
  bytes: Buffer.byteLength(text),
});

let root: string;
beforeEach(async () => {
  root = await fs.mkdtemp(join(tmpdir(), 'search-'));
  await fs.mkdir(join(root, '照片', '三月'), { recursive: true });
  await fs.writeFile(join(root, '照片', '三月', 'IMG_1.jpg'), '苹果海报');
  await fs.writeFile(join(root, '照片', '别的.jpg'), '苹果海抱');
  await fs.symlink(root, join(root, '照片', '回到上面'));
});
afterEach(() => fs.rm(root, { recursive: true, force: true }));

describe('looking for lost files in a folder', () => {
  it('finds them by their bytes, under any name and at any depth', async () => {
    const poster = wantedOf('苹果海报');
    const { found } = await searchFolder(root, [poster, wantedOf('不在这里')]);
    expect([...found]).toEqual([[poster.id, join(root, '照片', '三月', 'IMG_1.jpg')]]);
  });

  it('looks no further once all are found, and ends where links lead in a circle', async () => {
    const { found, looked } = await searchFolder(root, [wantedOf('没有的')]);
    expect(found.size).toBe(0);
    expect(looked).toBe(2);
    expect((await searchFolder(root, [])).looked).toBe(0);
  });

  it('finds nothing in a folder that is gone', async () => {
    const gone = await searchFolder(join(root, 'none'), [wantedOf('苹果海报')]);
    expect(gone.found.size).toBe(0);
  });
});
