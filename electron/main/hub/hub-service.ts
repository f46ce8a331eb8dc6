import { join } from 'node:path';
import type { IpcEvents } from '@shared/contracts/ipc';
import type { SystemCipher } from '../files/secret-store';
import { createBell } from './bell';
import { createHostFile } from './host-file';
import { createHubHost, type HubHost } from './hub-host';
import { createHubLink, type HubLinkStore } from './hub-link';
import { createHubProgram } from './hub-program';
import { createLinkFile } from './link-file';
import { listOfficeAddresses } from './office-addresses';
import { createTokenKeeper } from './token-keeper';
import { trustSystemCertificates } from './trust-system';
import { watchNetwork } from './watch-network';

export type HubServiceParts = {
  root: string;
  logs: string;
  distFolder: string;
  cipher: SystemCipher;
  send: <E extends keyof IpcEvents>(event: E, ...args: Parameters<IpcEvents[E]>) => void;
  logFailure: (event: string, error: unknown) => void;
};

export type HubService = { link: HubLinkStore; host: HubHost; openBell: () => void };

/** All that leads to a hub; made with the first question that needs it. */
export function createHubService(parts: HubServiceParts): HubService {
  const { root, logs, distFolder, cipher, send, logFailure } = parts;
  trustSystemCertificates();
  const link = createHubLink({
    file: createLinkFile(join(root, 'hub-link.json')),
    tokens: createTokenKeeper(join(root, 'hub-token.json'), cipher),
  });
  const bell = createBell({
    pass: link.pass,
    onBell: ({ head, grantsVersion }) => send('onHubBell', head, grantsVersion),
    onLine: (isOpen) => send('onHubLine', isOpen),
  });
  const host = createHubHost({
    file: createHostFile(join(root, 'hosted-hub.json')),
    program: createHubProgram(distFolder, logs),
    dataFolder: join(root, 'hub'),
    addresses: listOfficeAddresses,
    onChange: (hosted) => {
      send('onHostedHub', hosted);
      // Its own laptop need not wait for its next try.
      if (hosted.state === 'running') bell.wake();
    },
    logFailure,
  });
  let isWatching = false;
  return {
    host,
    link: {
      ...link,
      forget: async () => {
        bell.close();
        await link.forget();
      },
    },
    openBell: () => {
      bell.open();
      if (!isWatching) watchNetwork(bell.wake);
      isWatching = true;
    },
  };
}
