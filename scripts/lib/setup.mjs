import { buildWhenChanged } from './build-step.mjs';
import { hasDisplay } from './display.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { installPackages } from './packages.mjs';
import { say, step } from './progress.mjs';
import { resolveRuntime } from './runtime/resolve.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

/** Node and packages: what every command needs. Cheap when nothing is to be done. */
export async function setUpPackages() {
  await step('Node', checkNodeVersion);
  await step('packages', installPackages);
}

/** @param {{ isRefresh?: boolean }} [options] */
export const setUpRuntime = (options) =>
  step('Electron', (announce) => resolveRuntime(announce, options));

/**
 * Everything between a fresh clone and a window: Node, packages, Electron, system libraries, build.
 * Child processes see the chosen runtime in ELECTRON_OVERRIDE_DIST_PATH.
 * @param {{ needsScreen?: boolean, needsPdfTools?: boolean, needsBuild?: boolean }} [needs]
 */
export async function setUp(needs = {}) {
  const startedAt = Date.now();
  await setUpPackages();
  const runtime = await setUpRuntime();
  process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.dist;
  await step('system libraries', (announce) =>
    ensureSystemLibraries(announce, runtime.executable, {
      needsScreen: needs.needsScreen ?? !hasDisplay(),
      needsPdfTools: needs.needsPdfTools ?? false,
    }),
  );
  if (needs.needsBuild ?? true) await step('build', () => buildWhenChanged());
  say(`  ready after ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  return runtime;
}
