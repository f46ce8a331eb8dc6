// npm run train-feelings -- --food FILE --shopping FILE [--out FILE] [--date YYYY-MM-DD]
// FILEs are CSV with the columns `review` and `label` (1 good, 0 bad); only weights are written.
import { loadTypeScript } from './lib/load-typescript.mjs';
import { runScript } from './lib/progress.mjs';
import { setUpPackages } from './lib/setup.mjs';

await runScript(async () => {
  await setUpPackages();
  const { run } = await loadTypeScript('scripts/feelings/train.ts');
  return run(process.argv.slice(2));
});
