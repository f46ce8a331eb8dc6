// npm run hub-timing -- [--rounds N]: how long the hub takes to recognise nobody, by what is wrong with
// the token. No kind may stand out from the others: whoever measures must not learn what exists.
import { loadTypeScript } from './lib/load-typescript.mjs';
import { openPostgresRig } from './lib/postgres-rig.mjs';
import { runScript, say, step } from './lib/progress.mjs';
import { setUpPackages } from './lib/setup.mjs';

/** Of the median of a wrong secret; a network's own jitter is many times as much. */
const MOST_APART = 0.15;

await runScript(async () => {
  const args = process.argv.slice(2);
  const rounds = args.includes('--rounds') ? Number(args[args.indexOf('--rounds') + 1]) : 3000;
  await setUpPackages();
  const rig = await step('PostgreSQL', async (announce) => ({
    note: 'started',
    value: await openPostgresRig({ announce }),
  }));
  try {
    /** @type {typeof import('./hub-timing/measure.ts')} */
    const { measureTokens } = await loadTypeScript('scripts/hub-timing/measure.ts');
    const timings = await measureTokens(rig.url, rounds);
    const base = timings[0]?.medianUs ?? 0;
    let isApart = false;
    for (const { token, medianUs, t } of timings) {
      const apart = Math.abs(medianUs - base) / base;
      isApart ||= apart > MOST_APART;
      const percent = `${(apart * 100).toFixed(1)} %`;
      say(`  ${token}: median ${medianUs.toFixed(0)} µs, ${percent} apart, t = ${t.toFixed(1)}`);
    }
    return isApart ? 1 : 0;
  } finally {
    await rig.close();
  }
});
