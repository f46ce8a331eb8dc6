import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, root, SetupError } from './project.mjs';
import { run, tail } from './run.mjs';

const SOURCES = ['electron', 'renderer', 'shared', 'resources'];
const FILES = ['vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
const OUTPUTS = ['main/main.cjs', 'preload/preload.cjs', 'renderer/index.html', 'hub/hub.cjs'];
const HUB_SOURCES = [join('electron', 'hub'), 'shared'];
const HUB_OUTPUTS = ['hub/hub.cjs'];
const stamp = inProject('dist', '.build-stamp');
const hubStamp = inProject('dist', 'hub', '.build-stamp');

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** @param {string[]} sources */
function hashSources(sources) {
  const hash = createHash('sha256');
  const files = [
    ...sources.flatMap((folder) => filesUnder(inProject(folder))),
    ...FILES.map((file) => inProject(file)),
  ];
  for (const file of files) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {string[]} outputs */
const areBuilt = (outputs) => outputs.every((file) => existsSync(inProject('dist', file)));
const readStamp = (/** @type {string} */ file) =>
  existsSync(file) ? readFileSync(file, 'utf8') : '';

/**
 * Builds `dist/` when a source differs from what was built last.
 * @param {{ isForced?: boolean }} [options]
 */
export async function buildWhenChanged(options = {}) {
  const hash = hashSources(SOURCES);
  if (!options.isForced && readStamp(stamp) === hash && areBuilt(OUTPUTS))
    return { note: 'unchanged', value: undefined };
  const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');
  await build([vite, 'build', '--logLevel', 'warn'], OUTPUTS);
  writeFileSync(stamp, hash);
  writeFileSync(hubStamp, hashSources(HUB_SOURCES));
  return { note: 'built', value: undefined };
}

/** Builds the hub alone when one of its own sources differs: a server needs no window. */
export async function buildHubWhenChanged() {
  const hash = hashSources(HUB_SOURCES);
  if (readStamp(hubStamp) === hash && areBuilt(HUB_OUTPUTS))
    return { note: 'unchanged', value: undefined };
  await build([inProject('scripts', 'lib', 'build-hub.mjs')], HUB_OUTPUTS);
  writeFileSync(hubStamp, hash);
  return { note: 'built', value: undefined };
}

/** In a process of its own, whose memory goes with it. @param {string[]} args @param {string[]} outputs */
async function build(args, outputs) {
  const result = await run(process.execPath, args, { env: { ...process.env, NO_COLOR: '1' } });
  if (result.code !== 0 || !areBuilt(outputs)) {
    throw new SetupError(`the build failed:\n${tail(result, 40)}`, 'npm run check');
  }
}
