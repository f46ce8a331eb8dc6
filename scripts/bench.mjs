// npm run bench -- NAME [--json] [--runs N]: one benchmark in the real window. With --json the
// last line is one JSON object: figures, units, machine, Electron and the floor of the same run.
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { openDisplay } from './lib/display.mjs';
import { loadTypeScript } from './lib/load-typescript.mjs';
import { runScript } from './lib/progress.mjs';
import { inProject, SetupError } from './lib/project.mjs';
import { setUp } from './lib/setup.mjs';

await runScript(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const names = readdirSync(inProject('scripts', 'bench'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => basename(file, '.ts'));
  if (!names.includes(name)) {
    throw new SetupError(
      name ? `there is no bench ${name}` : 'which bench?',
      `npm run bench -- ${names.join(' | ')} [--json]`,
    );
  }
  const runtime = await setUp();
  const display = await openDisplay();
  try {
    const [{ run }, { printReport }] = await Promise.all([
      loadTypeScript(`scripts/bench/${name}.ts`),
      loadTypeScript('scripts/bench/lib/report.ts'),
    ]);
    const runsAt = args.indexOf('--runs');
    const outcome = await run({
      executable: runtime.executable,
      env: display.env,
      runs: runsAt >= 0 ? Number(args[runsAt + 1]) : undefined,
      args,
    });
    printReport({ name, outcome, electron: runtime.version, isJson: args.includes('--json') });
  } finally {
    display.stop();
  }
});
