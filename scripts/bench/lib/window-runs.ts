import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxArgs } from '../../lib/window-process.mjs';
import { workingSetMb } from './process-tree';

export type Phases = Record<string, number>;

export type WindowRun = {
  executable: string;
  env: NodeJS.ProcessEnv;
  /** Folder of the program, then its arguments. */
  program: readonly string[];
  dataFolder: string;
  /** The run ends when this phase has been printed. */
  lastPhase: string;
};

const LIMIT_MS = 60_000;
/** Long enough for what a start leaves to do later. */
const IDLE_MS = 8000;
const PHASE_LINE = /^qunduo-phase (\{.*\})$/;

/**
 * Starts a program and notes when it reported its phases, in ms after the start of the process;
 * then ends it in the ordinary way, so that the next run finds a closed database.
 */
export function measureWindow(run: WindowRun): Promise<Phases> {
  return watchWindow(run, (child) => child.kill('SIGTERM'));
}

/** Working set of the program's processes in MB, some seconds after its last phase. */
export async function idleWindow(run: WindowRun): Promise<number> {
  let measuredMb = Number.NaN;
  await watchWindow(run, (child) => {
    setTimeout(() => {
      measuredMb = workingSetMb(child.pid ?? 0);
      child.kill('SIGTERM');
    }, IDLE_MS);
  });
  return measuredMb;
}

function watchWindow(run: WindowRun, onLastPhase: (child: ChildProcess) => void): Promise<Phases> {
  return new Promise((resolve, reject) => {
    const startedAt = Date.now();
    const child = spawn(
      run.executable,
      [...sandboxArgs(), ...run.program, `--user-data-dir=${run.dataFolder}`],
      { env: { ...run.env, QUNDUO_BENCH: '1' }, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const phases: Phases = {};
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const match = PHASE_LINE.exec(line.trim());
        if (!match?.[1]) continue;
        const { phase, at } = JSON.parse(match[1]) as { phase: string; at: number };
        phases[phase] = at - startedAt;
        if (phase === run.lastPhase) onLastPhase(child);
      }
    });
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      if (phases[run.lastPhase] !== undefined) resolve(phases);
      else reject(new Error(`${run.program[0]} ended before ${run.lastPhase}`));
    });
  });
}

export async function withScratchFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'qunduo-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
