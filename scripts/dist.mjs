// npm run dist: packages for this platform with the resolved Electron.
//   by default   the unpacked folder and a zip, which need no download
//   --all        every target of electron-builder.yml for this platform (fetches build tools)
//   --dir        the unpacked folder alone
//   --allow-fallback-runtime   packs the stand-in too; the name then says dev-runtime
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScript, say, step } from './lib/progress.mjs';
import { inProject, SetupError } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';

const args = process.argv.slice(2);
const known = ['--all', '--dir', '--allow-fallback-runtime'];

/** Where electron-builder puts the unpacked package, and the program in it. */
function findUnpacked() {
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'darwin') {
    const folder = inProject('release', `mac${arch}`);
    return { folder, program: join(folder, 'Qunduo.app', 'Contents', 'MacOS', 'Qunduo') };
  }
  if (process.platform === 'win32') {
    const folder = inProject('release', `win${arch}-unpacked`);
    return { folder, program: join(folder, 'Qunduo.exe') };
  }
  const folder = inProject('release', `linux${arch}-unpacked`);
  return { folder, program: join(folder, 'qunduo') };
}

/** electron-builder would fetch its own 7-Zip; Debian's does as well. */
async function findSevenZip() {
  if (process.platform !== 'linux' || process.env.ELECTRON_BUILDER_7ZIP_PATH) return;
  for (const path of ['/usr/bin/7za', '/usr/bin/7zz', '/usr/bin/7z']) {
    if (existsSync(path)) {
      process.env.ELECTRON_BUILDER_7ZIP_PATH = path;
      return;
    }
  }
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'p7zip-full']);
    if (existsSync('/usr/bin/7za')) return findSevenZip();
  }
  throw new SetupError(
    'the zip needs 7-Zip, which is not on this machine',
    'apt-get install -y --no-install-recommends p7zip-full (or: npm run dist -- --dir)',
  );
}

/** The stand-in lacks the newest fuse, and its packages must not be taken for releases. */
function writeFallbackConfig() {
  const text = readFileSync(inProject('electron-builder.yml'), 'utf8')
    .replace(/^ *grantFileProtocolExtraPrivileges:.*\n/m, '')
    .replace(/^(artifactName: .*?)(-\$\{os\})/m, '$1-dev-runtime$2');
  if (!text.includes('-dev-runtime-')) throw new Error('artifactName has another form now');
  mkdirSync(inProject('.cache'), { recursive: true });
  const file = inProject('.cache', 'electron-builder.dev-runtime.yml');
  writeFileSync(file, text);
  return file;
}

await runScript(async () => {
  const unknown = args.find((argument) => !known.includes(argument));
  if (unknown) throw new SetupError(`unknown option ${unknown}`, `use ${known.join(', ')}`);
  const runtime = await setUp({ needsScreen: false });
  if (runtime.isFallback && !args.includes('--allow-fallback-runtime')) {
    throw new SetupError(
      `only Electron ${runtime.version} is here, the stand-in for development; a release ships the official one`,
      'npm run electron-path -- --refresh where the download works, or npm run dist -- --allow-fallback-runtime for a trial',
    );
  }
  if (!args.includes('--dir')) await findSevenZip();
  const { build, Platform } = await import('electron-builder');
  const config = {
    extends: runtime.isFallback ? writeFallbackConfig() : inProject('electron-builder.yml'),
    electronDist: runtime.dist,
    electronVersion: runtime.version,
    // An Electron that lies unpacked is copied as it is, with its own default program.
    afterPack: async (/** @type {import('electron-builder').AfterPackContext} */ context) =>
      rmSync(join(context.packager.getResourcesDir(context.appOutDir), 'default_app.asar'), {
        force: true,
      }),
  };
  const { folder, program } = findUnpacked();
  rmSync(folder, { recursive: true, force: true });
  const targets = args.includes('--dir') ? ['dir'] : args.includes('--all') ? [] : ['dir', 'zip'];
  const made = await step('package', async (announce) => {
    announce('electron-builder');
    const files = await build({
      targets: Platform.current().createTarget(targets.length > 0 ? targets : null),
      config,
      projectDir: inProject(),
      publish: 'never',
    });
    return { note: 'made', value: files };
  });
  const { verifyPackage } = await import('./lib/dist/verify.mjs');
  await step('verification', () => verifyPackage(folder, program));
  for (const file of [folder, ...made]) say(`  ${file}`);
  process.stdout.write(`${program}\n`);
});
