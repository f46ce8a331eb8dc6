import { createServer } from 'node:net';

/** Whether somebody else listens there is known only by trying. */
export function isPortFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

const CHOICE = 20;

/** The first of a few ports from `first` on that is free. */
export async function findFreePort(first: number, host: string): Promise<number | undefined> {
  for (let port = first; port < first + CHOICE; port += 1) {
    if (await isPortFree(port, host)) return port;
  }
  return undefined;
}
