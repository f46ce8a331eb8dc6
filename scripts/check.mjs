// npm run check: types of every environment, format and lint, unused code, house rules.
import { printCheck, runChecks } from './lib/checks.mjs';
import { runScript } from './lib/progress.mjs';
import { setUpPackages } from './lib/setup.mjs';

await runScript(async () => {
  await setUpPackages();
  const startedAt = Date.now();
  const results = await runChecks(printCheck);
  const failed = results.filter((result) => !result.isGood);
  const time = `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  console.log(failed.length === 0 ? `all good after ${time}` : `${failed.length} failed (${time})`);
  return failed.length === 0 ? 0 : 1;
});
