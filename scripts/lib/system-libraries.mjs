import { existsSync, readFileSync } from 'node:fs';
import { SetupError } from './project.mjs';
import { run, tail } from './run.mjs';

/** Smallest set that opens a window with Chinese text; alternatives are names in newer releases. */
const LIBRARIES = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libgbm1'],
  ['libasound2t64', 'libasound2'],
];
const FONTS = [['fontconfig'], ['fonts-noto-cjk'], ['fonts-noto-color-emoji']];
const SCREEN = [['xvfb'], ['xauth']];
const PDF_TOOLS = [['poppler-utils']];

/** @param {string} command */
const isMissing = async (command) => (await run(command, ['-h'], { timeoutMs: 5000 })).code === 127;

/**
 * @param {string} executable
 * @param {{ needsScreen: boolean, needsPdfTools: boolean }} needs
 * @returns {Promise<{ packages: string[][], reasons: string[] }>}
 */
async function findMissing(executable, needs) {
  const [linked, fonts, noScreen, noPdf] = await Promise.all([
    run('ldd', [executable]),
    run('fc-list', [':lang=zh', 'family'], { timeoutMs: 60_000 }),
    needs.needsScreen ? isMissing('Xvfb') : false,
    needs.needsPdfTools ? isMissing('pdftotext') : false,
  ]);
  const libraries = linked.stdout
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0] ?? '');
  const hasNoFont = fonts.code !== 0 || fonts.stdout.trim() === '';
  return {
    packages: [
      ...(libraries.length > 0 ? LIBRARIES : []),
      ...(hasNoFont ? FONTS : []),
      ...(noScreen ? SCREEN : []),
      ...(noPdf ? PDF_TOOLS : []),
    ],
    reasons: [
      ...libraries,
      ...(hasNoFont ? ['a font with Chinese characters'] : []),
      ...(noScreen ? ['Xvfb'] : []),
      ...(noPdf ? ['pdftotext'] : []),
    ],
  };
}

const isDebian = () =>
  existsSync('/etc/debian_version') ||
  (existsSync('/etc/os-release') &&
    /\b(debian|ubuntu)\b/.test(readFileSync('/etc/os-release', 'utf8')));

/** @param {string[]} names @returns {Promise<string>} the first that this release offers */
async function chooseName(names) {
  for (const name of names.slice(0, -1)) {
    const policy = await run('apt-cache', ['policy', name]);
    if (/Candidate: (?!\(none\))/.test(policy.stdout)) return name;
  }
  return names.at(-1) ?? '';
}

/** @param {string[][]} packages @param {string} missing */
async function installWithApt(packages, missing) {
  const plain = `apt-get install -y --no-install-recommends ${packages.map((names) => names.at(-1)).join(' ')}`;
  if (process.getuid?.() !== 0) {
    throw new SetupError(`this machine lacks ${missing}`, `sudo apt-get update && sudo ${plain}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update', '-qq'], { env });
  const names = await Promise.all(packages.map(chooseName));
  const result = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...names],
    { env },
  );
  if (result.code !== 0) {
    const output = `${update.code === 0 ? '' : tail(update, 5)}\n${tail(result, 8)}`;
    throw new SetupError(
      `this machine lacks ${missing}, and apt-get could not install it:\n${output}\n`,
      plain,
    );
  }
}

/**
 * @param {(text: string) => void} announce
 * @param {string[][]} packages each with its names in older and newer releases
 * @param {string} missing what the machine lacks, in words
 */
export async function installOnDebian(announce, packages, missing) {
  const names = packages.map((choice) => choice.at(-1));
  if (!isDebian()) {
    throw new SetupError(
      `this machine lacks ${missing}`,
      `install the packages that your system calls ${names.join(', ')}`,
    );
  }
  announce(`installing ${names.join(' ')}`);
  await installWithApt(packages, missing);
}

/**
 * System libraries of the window, fonts and the screenless display: installed on Debian as root,
 * otherwise named together with the command that installs them.
 * @param {(text: string) => void} announce
 * @param {string} executable
 * @param {{ needsScreen: boolean, needsPdfTools: boolean }} needs
 */
export async function ensureSystemLibraries(announce, executable, needs) {
  if (process.platform !== 'linux') return { note: 'nothing to do here', value: undefined };
  const { packages, reasons } = await findMissing(executable, needs);
  if (packages.length === 0) return { note: 'complete', value: undefined };
  await installOnDebian(announce, packages, reasons.join(', '));
  const left = await findMissing(executable, needs);
  if (left.reasons.length > 0) {
    throw new SetupError(`after installing, this machine still lacks ${left.reasons.join(', ')}`);
  }
  return { note: 'installed', value: undefined };
}
