/**
 * The rooms of the house and what each may take from. The first pattern that fits a file decides.
 * `mayImport` names rooms; its own room is always allowed. `packages` bans packages for the room.
 */
type Zone = {
  name: string;
  files: RegExp;
  mayImport: readonly string[];
  bannedPackages?: readonly string[];
  instead: string;
};

const SHARED = ['shared/lib', 'shared/domain', 'shared/contracts', 'shared/sync'] as const;
const RENDERER_BASE = ['renderer/app/base', 'renderer/platform'] as const;
const RENDERER_DATA = ['renderer/db', 'renderer/sync', 'renderer/workers'] as const;
const NO_NODE = ['node:', 'electron', 'fs', 'path'] as const;
const NO_SCREEN = ['react', 'react-dom', '@mantine/core', 'dexie', 'dexie-react-hooks'] as const;

const sharedZone = (name: string, mayImport: readonly string[]): Zone => ({
  name,
  files: new RegExp(`^${name}/`),
  mayImport,
  bannedPackages: [...NO_NODE, ...NO_SCREEN],
  instead: 'shared/ is pure: take values in as arguments, and leave screen, disk and database out',
});

const ZONES: readonly Zone[] = [
  sharedZone('shared/lib', []),
  sharedZone('shared/domain', ['shared/lib', 'shared/contracts']),
  sharedZone('shared/contracts', ['shared/lib', 'shared/domain', 'shared/sync']),
  sharedZone('shared/sync', ['shared/lib', 'shared/domain', 'shared/contracts']),
  {
    name: 'renderer/ui',
    files: /^renderer\/ui\//,
    mayImport: ['shared/lib', 'renderer/app/base'],
    bannedPackages: [...NO_NODE, 'dexie', 'dexie-react-hooks'],
    instead: 'ui/ knows nothing of the business: take data and callbacks as props',
  },
  {
    name: 'renderer/platform',
    files: /^renderer\/platform\//,
    mayImport: SHARED,
    bannedPackages: NO_NODE,
    instead: 'platform/ only wraps the bridge and the browser; what uses it calls it from outside',
  },
  {
    name: 'renderer/app/base',
    files:
      /^renderer\/app\/(?:i18n|theme|feedback|settings|use-format|use-answer|use-today|use-slots|holiday-tables)[/.]/,
    mayImport: [...SHARED, 'renderer/platform', 'renderer/db', 'renderer/ui'],
    bannedPackages: [...NO_NODE, 'dexie'],
    instead: 'words, theme, toasts and settings serve everybody, so they may depend on no feature',
  },
  {
    name: 'renderer/db',
    files: /^renderer\/db\//,
    mayImport: [...SHARED, 'renderer/platform', 'renderer/workers'],
    bannedPackages: [...NO_NODE, 'react-dom', '@mantine/core'],
    instead: 'db/ knows no screen: a feature passes in what it needs and shows what comes back',
  },
  {
    name: 'renderer/sync',
    files: /^renderer\/sync\//,
    mayImport: [...SHARED, 'renderer/platform', 'renderer/db', 'renderer/workers'],
    bannedPackages: [...NO_NODE, 'react-dom', '@mantine/core'],
    instead: 'sync/ knows no screen: publish a state that a feature shows',
  },
  {
    name: 'renderer/workers',
    files: /^renderer\/workers\//,
    mayImport: [...SHARED, 'renderer/platform', 'renderer/db'],
    bannedPackages: [...NO_NODE, 'react', 'react-dom', '@mantine/core'],
    instead: 'a worker has no screen: send plain data and draw it in a feature',
  },
  {
    name: 'renderer/features',
    files: /^renderer\/features\/[a-z0-9-]+\//,
    mayImport: [...SHARED, ...RENDERER_BASE, ...RENDERER_DATA, 'renderer/ui'],
    bannedPackages: NO_NODE,
    instead:
      'a feature stands on db, sync, ui and platform; the shell in app/ puts features together',
  },
  {
    name: 'renderer/app',
    files: /^renderer\/app\//,
    mayImport: [...SHARED, ...RENDERER_BASE, ...RENDERER_DATA, 'renderer/ui', 'renderer/features'],
    bannedPackages: NO_NODE,
    instead: 'the shell runs in the sandboxed window: ask main through platform/',
  },
  {
    name: 'electron/preload',
    files: /^electron\/preload\//,
    mayImport: ['shared/contracts'],
    bannedPackages: ['node:', ...NO_SCREEN],
    instead: 'the preload only names functions of shared/contracts; logic belongs to main',
  },
  {
    // What lies on disk is a contract like any other: tests damage it and read it from outside.
    name: 'electron/main/journal format',
    files: /^electron\/main\/(?:journal\/frame-codec|files\/crc32)\.ts$/,
    mayImport: SHARED,
    bannedPackages: ['electron', ...NO_SCREEN],
    instead:
      'a file format is bytes in and values out; reading and writing belong to the rest of main',
  },
  {
    name: 'electron/main',
    files: /^electron\/main\//,
    mayImport: [...SHARED, 'electron/main/journal format'],
    bannedPackages: NO_SCREEN,
    instead: 'main shares nothing with the window but shared/',
  },
  {
    name: 'electron/hub',
    files: /^electron\/hub\//,
    mayImport: SHARED,
    bannedPackages: ['electron', ...NO_SCREEN],
    instead: 'the hub also runs alone on a server, where there is no Electron',
  },
  {
    name: 'e2e',
    files: /^e2e\//,
    mayImport: [...SHARED, 'scripts', 'electron/main/journal format'],
    bannedPackages: ['electron', ...NO_SCREEN],
    instead: 'end-to-end tests see the console from outside, through its window and files',
  },
  {
    name: 'scripts/bench',
    files: /^scripts\/bench\//,
    mayImport: [...SHARED, ...RENDERER_DATA, 'renderer/platform', 'scripts', 'e2e'],
    instead: 'a bench fills and asks the data layer, or drives the window; it has no screens',
  },
  {
    name: 'scripts/corpus/people tests',
    files: /^scripts\/corpus\/people\/.*\.test\.ts$/,
    mayImport: [...SHARED, 'renderer/workers', 'renderer/db', 'renderer/features', 'scripts'],
    instead: 'these lists go from the file to the database and back, but through no screen',
  },
  {
    name: 'scripts/corpus tests',
    files: /^scripts\/corpus\/.*\.test\.ts$/,
    mayImport: [...SHARED, 'renderer/workers', 'scripts'],
    instead: 'the corpus is tried on the reader, which is in workers/; nothing else of the window',
  },
  {
    name: 'scripts/house-rules/commands tests',
    files: /^scripts\/house-rules\/commands\/.*\.test\.ts$/,
    mayImport: [...SHARED, 'renderer/db', 'renderer/features'],
    instead: 'a rule for the commands of all rooms asks the commands themselves, through no screen',
  },
  {
    name: 'scripts/hub from inside',
    files: /^scripts\/(?:hub-timing\/|lib\/tests\/agreeing\/real-hub\.test\.ts$)/,
    mayImport: [...SHARED, 'electron/hub', 'scripts'],
    instead: 'what is asked of the hub without a network needs the hub, and nothing of the console',
  },
  {
    name: 'scripts',
    files: /^(?:scripts\/|vite\.config\.ts$)/,
    mayImport: [...SHARED, 'e2e'],
    instead: 'scripts use the built console or shared/, never the insides of the window',
  },
];

export const findZone = (path: string) => ZONES.find((zone) => zone.files.test(path));
