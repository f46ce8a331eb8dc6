import { connect, createServer, type Socket } from 'node:net';
import type { Random } from './random';

export type CuttingProxy = { port: number; cuts(): number; heal(): void; close(): Promise<void> };

/** Most connections pass this many bytes in either direction before they break; some pass all. */
const MOST_BYTES = 200_000;
const UNCUT = 0.3;

/** A network that breaks: every connection through it ends after a random number of bytes. */
export function openCuttingProxy(target: () => number, random: Random): Promise<CuttingProxy> {
  const open = new Set<Socket>();
  let cuts = 0;
  let isCutting = true;
  const server = createServer((near) => {
    const far = connect(target(), '127.0.0.1');
    let left =
      isCutting && random.next() > UNCUT ? random.upTo(MOST_BYTES) : Number.POSITIVE_INFINITY;
    const pass = (to: Socket) => (chunk: Buffer) => {
      if (chunk.length <= left) {
        left -= chunk.length;
        to.write(chunk);
        return;
      }
      cuts += 1;
      // What was allowed still arrives, then nothing more in either direction.
      to.write(chunk.subarray(0, left), () => {
        near.destroy();
        far.destroy();
      });
      left = 0;
    };
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('data', pass(to));
      from.on('error', () => to.destroy());
      from.on('end', () => to.end());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : 0,
        cuts: () => cuts,
        heal: () => {
          isCutting = false;
        },
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            for (const socket of open) socket.destroy();
          }),
      });
    });
  });
}
