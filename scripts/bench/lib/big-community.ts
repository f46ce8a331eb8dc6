import { spawn } from 'node:child_process';
import { build } from 'vite';
import { inProject } from '../../lib/project.mjs';
import { sandboxArgs } from '../../lib/window-process.mjs';
import type { BenchOptions } from './figures';

export const BIG = { members: 100_000, orders: 1_000_000 };

/** Fills a data folder with the big community; resolves to the time that the write door took, in ms. */
export async function fillBigCommunity(
  { executable, env }: Pick<BenchOptions, 'executable' | 'env'>,
  dataFolder: string,
  size = BIG,
): Promise<number> {
  const page = inProject('.cache', 'bench-fill');
  await build({
    configFile: false,
    root: inProject('scripts', 'bench', 'fill'),
    logLevel: 'error',
    resolve: { alias: { '@shared': inProject('shared'), '@': inProject('renderer') } },
    build: {
      outDir: page,
      emptyOutDir: true,
      target: 'chrome114',
      modulePreload: { polyfill: false },
    },
  });
  const query = `members=${size.members}&orders=${size.orders}`;
  const program = inProject('scripts', 'bench', 'fill', 'window');
  const ended = await new Promise<string>((resolve, reject) => {
    const child = spawn(
      executable,
      [...sandboxArgs(), program, `--page=${page}`, `--data=${dataFolder}`, `--query=${query}`],
      { env, stdio: ['ignore', 'pipe', 'pipe'] },
    );
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
  const filled = /filled (\d+)/.exec(ended);
  if (!filled) throw new Error(`the data folder could not be filled: ${ended}`);
  return Number(filled[1]);
}
