// npm run hub -- [command] [options]: the team's hub, and what is asked of it. `--help` tells the rest.
// Set-up speaks on stderr; stdout holds the hub's own words alone.
import { pathToFileURL } from 'node:url';
import { buildHubWhenChanged } from './lib/build-step.mjs';
import { runScript, step } from './lib/progress.mjs';
import { inProject } from './lib/project.mjs';
import { setUpPackages } from './lib/setup.mjs';

let isReady = false;
await runScript(async () => {
  await setUpPackages();
  await step('hub', buildHubWhenChanged);
  isReady = true;
});
// In this very process, so that signals and the process id are the hub's.
if (isReady) await import(pathToFileURL(inProject('dist', 'hub', 'hub.cjs')).href);
