import { existsSync } from 'node:fs';
import { inProject, readJson, SetupError } from './project.mjs';
import { runNpm, tail } from './run.mjs';

/**
 * The first package that differs between the lock and what npm says it installed, or undefined.
 * npm writes `node_modules/.package-lock.json` last, so a broken-off install is seen too.
 */
function findDifference() {
  const installedLock = inProject('node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return 'node_modules is missing';
  /** @type {Record<string, { version: string, integrity?: string, optional?: boolean }>} */
  const wanted = readJson(inProject('package-lock.json')).packages;
  const installed = readJson(installedLock).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.optional) continue;
    const found = installed[path];
    if (found?.version !== entry.version || found.integrity !== entry.integrity) {
      return `${path.replace(/^node_modules\//, '')} is not as locked`;
    }
  }
  return undefined;
}

/** Installs the packages of the lock when they are not there; otherwise only compares. */
export async function installPackages(/** @type {(text: string) => void} */ announce) {
  const difference = findDifference();
  if (!difference) return { note: 'as locked', value: undefined };
  announce(`npm ci, because ${difference}`);
  const result = await runNpm(['ci', '--no-audit', '--no-fund']);
  if (result.code !== 0) {
    throw new SetupError(
      `the packages could not be installed (npm ci ended with ${result.code}):\n${tail(result)}\n`,
      'look whether the registry answers (npm ping), then run this command again',
    );
  }
  return { note: 'installed', value: undefined };
}
