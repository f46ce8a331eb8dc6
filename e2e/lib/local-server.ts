import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type LocalServer = {
  origin: string;
  /** Paths that were asked for: each is something that left the console. */
  hits: string[];
  close: () => Promise<void>;
};

/** A stranger on the network, who answers everybody and leads `/redirect?to=…` astray. */
export async function openLocalServer(): Promise<LocalServer> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? '');
    const url = new URL(request.url ?? '/', 'http://stranger.example');
    const target = url.searchParams.get('to');
    response.setHeader('access-control-allow-origin', '*');
    if (target !== null) response.writeHead(302, { location: target });
    else response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<title>stranger</title><h1>stranger</h1>');
  });
  server.on('upgrade', (request, socket) => {
    hits.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
