import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { readPgliteProgram } from './pglite-program';

/** int8: sequence numbers and times stay far below what a number holds exactly. */
const INT8 = 20;
const BYTEA = 17;
/** The package's own way with bytes goes through an array of texts: seven times slower. */
const parsers = {
  [INT8]: Number,
  [BYTEA]: (hex: string) => new Uint8Array(Buffer.from(hex.slice(2), 'hex')),
};
const serializers = {
  [BYTEA]: (bytes: Uint8Array) =>
    `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`,
};

/** What of Emscripten's file system is touched here. */
type NodeFiles = { stream_ops: { fsync?: (stream: { nfd: number }) => void } };
type WithNodeFiles = { NODEFS: NodeFiles };

/**
 * A folder whose database outlives a power cut: the package runs PostgreSQL without fsync, and its
 * files would not know how. Here both are put back, so that what a commit says is on the disk is.
 */
class DurableFolder extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const teachFsync = (module: unknown) => {
      if (!hasNodeFiles(module)) throw new Error('the embedded database keeps no files');
      module.NODEFS.stream_ops.fsync = ({ nfd }) => fsyncSync(nfd);
    };
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [...(emscriptenOpts.preRun ?? []), teachFsync],
      },
    };
  }
}

function hasNodeFiles(module: unknown): module is WithNodeFiles {
  return typeof module === 'object' && module !== null && 'NODEFS' in module;
}

/** Without a folder it lives in memory. */
export async function openPglite(folder: string | undefined): Promise<PGlite> {
  const program = await readPgliteProgram();
  if (folder === undefined) return PGlite.create({ ...program, parsers, serializers });
  const startParams = PGlite.defaultStartParams.filter((param) => param !== '-F');
  return PGlite.create({
    ...program,
    fs: new DurableFolder(folder),
    parsers,
    serializers,
    startParams,
  });
}
