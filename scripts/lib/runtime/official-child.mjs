// Runs as a child of official.mjs: fetches and unpacks the official Electron into a folder.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inProject } from '../project.mjs';
import { completeMark, pinnedVersion } from './places.mjs';

const folder = process.argv[2];
if (!folder) throw new Error('usage: official-child.mjs FOLDER');

// These two belong to the electron package, so they are found from there.
const fromElectron = createRequire(inProject('node_modules', 'electron', 'index.js'));
const load = (/** @type {string} */ name) => import(fromElectron.resolve(name));
const tell = (/** @type {string} */ message) => process.send?.(message);

try {
  const { downloadArtifact, initializeProxy } = await load('@electron/get');
  if (process.env.ELECTRON_GET_USE_PROXY) initializeProxy();
  const zip = await downloadArtifact({
    version: pinnedVersion(),
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    // Honours ELECTRON_MIRROR; whatever the mirror hands out must be the published bytes.
    checksums: fromElectron('./checksums.json'),
    downloadOptions: { quiet: true, getProgressCallback: async () => tell('bytes') },
  });
  tell('unpacking');
  const { extract } = await load('@electron-internal/extract-zip');
  const unpacked = `${folder}.${process.pid}.partial`;
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  await extract(zip, { dir: unpacked });
  rmSync(folder, { recursive: true, force: true });
  renameSync(unpacked, folder);
  writeFileSync(completeMark(folder), '');
  process.exit(0);
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
