// npm run model -- NAME --input FILE [--json]: one of the console's own models on a file, outside
// the window. Each file in scripts/model/ is a model: it exports `run(ask)` and `usage`.
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { loadTypeScript } from './lib/load-typescript.mjs';
import { runScript } from './lib/progress.mjs';
import { inProject, SetupError } from './lib/project.mjs';
import { setUpPackages } from './lib/setup.mjs';

await runScript(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const names = readdirSync(inProject('scripts', 'model'))
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
    .map((file) => basename(file, '.ts'));
  if (!names.includes(name)) {
    throw new SetupError(
      name ? `there is no model ${name}` : 'which model?',
      `npm run model -- ${names.join(' | ')} --input FILE [--json]`,
    );
  }
  await setUpPackages();
  const [{ run, usage }, { readAsk }] = await Promise.all([
    loadTypeScript(`scripts/model/${name}.ts`),
    loadTypeScript('scripts/model/lib/model-ask.ts'),
  ]);
  try {
    const answer = await run(readAsk(args));
    console.log(JSON.stringify(answer, null, args.includes('--json') ? 0 : 2));
  } catch (error) {
    // Modules loaded through the bundler have classes of their own: the name tells.
    if (!(error instanceof Error) || error.name !== 'InputError') throw error;
    throw new SetupError(error.message, `npm run model -- ${name} ${usage}`);
  }
});
