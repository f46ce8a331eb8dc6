import type { PackKey } from '../hand-off/pack-key';
import type { Handlers } from './dispatch';

type HandOffChannel = 'readPackKey' | 'signPack';

/** Most laptops never hand anything over: the key is made with the first question for it. */
export function createHandOffHandlers(
  open: () => Promise<PackKey>,
): Pick<Handlers, HandOffChannel> {
  return {
    readPackKey: async () => (await open()).read(),
    signPack: async (digest) => (await open()).sign(digest),
  };
}
