import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalFrame } from '@shared/contracts/ipc';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createJournal, type Journal, type JournalOptions } from './journal';

const DATABASE = 'database-one';
let folder: string;
let open: Journal[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  open = [];
});
afterEach(async () => {
  for (const journal of open) await journal.close();
  rmSync(folder, { recursive: true, force: true });
});

function openJournal(options: JournalOptions = {}, at = folder): Journal {
  const journal = createJournal(at, options);
  open.push(journal);
  return journal;
}

const frame = (seq: number, payloadBytes = 0): JournalFrame => ({
  seq,
  header: JSON.stringify({ command: 'editMember', n: seq, word: '群' }),
  payload: new Uint8Array(payloadBytes).fill(seq % 251),
});
const frames = (from: number, to: number, payloadBytes = 0) =>
  Array.from({ length: to - from + 1 }, (_, i) => frame(from + i, payloadBytes));
const seqs = (list: readonly JournalFrame[]) => list.map(({ seq }) => seq);
const segmentNames = () => readdirSync(folder).filter((name) => name.endsWith('.qdj'));

async function readAll(journal: Journal, afterSeq = 0): Promise<JournalFrame[]> {
  const all: JournalFrame[] = [];
  for (;;) {
    const page = await journal.read(all.at(-1)?.seq ?? afterSeq);
    if (page.length === 0) return all;
    all.push(...page);
  }
}

test('an empty journal says so', async () => {
  expect(await openJournal().readState()).toEqual({
    databaseId: null,
    firstSeq: 0,
    lastSeq: 0,
    bytes: 0,
    truncatedBytes: 0,
    damagedSeq: 0,
  });
  expect(await openJournal().read(0)).toEqual([]);
});

test('what was appended is read back the same, also by the next run', async () => {
  const written = [frame(1), frame(2, 5000), frame(3)];
  await openJournal().append(DATABASE, written);
  const next = openJournal();
  expect(await next.readState()).toMatchObject({ databaseId: DATABASE, firstSeq: 1, lastSeq: 3 });
  expect(await readAll(next)).toEqual(written);
  expect(seqs(await readAll(next, 2))).toEqual([3]);
  expect(await next.read(3)).toEqual([]);
});

test('a journal may begin at any number: the database was restored', async () => {
  const journal = openJournal();
  await journal.append(DATABASE, frames(41, 43));
  expect(await journal.readState()).toMatchObject({ firstSeq: 41, lastSeq: 43 });
  expect(seqs(await readAll(journal))).toEqual([41, 42, 43]);
});

describe('repeats and holes', () => {
  test('a batch whose answer got lost may be sent again', async () => {
    const journal = openJournal();
    await journal.append(DATABASE, frames(1, 3));
    const { bytes } = await journal.readState();
    expect(await journal.append(DATABASE, frames(1, 3))).toMatchObject({ lastSeq: 3, bytes });
    expect(await journal.append(DATABASE, frames(2, 5))).toMatchObject({ lastSeq: 5 });
    expect(seqs(await readAll(journal))).toEqual([1, 2, 3, 4, 5]);
  });

  test.each([
    ['after the last', frames(5, 6), 4, 5],
    ['inside the batch', [frame(4), frame(6)], 5, 6],
    ['by going back', [frame(4), frame(4)], 5, 4],
  ])(
    'a hole %s is refused, and nothing of the batch is written',
    async (_name, batch, expected, found) => {
      const journal = openJournal();
      await journal.append(DATABASE, frames(1, 3));
      await expect(journal.append(DATABASE, batch)).rejects.toMatchObject({
        code: 'journal-gap',
        data: { expected, found },
      });
      expect(seqs(await readAll(journal))).toEqual([1, 2, 3]);
      await journal.append(DATABASE, frames(4, 4));
      expect(seqs(await readAll(openJournal()))).toEqual([1, 2, 3, 4]);
    },
  );

  test('batches that are sent together are written one after the other', async () => {
    const journal = openJournal();
    await Promise.all([1, 2, 3, 4, 5].map((seq) => journal.append(DATABASE, [frame(seq)])));
    expect(seqs(await readAll(journal))).toEqual([1, 2, 3, 4, 5]);
  });

  test('another database is never mixed in', async () => {
    const journal = openJournal();
    await journal.append(DATABASE, frames(1, 2));
    await expect(journal.append('database-two', frames(3, 3))).rejects.toMatchObject({
      code: 'journal-other-database',
    });
    expect(seqs(await readAll(journal))).toEqual([1, 2]);
  });
});

