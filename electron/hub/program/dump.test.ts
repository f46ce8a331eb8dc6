import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HubDatabase, openEmbedded } from '../database/database';
import { migrateUp } from '../store/migrate';
import type { HubTables } from '../store/tables';
import { checkDump, dumpLines, restore } from './dump';

let folder = '';
let source: HubDatabase<HubTables>;
let target: HubDatabase<HubTables>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-dump-'));
  source = await openEmbedded<HubTables>();
  target = await openEmbedded<HubTables>();
  for (const { kysely } of [source, target]) await migrateUp(kysely);
  await fill(source);
}, 60_000);
afterAll(async () => {
  await source.close();
  await target.close();
  rmSync(folder, { recursive: true, force: true });
});

const OPS = 40;

async function fill({ kysely }: HubDatabase<HubTables>): Promise<void> {
  const workspace_id = 'w1';
  await kysely
    .insertInto('workspaces')
    .values({
      workspace_id,
      name: '北 "区"\n',
      log_id: 'log',
      head: OPS,
      divided_at: null,
      created_at: 1,
    })
    .execute();
  const grants = [{ scope: 'g,1', canWrite: true }];
  await kysely
    .insertInto('invites')
    .values({
      workspace_id,
      code_hash: Uint8Array.of(0, 255, 10),
      role: 'viewer',
      grants: JSON.stringify(grants),
      made_by: null,
      expires_at: 2 ** 45,
      used_at: null,
    })
    .execute();
  for (let seq = 1; seq <= OPS; seq++) {
    const scopes = seq % 2 ? ['all'] : ['g,1', '组"{二}'];
    const body = Uint8Array.from({ length: seq }, (_, i) => i * seq);
    await kysely
      .insertInto('op_parts')
      .values({
        workspace_id,
        body_id: `b${seq}`,
        piece: 0,
        part: 0,
        scopes,
        form: 'gzip',
        names: new Uint8Array(),
        body,
      })
      .execute();
  }
}

async function writeDump(name: string): Promise<string> {
  const file = join(folder, name);
  await pipeline(dumpLines(source), createGzip(), createWriteStream(file));
  return file;
}

const partsOf = ({ kysely }: HubDatabase<HubTables>) =>
  kysely.selectFrom('op_parts').selectAll().orderBy('body_id').execute();

test('what was put back is what was taken, under another log id', async () => {
  const file = await writeDump('whole.gz');
  expect(await checkDump(file)).toEqual({ rows: OPS + 2 });
  expect(await restore(target, file)).toEqual({ rows: OPS + 2 });
  expect(await partsOf(target)).toEqual(await partsOf(source));
  const invites = ({ kysely }: HubDatabase<HubTables>) =>
    kysely.selectFrom('invites').selectAll().execute();
  expect(await invites(target)).toEqual(await invites(source));
  const workspace = await target.kysely
    .selectFrom('workspaces')
    .selectAll()
    .executeTakeFirstOrThrow();
  expect(workspace).toMatchObject({ name: '北 "区"\n', head: OPS, created_at: 1 });
  expect(workspace.log_id).not.toBe('log');
  await expect(restore(target, file)).rejects.toMatchObject({ code: 'hub-not-empty' });
});

test('a dump that is cut short, altered or none is refused, and leaves nothing', async () => {
  const whole = readFileSync(await writeDump('to-damage.gz'));
  const text = gunzipSync(whole).toString('utf8');
  const damaged: Record<string, Uint8Array> = {
    short: whole.subarray(0, whole.length - 20),
    'without-end': gzipSync(text.split('\n').slice(0, -2).join('\n')),
    'without-a-row': gzipSync(
      text
        .split('\n')
        .filter((_, i) => i !== 20)
        .join('\n'),
    ),
    altered: gzipSync(text.replace('"b7"', '"b8"')),
    other: Buffer.from('no backup at all'),
    empty: gzipSync(''),
  };
  const empty = await openEmbedded<HubTables>();
  await migrateUp(empty.kysely);
  for (const [name, bytes] of Object.entries(damaged)) {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const refused = { code: 'hub-backup-damaged' };
    await expect(checkDump(file), name).rejects.toMatchObject(refused);
    await expect(restore(empty, file), name).rejects.toMatchObject(refused);
    expect(await partsOf(empty), name).toEqual([]);
  }
  await expect(checkDump(join(folder, 'absent'))).rejects.toMatchObject({ code: 'ENOENT' });
  await empty.close();
}, 60_000);
