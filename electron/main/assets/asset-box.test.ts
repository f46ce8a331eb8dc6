import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExpectedError } from '@shared/lib/errors';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAssetBox } from './asset-box';

const PNG = new Uint8Array([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 2,
  0x80, 0, 0, 1, 0xe0, 8, 6, 0, 0, 0,
]);
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const ID = sha(PNG);
const DAY_MS = 86_400_000;

let root: string;
let folder: string;
beforeEach(async () => {
  root = await fs.mkdtemp(join(tmpdir(), 'assets-'));
  folder = join(root, 'assets');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await fs.rm(root, { recursive: true, force: true });
});

const onDisk = (id = ID) => join(folder, id.slice(0, 2), id);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: unknown) => (error instanceof ExpectedError ? error.code : String(error)),
  );
async function put(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(root, name);
  await fs.writeFile(path, bytes);
  return path;
}
const incoming = () => fs.readdir(join(folder, 'incoming')).catch(() => []);

describe('the asset box', () => {
  it('keeps a file under the hash of its bytes and says what it is', async () => {
    const kept = await createAssetBox(folder).addFile(await put('到货海报.png', PNG));
    expect(kept).toEqual({
      id: ID,
      bytes: PNG.length,
      kind: 'image',
      mimeType: 'image/png',
      width: 640,
      height: 480,
      isKnown: false,
    });
    expect(new Uint8Array(await fs.readFile(onDisk()))).toEqual(PNG);
    expect(await incoming()).toEqual([]);
  });

  it('keeps the same file once, whatever it is called and however it comes', async () => {
    const box = createAssetBox(folder);
    await box.addFile(await put('a.png', PNG));
    expect(await box.addFile(await put('b.jpg', PNG))).toMatchObject({ id: ID, isKnown: true });
    const token = await box.begin('c.png');
    await box.write(token, PNG.subarray(0, 10));
    await box.write(token, PNG.subarray(10));
    expect(await box.finish(token)).toMatchObject({ id: ID, isKnown: true, kind: 'image' });
    expect(await fs.readdir(join(folder, ID.slice(0, 2)))).toEqual([ID]);
  });

  it('takes pieces in the order of the calls, also when nobody waits', async () => {
    const box = createAssetBox(folder);
    const whole = new Uint8Array(300_000).map((_, i) => (i * 31) % 256);
    const token = await box.begin('长视频.mp4');
    const writes: Promise<void>[] = [];
    for (let at = 0; at < whole.length; at += 10_000) {
      writes.push(box.write(token, whole.subarray(at, at + 10_000)));
    }
    await Promise.all(writes);
    expect((await box.finish(token)).id).toBe(sha(whole));
  });

  it('leaves nothing behind when a taking-in is given up or the window is gone', async () => {
    const box = createAssetBox(folder);
    const first = await box.begin('a.png');
    await box.write(first, PNG);
    await box.abort(first);
    await box.write(await box.begin('b.png'), PNG);
    await box.abandonAll();
    expect(await incoming()).toEqual([]);
    expect(await codeOf(box.finish(first))).toBe('token-unknown');
    expect(await box.findMissing([{ id: ID, bytes: PNG.length }])).toEqual([ID]);
  });

  it('leaves a large file of the disk when it is given up on the way', async () => {
    const box = createAssetBox(folder);
    const source = await put('长视频.mp4', new Uint8Array(5_000_000));
    const controller = new AbortController();
    const adding = box.addFile(source, undefined, controller.signal);
    controller.abort();
    expect(await adding).toBeNull();
    expect(await incoming()).toEqual([]);
  });

  it('forgets what a killed program had not finished, and keeps what it had', async () => {
    const killed = createAssetBox(folder);
    await killed.addFile(await put('a.png', PNG));
    await killed.write(await killed.begin('half.mp4'), new Uint8Array(1000));
    expect(await incoming()).toHaveLength(1);
    const next = createAssetBox(folder);
    expect(await next.tidy()).toBe(1);
    expect(await incoming()).toEqual([]);
    expect(await next.findMissing([{ id: ID, bytes: PNG.length }])).toEqual([]);
    await killed.abandonAll();
  });

  it('refuses another file than the one that is looked for', async () => {
    const box = createAssetBox(folder);
    const other = await put('other.png', new Uint8Array([...PNG, 1]));
    expect(await codeOf(box.addFile(other, ID))).toBe('asset-other-file');
    expect(await box.findMissing([{ id: ID, bytes: PNG.length }])).toEqual([ID]);
    expect(await incoming()).toEqual([]);
    expect(await codeOf(box.addFile(await put('a.png', PNG), ID))).toBe('fine');
  });

  it('names what is gone or cut short, and is whole again once the file is found', async () => {
    const box = createAssetBox(folder);
    const source = await put('a.png', PNG);
    await box.addFile(source);
    const file = { id: ID, bytes: PNG.length };
    await fs.truncate(onDisk(), 5);
    expect(await box.findMissing([file])).toEqual([ID]);
    await box.addFile(source, ID);
    expect(await box.findMissing([file])).toEqual([]);
    await fs.rm(onDisk());
    expect(await box.findMissing([file])).toEqual([ID]);
    expect(await box.readPicture(ID)).toBeNull();
    expect(await codeOf(box.saveAs(ID, join(root, 'out.png')))).toBe('asset-missing');
  });

  it('shows and copies only what is still the file that was kept', async () => {
    const box = createAssetBox(folder);
    await box.addFile(await put('a.png', PNG));
    expect(await box.readPicture(ID)).toEqual({ bytes: PNG, mimeType: 'image/png' });
    const out = join(root, 'out.png');
    await box.saveAs(ID, out);
    expect(new Uint8Array(await fs.readFile(out))).toEqual(PNG);
    const changed = Uint8Array.from(PNG);
    changed[20] = 0xff;
    await fs.writeFile(onDisk(), changed);
    expect(await codeOf(box.readPicture(ID))).toBe('asset-damaged');
    expect(await codeOf(box.saveAs(ID, join(root, 'again.png')))).toBe('asset-damaged');
    expect(await codeOf(fs.access(join(root, 'again.png')))).toContain('ENOENT');
  });

  it('shows a copy under a plain name of its own, which the next start takes away', async () => {
    const box = createAssetBox(folder);
    await box.addFile(await put('a.png', PNG));
    const shown = await box.copyToShow(ID, '../到货/海报.png');
    expect(shown.startsWith(join(folder, 'shown', ID.slice(0, 12)))).toBe(true);
    await fs.writeFile(shown, 'edited elsewhere');
    expect(await box.readPicture(ID)).toMatchObject({ mimeType: 'image/png' });
    await createAssetBox(folder).tidy();
    expect(await codeOf(fs.access(shown))).toContain('ENOENT');
  });

  it('draws no picture from what is none, whatever its name', async () => {
    const box = createAssetBox(folder);
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    const id = sha(svg);
    expect(await box.addFile(await put('logo.png', svg))).toMatchObject({ id, kind: 'other' });
    expect(await codeOf(box.readPicture(id))).toBe('asset-not-a-picture');
    expect(await codeOf(box.keepThumbnail(id, svg))).toBe('asset-not-a-picture');
    await box.keepThumbnail(id, PNG);
    expect(await box.readThumbnail(id)).toEqual({ bytes: PNG, mimeType: 'image/png' });
  });

  it('refuses an empty file, a folder and one that is gone', async () => {
    const box = createAssetBox(folder);
    expect(await codeOf(box.addFile(await put('a.txt', new Uint8Array())))).toBe('asset-empty');
    expect(await codeOf(box.addFile(root))).toBe('file-not-readable');
    expect(await codeOf(box.addFile(join(root, 'none.png')))).toBe('file-gone');
    expect(await incoming()).toEqual([]);
  });

  it('refuses more than 500 MB without reading it', async () => {
    const path = await put('film.mp4', new Uint8Array());
    await fs.truncate(path, 500 * 1024 * 1024 + 1);
    expect(await codeOf(createAssetBox(folder).addFile(path))).toBe('asset-too-large');
  });

  it('says that the disk is full and leaves nothing half', async () => {
    const box = createAssetBox(folder);
    const source = await put('a.png', PNG);
    const open = fs.open.bind(fs);
    vi.spyOn(fs, 'open').mockImplementation(async (...args: Parameters<typeof fs.open>) => {
      const handle = await open(...args);
      handle.writeFile = async () => {
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      };
      return handle;
    });
    expect(await codeOf(box.addFile(source))).toBe('disk-full');
    const token = await box.begin('b.png');
    expect(await codeOf(box.write(token, PNG))).toBe('disk-full');
    expect(await codeOf(box.finish(token))).toBe('disk-full');
    expect(await incoming()).toEqual([]);
    vi.restoreAllMocks();
    expect(await codeOf(box.addFile(source))).toBe('fine');
  });

  it('keeps what is named, and what nothing names for thirty days', async () => {
    const box = createAssetBox(folder);
    await box.addFile(await put('a.png', PNG));
    await box.keepThumbnail(ID, PNG);
    const start = Date.now();
    const clock = vi.spyOn(Date, 'now');
    const on = (day: number) => clock.mockReturnValue(start + day * DAY_MS);
    // Nobody looked for two months, and the data are older now: that is no reason to lose the file.
    on(60);
    expect(await box.removeAllBut([])).toBe(0);
    on(89);
    expect(await box.removeAllBut([])).toBe(0);
    expect(await box.removeAllBut([ID])).toBe(0);
    on(91);
    expect(await box.removeAllBut([])).toBe(0);
    on(121);
    expect(await box.removeAllBut([])).toBe(1);
    clock.mockRestore();
    expect(await box.readThumbnail(ID)).toBeNull();
    expect(await createAssetBox(join(root, 'never')).removeAllBut([])).toBe(0);
  });
});
