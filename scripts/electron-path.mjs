// Prints the path of the Electron executable that start and the tests use; nothing else on stdout.
// With --refresh the official download is tried again although a stand-in is in the cache.
import { runScript } from './lib/progress.mjs';
import { setUpPackages, setUpRuntime } from './lib/setup.mjs';

await runScript(async () => {
  await setUpPackages();
  const runtime = await setUpRuntime({ isRefresh: process.argv.includes('--refresh') });
  process.stdout.write(`${runtime.executable}\n`);
});
