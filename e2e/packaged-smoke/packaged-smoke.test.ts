import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { PackagedProgram } from './packaged-program';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Packs what is built now; the last line that `dist` prints is the program. */
async function packProgram(): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'scripts', 'dist.mjs'), '--dir', '--allow-fallback-runtime'],
    { cwd: root },
  );
  return stdout.trim().split('\n').at(-1) ?? '';
}

const roster = [
  '姓名,手机号,微信号',
  '顾晓岚,13800138011,gu-xiaolan',
  '陶子墨,13800138012,tao-zimo',
];

/** A hub's first start makes its database. */
const HUB_LIMIT_MS = 120_000;

test('the packaged program keeps a member over a restart, and hosts a hub', async () => {
  test.setTimeout(300_000);
  const program = await packProgram();
  expect(program).toContain('release');
  const folder = await mkdtemp(join(tmpdir(), 'qunduo-packaged-'));
  try {
    const file = join(folder, 'roster.csv');
    await writeFile(file, `\uFEFF${roster.join('\n')}\n`);
    const dataFolder = join(folder, 'data');

    const first = await PackagedProgram.start(program, dataFolder);
    await first.click('nav-import');
    await first.waitForPage('page-import');
    await first.chooseFile('import-file', file);
    await first.click('import-kind-members');
    await first.click('import-next');
    await first.click('import-commit');
    await first.waitFor('import-done');
    await first.quit();

    const second = await PackagedProgram.start(program, dataFolder);
    await second.click('nav-members');
    await second.waitForPage('page-members');
    await second.waitForText('members-total', '2');
    await second.waitForText('member-row', '顾晓岚');
    // The hub's database comes out of the archive too.
    await second.open('#/settings/sync');
    await second.type('sync-host', 'sync-host-name', '滨江社群');
    await second.type('sync-host', 'sync-device', '店长的电脑');
    await second.click('sync-host');
    await second.waitFor('sync-joined', HUB_LIMIT_MS);
    await second.quit();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
