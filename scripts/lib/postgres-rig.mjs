import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SetupError } from './project.mjs';
import { run, tail } from './run.mjs';
import { installOnDebian } from './system-libraries.mjs';

const START_MS = 30_000;

/** @typedef {Awaited<ReturnType<typeof openPostgresRig>>} PostgresRig */

/** @returns {string | undefined} the newest server's programs on this machine */
function findPrograms() {
  const places = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];
  const folders = places.filter(existsSync).flatMap((place) =>
    readdirSync(place)
      .filter((name) => /^(?:postgresql@)?\d+$/.test(name))
      .sort((a, b) => Number(b.replace(/\D/g, '')) - Number(a.replace(/\D/g, '')))
      .map((name) => join(place, name, 'bin')),
  );
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

/** @param {(text: string) => void} announce */
async function ensurePrograms(announce) {
  const found = findPrograms();
  if (found) return found;
  await installOnDebian(announce, [['postgresql']], 'a PostgreSQL server');
  const installed = findPrograms();
  if (!installed) throw new SetupError('after installing, there is still no PostgreSQL server');
  return installed;
}

/** initdb refuses root, so there an ordinary user runs the server: the package's own. */
async function chooseUser() {
  if (process.getuid?.() !== 0) return undefined;
  const found = await run('id', ['-u', 'postgres']);
  if (found.code !== 0) throw new SetupError('there is no user postgres to run the server as');
  const group = await run('id', ['-g', 'postgres']);
  return { uid: Number(found.stdout), gid: Number(group.stdout) };
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/**
 * A PostgreSQL server of its own in a folder that is thrown away, as it is set up out of the box
 * (fsync included), which can be killed and started again over the same files.
 * @param {{ announce?: (text: string) => void, settings?: string[], folder?: string }} [options]
 */
export async function openPostgresRig({ announce = () => {}, settings = [], folder } = {}) {
  const programs = await ensurePrograms(announce);
  const user = await chooseUser();
  const place = mkdtempSync(join(folder ?? tmpdir(), 'postgres-rig-'));
  const password = randomBytes(16).toString('hex');
  writeFileSync(join(place, 'password'), password, { mode: 0o600 });
  if (user)
    for (const path of [place, join(place, 'password')]) chownSync(path, user.uid, user.gid);

  const asUser = (/** @type {string} */ program, /** @type {string[]} */ args) =>
    user
      ? {
          command: 'setpriv',
          args: [
            `--reuid=${user.uid}`,
            `--regid=${user.gid}`,
            '--clear-groups',
            join(programs, program),
            ...args,
          ],
        }
      : { command: join(programs, program), args };

  const initdb = asUser('initdb', [
    ...['-D', join(place, 'data'), '-U', 'postgres', '-A', 'scram-sha-256', '-E', 'UTF8'],
    ...['--pwfile', join(place, 'password'), '--locale', 'C.UTF-8'],
  ]);
  const made = await run(initdb.command, initdb.args, { cwd: place });
  if (made.code !== 0) throw new SetupError(`initdb failed:\n${tail(made)}`);

  const port = await freePort();
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let server;

  const startOnce = async () => {
    const { command, args } = asUser('postgres', [
      ...['-D', join(place, 'data'), '-k', place, '-p', String(port), '-h', '127.0.0.1'],
      ...settings.flatMap((setting) => ['-c', setting]),
    ]);
    let said = '';
    const child = spawn(command, args, { cwd: place, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      said = (said + text).slice(-4000);
    });
    const deadline = Date.now() + START_MS;
    while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
      const ready = await run(join(programs, 'pg_isready'), [
        '-q',
        '-h',
        '127.0.0.1',
        '-p',
        String(port),
      ]);
      if (ready.code === 0) return { child, said: '' };
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    child.kill('SIGKILL');
    return { child: undefined, said };
  };

  /** Backends of a killed server need a moment to leave their shared memory, so it is tried again. */
  const start = async () => {
    const deadline = Date.now() + START_MS;
    for (;;) {
      const { child, said } = await startOnce();
      server = child;
      if (server) return;
      if (Date.now() > deadline) throw new SetupError(`PostgreSQL does not start:\n${said}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };

  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    const child = server;
    server = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (signal === 'SIGKILL') for (const pid of await childrenOf(child.pid)) killQuietly(pid);
    child.kill(signal);
    await gone;
  };

  await start();
  return {
    url,
    programs,
    port,
    /** As a crash takes it away: the server and its backends at once, nothing flushed. */
    kill: () => end('SIGKILL'),
    start,
    close: async () => {
      await end('SIGINT');
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** @param {number | undefined} pid */
async function childrenOf(pid) {
  const { stdout } = await run('ps', ['-o', 'pid=', '--ppid', String(pid)]);
  return stdout.split('\n').map(Number).filter(Boolean);
}

/** @param {number} pid */
function killQuietly(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
