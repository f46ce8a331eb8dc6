import { pack } from '../files/gzip';

type Write = (token: string, chunk: Uint8Array) => Promise<void>;

/**
 * Compresses chunks on their way to a backup: several at a time, which several cores share, but
 * written in the order of the calls.
 */
export function packingInOrder(write: Write): Write {
  let queue: Promise<unknown> = Promise.resolve();
  return (token, chunk) => {
    const packed = pack(chunk);
    packed.catch(() => undefined);
    const written = queue.then(async () => write(token, await packed));
    queue = written.catch(() => undefined);
    return written;
  };
}
