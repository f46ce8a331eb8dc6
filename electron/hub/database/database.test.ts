import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbedded } from './database';
import { takeFolder } from './folder-lock';

type Tables = { notes: { id: number; body: Uint8Array } };
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-database-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a folder keeps its rows, is refused to a second opener, and is free again once closed', async () => {
  const first = await openEmbedded<Tables>(folder);
  await sql`create table notes (id bigint primary key, body bytea not null)`.execute(first.kysely);
  const body = Uint8Array.of(0, 1, 255);
  const written = await first.kysely.insertInto('notes').values({ id: 7, body }).executeTakeFirst();
  expect(written.numInsertedOrUpdatedRows).toBe(1n);
  await expect(openEmbedded(folder)).rejects.toMatchObject({
    code: 'hub-folder-taken',
    data: { pid: process.pid },
  });
  await first.close();
  // As a process leaves it that was killed: its number belongs to nobody, or to another by now.
  const left = { pid: process.pid, startedAt: 'another time', host: hostname() };
  writeFileSync(join(folder, 'hub.lock'), JSON.stringify(left));
  const second = await openEmbedded<Tables>(folder);
  expect(await second.kysely.selectFrom('notes').selectAll().execute()).toEqual([{ id: 7, body }]);
  await second.close();
}, 60_000);

test('transactions take turns, what failed leaves nothing, and listeners hear', async () => {
  const database = await openEmbedded<Tables>();
  await sql`create table notes (id bigint primary key, body bytea not null)`.execute(
    database.kysely,
  );
  const heard: (string | undefined)[] = [];
  const stop = await database.listen('bell', (payload) => heard.push(payload));
  const add = (id: number, isFailing: boolean) =>
    database.kysely.transaction().execute(async (trx) => {
      const { n } = await trx
        .selectFrom('notes')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      await trx
        .insertInto('notes')
        .values({ id, body: Uint8Array.of(n) })
        .execute();
      if (isFailing) throw new Error('on purpose');
    });
  const outcomes = await Promise.allSettled([add(1, false), add(2, true), add(3, false)]);
  await database.notify('bell', 'rung');
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const rows = await database.kysely.selectFrom('notes').selectAll().orderBy('id').execute();
  expect(rows.map(({ id, body }) => [id, body[0]])).toEqual([
    [1, 0],
    [3, 1],
  ]);
  expect(heard).toEqual(['rung']);
  await stop();
  await database.close();
}, 60_000);

test.runIf(process.platform === 'linux')('a holder that ended unasked counts as gone', async () => {
  // A shell that goes on without asking for its child's end keeps it as a zombie.
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 5'], { stdio: 'pipe' });
  const pid = await new Promise<number>((resolve) =>
    parent.stdout.once('data', (text) => resolve(Number(text))),
  );
  const statOf = () => readFileSync(`/proc/${pid}/stat`, 'utf8');
  while (!/\) Z /.test(statOf())) await new Promise((resolve) => setTimeout(resolve, 10));
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const startedAt = `${boot}/${statOf().split(' ')[21]}`;
  const held = join(folder, 'held');
  mkdirSync(held);
  writeFileSync(join(held, 'hub.lock'), JSON.stringify({ pid, startedAt, host: hostname() }));
  const lock = await takeFolder(held);
  await lock.release();
  parent.kill();
});