describe('a torn tail', () => {
  test('at every byte of the last frame: the frames before it stay, the rest is cut and told', async () => {
    const whole = openJournal();
    await whole.append(DATABASE, frames(1, 2, 10));
    const goodEnd = (await whole.readState()).bytes;
    await whole.append(DATABASE, [frame(3, 10)]);
    const fullEnd = (await whole.readState()).bytes;
    const [name = ''] = segmentNames();
    for (let cut = goodEnd + 1; cut < fullEnd; cut += 1) {
      const torn = join(folder, `torn-${cut}`);
      mkdirSync(torn);
      copyFileSync(join(folder, name), join(torn, name));
      truncateSync(join(torn, name), cut);
      const journal = openJournal({}, torn);
      expect(await journal.readState()).toMatchObject({
        lastSeq: 2,
        truncatedBytes: cut - goodEnd,
      });
      expect(statSync(join(torn, name)).size).toBe(goodEnd);
      await journal.append(DATABASE, [frame(3, 10)]);
      expect(seqs(await readAll(openJournal({}, torn)))).toEqual([1, 2, 3]);
      expect(readdirSync(torn)).toEqual([name]);
      rmSync(torn, { recursive: true });
    }
  });

  test('zeros that the disk put after the last frame are cut', async () => {
    await openJournal().append(DATABASE, frames(1, 2));
    const [name = ''] = segmentNames();
    appendFileSync(join(folder, name), Buffer.alloc(4096));
    expect(await openJournal().readState()).toMatchObject({ lastSeq: 2, truncatedBytes: 4096 });
  });

  test('a whole tail is not told', async () => {
    await openJournal().append(DATABASE, frames(1, 2));
    expect((await openJournal().readState()).truncatedBytes).toBe(0);
  });

  test('a changed byte before good frames costs them their place, but they are kept aside', async () => {
    const journal = openJournal();
    await journal.append(DATABASE, frames(1, 1));
    const firstEnd = (await journal.readState()).bytes;
    await journal.append(DATABASE, frames(2, 3, 50));
    const [name = ''] = segmentNames();
    const path = join(folder, name);
    const data = readFileSync(path);
    const rest = Buffer.from(data.subarray(firstEnd));
    data[firstEnd + 30] = (data[firstEnd + 30] ?? 0) ^ 1;
    rest[30] = (rest[30] ?? 0) ^ 1;
    writeFileSync(path, data);
    expect(await openJournal({ nowMs: () => 7 }).readState()).toMatchObject({
      lastSeq: 1,
      truncatedBytes: rest.length,
    });
    expect(readFileSync(`${path}.damaged-7`).equals(rest)).toBe(true);
    const next = openJournal({ nowMs: () => 8 });
    expect(await next.readState()).toMatchObject({ lastSeq: 1, truncatedBytes: 0, damagedSeq: 3 });
    await next.retire();
    expect(await next.readState()).toMatchObject({ lastSeq: 0, damagedSeq: 0 });
    expect(readdirSync(join(folder, 'retired-8')).sort()).toEqual([name, `${name}.damaged-7`]);
  });

  test.each([
    ['its length', 0],
    ['its number', 10],
    ['its body', 30],
  ])('with %s changed, all up to the last are known to be lost', async (_what, at) => {
    const journal = openJournal();
    await journal.append(DATABASE, frames(1, 1));
    const firstEnd = (await journal.readState()).bytes;
    await journal.append(DATABASE, frames(2, 3, 50));
    const [name = ''] = segmentNames();
    const data = readFileSync(join(folder, name));
    data[firstEnd + at] = (data[firstEnd + at] ?? 0) ^ 4;
    writeFileSync(join(folder, name), data);
    expect(await openJournal().readState()).toMatchObject({ lastSeq: 1, damagedSeq: 3 });
  });

  test('a changed byte in the last of all costs that one, and it is known', async () => {
    await openJournal().append(DATABASE, frames(1, 3, 50));
    const [name = ''] = segmentNames();
    const data = readFileSync(join(folder, name));
    data[data.length - 5] = (data[data.length - 5] ?? 0) ^ 1;
    writeFileSync(join(folder, name), data);
    expect(await openJournal().readState()).toMatchObject({ lastSeq: 2, damagedSeq: 3 });
  });

  test('a journal of which nothing can be read still tells that there was one', async () => {
    await openJournal().append(DATABASE, frames(1, 3, 50));
    const [name = ''] = segmentNames();
    writeFileSync(join(folder, name), readFileSync(join(folder, name)).subarray(3));
    expect(await openJournal().readState()).toMatchObject({
      databaseId: null,
      lastSeq: 0,
      damagedSeq: 3,
    });
  });

  test('a segment without a head is set aside, the one before it goes on', async () => {
    await openJournal().append(DATABASE, frames(1, 2));
    writeFileSync(join(folder, 'journal-000000000003.qdj'), 'QDJ1');
    const journal = openJournal({ nowMs: () => 9 });
    expect(await journal.readState()).toMatchObject({ lastSeq: 2, truncatedBytes: 4 });
    await journal.append(DATABASE, frames(3, 3));
    expect(seqs(await readAll(openJournal()))).toEqual([1, 2, 3]);
  });
});

