import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { JournalFrame } from '@shared/contracts/ipc';
import { splitBlocks } from '@shared/contracts/journal-payload';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createJournal, type Journal } from './journal';

const DATABASE = 'database-one';
let folder: string;
let open: Journal[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stream-'));
  open = [];
});
afterEach(async () => {
  for (const journal of open) await journal.close();
  rmSync(folder, { recursive: true, force: true });
});

function openJournal(): Journal {
  const journal = createJournal(folder);
  open.push(journal);
  return journal;
}

const small = (seq: number): JournalFrame => ({
  seq,
  header: JSON.stringify({ n: seq, word: '群' }),
  payload: new Uint8Array(),
});

const block = (n: number, bytes = 300_000) =>
  Uint8Array.from({ length: bytes }, (_, i) => (i * n) % 251);

const unpacked = (payload: Uint8Array) =>
  splitBlocks(payload)?.map(({ form, bytes }) => {
    expect(form).toBe('gzip');
    return new Uint8Array(gunzipSync(bytes));
  });

async function stream(journal: Journal, seq: number, blocks: Uint8Array[]): Promise<void> {
  const token = await journal.begin(DATABASE, seq, `{"n":${seq}}`);
  if (token === null) throw new Error('the journal has it already');
  // Not one after another: main is to compress several at a time.
  await Promise.all(blocks.map((bytes) => journal.write(token, bytes)));
  await journal.finish(token);
}

test('a frame in blocks is read back whole and in order, between ordinary ones', async () => {
  const journal = openJournal();
  await journal.append(DATABASE, [small(1)]);
  const blocks = [block(1), block(2, 10), block(3), block(5, 600_000)];
  await stream(journal, 2, blocks);
  await journal.append(DATABASE, [small(3)]);
  const next = openJournal();
  expect(await next.readState()).toMatchObject({ firstSeq: 1, lastSeq: 3, truncatedBytes: 0 });
  const [one, two, three] = await next.read(0);
  expect([one, three]).toEqual([small(1), small(3)]);
  expect(two?.header).toBe('{"n":2}');
  const read = unpacked(two?.payload ?? new Uint8Array()) ?? [];
  expect(read.map((bytes) => bytes.length)).toEqual(blocks.map((bytes) => bytes.length));
  // Compared as bytes: the deep comparison of a test takes seconds for these.
  expect(Buffer.concat(read).equals(Buffer.concat(blocks))).toBe(true);
});

test('the first frame of a journal may come in blocks', async () => {
  await stream(openJournal(), 7, [block(1)]);
  const next = openJournal();
  expect(await next.readState()).toMatchObject({ databaseId: DATABASE, firstSeq: 7, lastSeq: 7 });
  await next.append(DATABASE, [small(8)]);
  expect((await next.read(0)).map(({ seq }) => seq)).toEqual([7, 8]);
});

test('until it is finished nothing of it counts, and a killed process leaves nothing', async () => {
  const journal = openJournal();
  await journal.append(DATABASE, [small(1)]);
  const token = (await journal.begin(DATABASE, 2, '{}')) ?? '';
  await journal.write(token, block(1));
  expect(await journal.readState()).toMatchObject({ lastSeq: 1 });
  // The next process finds the file as the killed one left it.
  const next = openJournal();
  expect(await next.readState()).toMatchObject({ lastSeq: 1, truncatedBytes: 0 });
  expect(readdirSync(folder)).toEqual(['journal-000000000001.qdj']);
  await stream(next, 2, [block(1)]);
  expect(await openJournal().readState()).toMatchObject({ lastSeq: 2 });
});

test('given up, or left by a window that died, it makes room for the next', async () => {
  const journal = openJournal();
  const given = (await journal.begin(DATABASE, 1, '{}')) ?? '';
  await journal.write(given, block(1));
  await journal.abort(given);
  await expect(journal.write(given, block(1))).rejects.toMatchObject({ code: 'token-unknown' });
  await expect(journal.finish(given)).rejects.toMatchObject({ code: 'token-unknown' });
  const left = (await journal.begin(DATABASE, 1, '{}')) ?? '';
  await journal.write(left, block(1));
  await journal.append(DATABASE, [small(1)]);
  await expect(journal.write(left, block(1))).rejects.toMatchObject({ code: 'token-unknown' });
  expect(readdirSync(folder)).toEqual(['journal-000000000001.qdj']);
  expect((await journal.read(0)).map(({ seq }) => seq)).toEqual([1]);
});

test('what is there already is not taken twice, a hole and another database are refused', async () => {
  const journal = openJournal();
  await stream(journal, 1, [block(1)]);
  expect(await journal.begin(DATABASE, 1, '{}')).toBeNull();
  await expect(journal.begin(DATABASE, 3, '{}')).rejects.toMatchObject({ code: 'journal-gap' });
  await expect(journal.begin('database-two', 2, '{}')).rejects.toMatchObject({
    code: 'journal-other-database',
  });
});

test('files of others beside the journal stay when leftovers are removed', async () => {
  writeFileSync(join(folder, 'notes.tmp'), 'mine');
  writeFileSync(join(folder, 'journal-000000000009.qdj.tmp'), 'torn');
  await openJournal().readState();
  expect(readdirSync(folder)).toEqual(['notes.tmp']);
});
