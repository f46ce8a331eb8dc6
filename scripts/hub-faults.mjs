// npm run hub-faults -- [--short] [--only NAME] [--seed N]: laptops push without pause over a network
// that cuts, while hubs and databases are killed; then everything acknowledged must be there, once, in
// order, without gaps. NAME: embedded, hub, database, two-hubs, disk.
import { buildHubWhenChanged } from './lib/build-step.mjs';
import { loadTypeScript } from './lib/load-typescript.mjs';
import { openPostgresRig } from './lib/postgres-rig.mjs';
import { runScript, say, step } from './lib/progress.mjs';
import { root } from './lib/project.mjs';
import { setUpPackages } from './lib/setup.mjs';

await runScript(async () => {
  const args = process.argv.slice(2);
  const optionOf = (/** @type {string} */ name) =>
    args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
  const seed = Number(optionOf('--seed') ?? Date.now() % 1_000_000);
  await setUpPackages();
  await step('hub', buildHubWhenChanged);
  const rig = await step('PostgreSQL', async (announce) => ({
    note: 'started',
    value: await openPostgresRig({ announce }),
  }));
  say(`  seed ${seed}`);
  try {
    /** @type {typeof import('./hub-faults/run.ts')} */
    const { runHubFaults } = await loadTypeScript('scripts/hub-faults/run.ts');
    const only = optionOf('--only');
    const outcomes = await runHubFaults(
      { root, rig, seed, isShort: args.includes('--short'), ...(only ? { only } : {}) },
      ({ name, faults, figures }) => {
        const said = Object.entries(figures).map(([what, value]) => `${what} ${value}`);
        console.log(`${faults.length === 0 ? 'good  ' : 'FAILED'} ${name}: ${said.join(', ')}`);
        for (const fault of faults.slice(0, 20)) console.log(`       ${fault}`);
      },
    );
    return outcomes.every(({ faults }) => faults.length === 0) ? 0 : 1;
  } finally {
    await rig.close();
  }
});
