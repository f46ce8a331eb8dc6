import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { inProject, SetupError } from '../project.mjs';

const NEEDED = [
  '/package.json',
  '/dist/main/main.cjs',
  '/dist/preload/preload.cjs',
  '/dist/renderer/index.html',
  '/dist/hub/hub.cjs',
  '/node_modules/@electric-sql/pglite/dist/pglite.wasm',
];
const ALLOWED = [
  /^\/(?:package\.json|dist|dist\/(?:main|preload|renderer|hub)(?:\/.*)?|resources(?:\/.*)?)$/,
  // The hub's embedded database, and nothing else of what lies beside it.
  /^\/node_modules(?:\/@electric-sql(?:\/pglite(?:\/package\.json|\/dist(?:\/.*)?)?)?)?$/,
];

const WANTED_FUSES = /** @type {const} */ ([
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
]);

/** @param {string} appFolder @returns {string} the folder that holds app.asar */
function findResources(appFolder) {
  const places = [
    join(appFolder, 'resources'),
    join(appFolder, 'Qunduo.app', 'Contents', 'Resources'),
  ];
  const found = places.find((place) => existsSync(join(place, 'app.asar')));
  if (!found) throw new SetupError(`no app.asar in ${appFolder}`);
  return found;
}

/** @param {string} resources */
function checkArchive(resources) {
  // The archive's reader belongs to electron-builder.
  const fromBuilder = createRequire(inProject('node_modules', 'app-builder-lib', 'package.json'));
  const { listPackage } = fromBuilder('@electron/asar');
  /** @type {string[]} */
  const files = listPackage(join(resources, 'app.asar')).map((/** @type {string} */ file) =>
    file.replaceAll('\\', '/'),
  );
  const missing = NEEDED.filter((file) => !files.includes(file));
  const foreign = files.filter((file) => !ALLOWED.some((allowed) => allowed.test(file)));
  const beside = readdirSync(resources).filter((name) =>
    /^(?:app|app\.asar\.unpacked|default_app\.asar)$/.test(name),
  );
  if (missing.length + foreign.length + beside.length === 0) return files.length;
  throw new SetupError(
    [
      missing.length > 0 ? `missing in app.asar: ${missing.join(', ')}` : '',
      foreign.length > 0 ? `not to be shipped: ${foreign.slice(0, 10).join(', ')}` : '',
      beside.length > 0 ? `outside of app.asar: ${beside.join(', ')}` : '',
    ]
      .filter(Boolean)
      .join('; '),
    'correct `files` in electron-builder.yml',
  );
}

/** @param {string} executable */
async function checkFuses(executable) {
  const wire = await getCurrentFuseWire(executable);
  const wrong = WANTED_FUSES.filter(
    // An older runtime does not know the newest fuses.
    ([fuse, state]) => wire[fuse] !== undefined && wire[fuse] !== state,
  );
  if (wrong.length > 0) {
    const names = wrong.map(([fuse]) => FuseV1Options[fuse]).join(', ');
    throw new SetupError(`these fuses are not as electron-builder.yml says: ${names}`);
  }
  return WANTED_FUSES.filter(([fuse]) => wire[fuse] !== undefined).length;
}

/**
 * What a package must be before it is called one: the program complete and alone in its archive,
 * nothing beside it, every fuse set.
 * @param {string} appFolder unpacked package
 * @param {string} executable
 */
export async function verifyPackage(appFolder, executable) {
  if (!existsSync(executable)) throw new SetupError(`no program at ${executable}`);
  const files = checkArchive(findResources(appFolder));
  const fuses = await checkFuses(executable);
  return { note: `${files} entries in app.asar, ${fuses} fuses set`, value: dirname(executable) };
}
