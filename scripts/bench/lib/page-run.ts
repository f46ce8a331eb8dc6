import { spawn } from 'node:child_process';
import { build } from 'vite';
import { inProject } from '../../lib/project.mjs';
import { sandboxArgs } from '../../lib/window-process.mjs';
import type { BenchOptions } from './figures';

/** Builds `scripts/bench/<name>/index.html` with the console's own aliases; the folder it is in. */
export async function buildPage(name: string): Promise<string> {
  const outDir = inProject('.cache', `bench-${name}`);
  await build({
    configFile: false,
    root: inProject('scripts', 'bench', name),
    logLevel: 'error',
    resolve: { alias: { '@shared': inProject('shared'), '@': inProject('renderer') } },
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'chrome114', modulePreload: { polyfill: false } },
  });
  return outDir;
}

type PageRun = { page: string; dataFolder: string; query?: string; file?: string };

/** Runs a built page in a bare window of the console's origin; what it says when it is done. */
export async function runPage(
  { executable, env }: Pick<BenchOptions, 'executable' | 'env'>,
  { page, dataFolder, query = '', file = '' }: PageRun,
): Promise<string> {
  const program = inProject('scripts', 'bench', 'page-window');
  const told = [`--page=${page}`, `--data=${dataFolder}`, `--query=${query}`, `--file=${file}`];
  const ended = await new Promise<string>((resolve, reject) => {
    const child = spawn(executable, [...sandboxArgs(), program, ...told], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', () => resolve(out.trim() || `failed: ${errors.slice(-500)}`));
  });
  const done = /^done (.*)$/m.exec(ended);
  if (!done) throw new Error(`the page ended badly: ${ended}`);
  return done[1] ?? '';
}
