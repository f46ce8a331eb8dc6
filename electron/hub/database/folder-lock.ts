import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ExpectedError } from '@shared/lib/errors';
import { z } from 'zod';

const FILE = 'hub.lock';
/** A living holder touches its file this often; who cannot be asked otherwise counts as gone after a while. */
const TOUCH_MS = 5000;
const GONE_AFTER_MS = 60_000;
/** Between making the file and writing it another process may look. */
const WRITTEN_WITHIN_MS = 500;
const TURN_MS = 100;

const holderSchema = z.object({ pid: z.number().int(), startedAt: z.string(), host: z.string() });
type Holder = z.infer<typeof holderSchema>;

export type FolderLock = { release(): Promise<void> };

/**
 * Makes the folder this process's own: two databases over the same files destroy them. A lock whose
 * process is gone (its pid free, or taken by a process that started at another time) is taken over;
 * `hub-folder-taken` with `pid` and `host` when its process lives.
 */
export async function takeFolder(folder: string): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, FILE);
  const own: Holder = {
    pid: process.pid,
    startedAt: startOf(process.pid) ?? 'unknown',
    host: hostname(),
  };
  if (!write(file, own)) await takeOver(file, own);
  const touching = setInterval(() => touch(file), TOUCH_MS);
  touching.unref();
  return {
    release: async () => {
      clearInterval(touching);
      if (isSame(parseHolder(file), own)) rmSync(file, { force: true });
    },
  };
}

/** One at a time removes a lock that nobody holds, or the second would remove what the first has made. */
async function takeOver(file: string, own: Holder): Promise<void> {
  const turn = `${file}.turn`;
  while (!write(turn, own)) {
    await delay(TURN_MS);
    if (ageOf(turn) > TURN_MS * 100) rmSync(turn, { force: true });
  }
  try {
    const holder = await readHolder(file);
    if (holder && isAlive(holder, file)) throw taken(holder);
    rmSync(file, { force: true });
    if (!write(file, own)) throw taken(parseHolder(file) ?? own);
  } finally {
    rmSync(turn, { force: true });
  }
}

/** Whether the file was made by this call; it is never written over. */
function write(file: string, holder: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

const taken = ({ pid, host }: Holder) => new ExpectedError('hub-folder-taken', { pid, host });

async function readHolder(file: string): Promise<Holder | undefined> {
  const first = parseHolder(file);
  if (first) return first;
  await delay(WRITTEN_WITHIN_MS);
  return parseHolder(file);
}

function parseHolder(file: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder, file: string): boolean {
  // Another machine, or another container over the same folder: only its touch can tell.
  if (holder.host !== hostname()) return isTouched(file);
  if (!hasProcess(holder.pid)) return false;
  const startedAt = startOf(holder.pid);
  if (startedAt === undefined || holder.startedAt === 'unknown') return isTouched(file);
  return startedAt === holder.startedAt;
}

function hasProcess(pid: number): boolean {
  // Ended, but nobody has asked how: it keeps its number and can do nothing any more.
  if (statOf(pid)?.[0] === 'Z') return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const isTouched = (file: string) => ageOf(file) < GONE_AFTER_MS;

const ageOf = (file: string) =>
  Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());

const isSame = (holder: Holder | undefined, other: Holder) =>
  holder?.pid === other.pid && holder.startedAt === other.startedAt;

const delay = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody removed it: nothing to keep fresh.
  }
}

/** When a process started, as the system tells it; a pid alone may be another process by now. */
function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const boot = readText('/proc/sys/kernel/random/boot_id')?.trim();
    const start = statOf(pid)?.[START_FIELD];
    return boot && start && `${boot}/${start}`;
  }
  if (process.platform === 'win32') return undefined;
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

const START_FIELD = 19;

/** Linux: what follows the name, which stands in brackets and may hold blanks; first the state. */
function statOf(pid: number): string[] | undefined {
  const stat = readText(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
