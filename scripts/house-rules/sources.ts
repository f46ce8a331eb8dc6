import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Made by tools or holding no program text; anything else at the top is looked into. */
const NOT_SOURCE = new Set([
  '.cache',
  '.git',
  'dist',
  'docs',
  'node_modules',
  'playwright-report',
  'release',
  'resources',
  'test-results',
]);
const SOURCE_FILE = /\.(?:ts|tsx|mts|cts|js|jsx|mjs|cjs|css)$/;

/** What one file takes from elsewhere; `path` is from the root for our own files. */
export type Import =
  | { kind: 'own'; path: string; specifier: string; isTypeOnly: boolean }
  | { kind: 'package'; name: string; specifier: string; isTypeOnly: boolean };

export type Source = {
  /** From the root, with `/`. */
  path: string;
  text: string;
  /** Comments blanked out; strings are kept. */
  code: string;
  lines: number;
  isTest: boolean;
  imports: Import[];
};

const IMPORT =
  /(?:^|[;\n])\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]|\brequire\(\s*['"]([^'"\n]+)['"]/g;

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/** Strings and comments are told apart in one pass, so that `'//'` is no comment. */
function stripComments(text: string): string {
  return text.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g,
    (part) => (part.startsWith('/*') || part.startsWith('//') ? blank(part) : part),
  );
}

function findOwnFile(path: string): string {
  const endings = ['', '.ts', '.tsx', '.mjs', '/index.ts'];
  const hit = endings.find((ending) => {
    const full = join(root, path + ending);
    return existsSync(full) && statSync(full).isFile();
  });
  return path + (hit ?? '');
}

function readImport(from: string, specifier: string, isTypeOnly: boolean): Import {
  const plain = specifier.replace(/\?.*$/, '');
  const own = plain.startsWith('@shared/')
    ? plain.replace('@shared/', 'shared/')
    : plain.startsWith('@/')
      ? plain.replace('@/', 'renderer/')
      : plain.startsWith('.')
        ? relative(root, resolve(root, dirname(from), plain))
            .split(sep)
            .join('/')
        : undefined;
  if (own !== undefined) return { kind: 'own', path: findOwnFile(own), specifier, isTypeOnly };
  const parts = plain.split('/');
  const name = plain.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? plain);
  return {
    kind: 'package',
    name: plain.startsWith('node:') ? 'node:' : name,
    specifier,
    isTypeOnly,
  };
}

function findImports(from: string, code: string): Import[] {
  return [...code.matchAll(IMPORT)].map((match) =>
    readImport(from, match[2] ?? match[3] ?? match[4] ?? '', match[1] !== undefined),
  );
}

export function makeSource(path: string, text: string): Source {
  const code = stripComments(text);
  return {
    path,
    text,
    code,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    isTest: /\.test\.tsx?$/.test(path),
    imports: path.endsWith('.css') ? [] : findImports(path, code),
  };
}

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (folder === '' && NOT_SOURCE.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return walk(path);
    return SOURCE_FILE.test(entry.name) ? [path] : [];
  });
}

/** Every file of program text in the repository, whether git knows it already or not. */
export function readSources(): Source[] {
  return walk('')
    .sort()
    .map((path) => makeSource(path, readFileSync(join(root, path), 'utf8')));
}
