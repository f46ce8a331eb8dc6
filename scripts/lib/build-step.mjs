import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, root, SetupError } from './project.mjs';
import { run, tail } from './run.mjs';

const SOURCES = ['electron', 'renderer', 'shared', 'resources'];
const FILES = ['vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
const OUTPUTS = ['main/main.cjs', 'preload/preload.cjs', 'renderer/index.html'];
const stamp = inProject('dist', '.build-stamp');

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hashSources() {
  const hash = createHash('sha256');
  const files = [
    ...SOURCES.flatMap((folder) => filesUnder(inProject(folder))),
    ...FILES.map((file) => inProject(file)),
  ];
  for (const file of files) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const isBuilt = () => OUTPUTS.every((file) => existsSync(inProject('dist', file)));

/**
 * Builds `dist/` when a source differs from what was built last.
 * @param {{ isForced?: boolean }} [options]
 */
export async function buildWhenChanged(options = {}) {
  const hash = hashSources();
  const last = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (!options.isForced && last === hash && isBuilt())
    return { note: 'unchanged', value: undefined };
  const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');
  const result = await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (result.code !== 0 || !isBuilt()) {
    throw new SetupError(`the build failed:\n${tail(result, 40)}`, 'npm run check');
  }
  writeFileSync(stamp, hash);
  return { note: 'built', value: undefined };
}
