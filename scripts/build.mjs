// Builds main, preload and renderer into dist/, whether or not a source changed.
import { buildWhenChanged } from './lib/build-step.mjs';
import { runScript, step } from './lib/progress.mjs';
import { setUpPackages } from './lib/setup.mjs';

await runScript(async () => {
  await setUpPackages();
  await step('build', () => buildWhenChanged({ isForced: true }));
});
