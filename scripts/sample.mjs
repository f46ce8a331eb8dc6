// npm run sample -- --members 2000 --orders 10000 --out DIR   (--help tells the rest)
import { runScript } from './lib/progress.mjs';
import { inProject, root } from './lib/project.mjs';
import { setUpPackages } from './lib/setup.mjs';

await runScript(async () => {
  await setUpPackages();
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('./sample/cli.ts') }} */
  const { module } = await runnerImport(inProject('scripts', 'sample', 'cli.ts'), {
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '@shared': inProject('shared') } },
  });
  return module.runSample(process.argv.slice(2), inProject('resources', 'samples'));
});