describe('segments', () => {
  test('a full one is closed, and all are read in order', async () => {
    const journal = openJournal({ rotateBytes: 1000, pageBytes: 1500 });
    for (let seq = 1; seq <= 20; seq += 1) await journal.append(DATABASE, [frame(seq, 300)]);
    expect(segmentNames().length).toBeGreaterThan(4);
    expect(seqs(await readAll(journal))).toEqual(seqs(frames(1, 20)));
    expect(seqs(await readAll(journal, 13))).toEqual(seqs(frames(14, 20)));
    expect(await openJournal().readState()).toMatchObject({ firstSeq: 1, lastSeq: 20 });
  });

  test('a page holds about as much as asked, and always something', async () => {
    const journal = openJournal({ pageBytes: 1000 });
    await journal.append(DATABASE, [...frames(1, 6, 400), frame(7, 5000)]);
    expect(seqs(await journal.read(0))).toEqual([1, 2]);
    expect(seqs(await journal.read(6))).toEqual([7]);
  });

  test('damage in an older segment is said, never skipped', async () => {
    const journal = openJournal({ rotateBytes: 500 });
    for (let seq = 1; seq <= 6; seq += 1) await journal.append(DATABASE, [frame(seq, 300)]);
    const [, second = ''] = segmentNames();
    const path = join(folder, second);
    truncateSync(path, statSync(path).size - 1);
    const next = openJournal({ rotateBytes: 500 });
    const good = await next.read(0);
    expect(good.length).toBeGreaterThan(0);
    await expect(readAll(next)).rejects.toMatchObject({
      code: 'journal-damaged',
      data: { file: second },
    });
  });

  test('those that the kept backups cover may go', async () => {
    const journal = openJournal({ rotateBytes: 1 });
    for (let seq = 1; seq <= 5; seq += 1) await journal.append(DATABASE, [frame(seq)]);
    const backups = [3, 4, 5].map((lastSeq) => ({ databaseId: DATABASE, lastSeq }));
    expect(await journal.prune(backups.slice(1))).toBe(0);
    expect(await journal.prune(backups.map((one) => ({ ...one, databaseId: 'another' })))).toBe(0);
    expect(await journal.prune(backups)).toBe(3);
    expect(seqs(await readAll(journal))).toEqual([4, 5]);
    expect(await openJournal().readState()).toMatchObject({ firstSeq: 4, lastSeq: 5 });
  });
});

test('a retired journal is kept beside, and another database may begin', async () => {
  const journal = openJournal({ rotateBytes: 1, nowMs: () => 77 });
  for (let seq = 1; seq <= 3; seq += 1) await journal.append(DATABASE, [frame(seq)]);
  await journal.retire();
  expect(await journal.readState()).toMatchObject({ databaseId: null, lastSeq: 0 });
  await journal.append('database-two', frames(1, 1));
  expect(await journal.readState()).toMatchObject({ databaseId: 'database-two', lastSeq: 1 });
  const retired = openJournal({}, join(folder, 'retired-77'));
  expect(await retired.readState()).toMatchObject({ databaseId: DATABASE, lastSeq: 3 });
});

test('a folder that is gone is an error, and the journal goes on when it is back', async () => {
  const journal = openJournal();
  rmSync(folder, { recursive: true });
  await expect(journal.append(DATABASE, frames(1, 1))).rejects.toThrow();
  mkdirSync(folder);
  await journal.append(DATABASE, frames(1, 1));
  expect(seqs(await readAll(openJournal()))).toEqual([1]);
});

test('what a copy covers is forgotten for good, and the journal goes on behind it', async () => {
  const journal = openJournal({ rotateBytes: 200, nowMs: () => 7 });
  await journal.append(DATABASE, frames(1, 3, 100));
  await journal.retire();
  await journal.append(DATABASE, frames(1, 2, 100));
  await journal.append(DATABASE, frames(3, 5, 100));
  expect(await journal.forget(4)).toBe(false);
  expect(seqs(await readAll(journal))).toEqual([1, 2, 3, 4, 5]);
  expect(await journal.forget(5)).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
  await journal.append(DATABASE, frames(6, 7));
  expect(await openJournal().readState()).toMatchObject({
    databaseId: DATABASE,
    firstSeq: 6,
    lastSeq: 7,
    damagedSeq: 0,
  });
});
