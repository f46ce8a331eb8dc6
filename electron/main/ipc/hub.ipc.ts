import type { hubContract } from '@shared/contracts/hub-link';
import type { HubService } from '../hub/hub-service';
import type { Handlers } from './dispatch';

export function createHubHandlers(
  open: () => Promise<HubService>,
): Pick<Handlers, keyof typeof hubContract> {
  return {
    readHubLink: async () => (await open()).link.read(),
    joinHub: async (url, request) => (await open()).link.join(url, request),
    askHub: async (request) => (await open()).link.ask(request),
    openHubBell: async () => (await open()).openBell(),
    forgetHub: async () => (await open()).link.forget(),
    readHostedHub: async () => (await open()).host.read(),
    hostHub: async (reach) => (await open()).host.host(reach),
    inviteHostOwner: async (name) => (await open()).host.inviteOwner(name),
    stopHostedHub: async () => (await open()).host.stop(),
  };
}
