import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PGliteOptions } from '@electric-sql/pglite';

type Program = Required<Pick<PGliteOptions, 'pgliteWasmModule' | 'initdbWasmModule' | 'fsBundle'>>;

/** The projects of main and hub know the browser's types as little as its globals. */
type Compiler = { compile: (bytes: Uint8Array) => Promise<Program['pgliteWasmModule']> };
const { WebAssembly: compiler } = globalThis as unknown as { WebAssembly: Compiler };

/**
 * The embedded database's own program and files, read here: the package itself reads them in a way that
 * finds nothing in the archive of a packaged console.
 */
export async function readPgliteProgram(): Promise<Program> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const read = (name: string) => readFileSync(join(dirname(entry), name));
  const [pgliteWasmModule, initdbWasmModule] = await Promise.all([
    compiler.compile(read('pglite.wasm')),
    compiler.compile(read('initdb.wasm')),
  ]);
  return { pgliteWasmModule, initdbWasmModule, fsBundle: new Blob([read('pglite.data')]) };
}
