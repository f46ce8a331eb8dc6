import { readFile } from 'node:fs/promises';

const SIGNATURE = '89504e470d0a1a0a';

/** Width and height of a PNG as its head says; throws when it is none. */
export async function readPngSize(path: string): Promise<{ width: number; height: number }> {
  const bytes = await readFile(path);
  if (bytes.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error(`${path} is no PNG`);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
