// npm run e2e -- [Playwright's arguments]: the end-to-end tests alone, e.g. -- members -g "search".
import { runScript } from './lib/progress.mjs';
import { setUp } from './lib/setup.mjs';
import { runPlaywright } from './lib/tests/stages.mjs';

await runScript(async () => {
  await setUp({ needsPdfTools: true });
  return (await runPlaywright(process.argv.slice(2))).code;
});
