import {
  type ArgsOf,
  type Envelope,
  type IpcChannel,
  type IpcContract,
  ipcContract,
} from '@shared/contracts/ipc';
import { ExpectedError } from '@shared/lib/errors';
import type { z } from 'zod';

type ResultOf<C extends IpcChannel> = z.infer<IpcContract[C]['result']>;

/** One function per channel of the contract; the type makes forgetting one impossible. */
export type Handlers = {
  [C in IpcChannel]: (
    ...args: ArgsOf<IpcContract[C]['args']>
  ) => Promise<ResultOf<C>> | ResultOf<C>;
};

/** Who calls, as Electron says it, not as the caller claims. */
export type Caller = { contentsId: number; isMainFrame: boolean; url: string };

export type DispatchParts = {
  handlers: Handlers;
  isTrusted: (caller: Caller) => boolean;
  logRefusal: (code: string, channel: string) => void;
  logFailure: (channel: string, error: unknown) => void;
};

const isChannel = (name: unknown): name is IpcChannel =>
  typeof name === 'string' && Object.hasOwn(ipcContract, name);

/**
 * Every call of the window comes through here: sender, name and arguments are checked before a
 * handler sees them. The answer is always an envelope, because fields of a thrown error do not
 * survive the way to the page.
 */
export function createDispatcher(parts: DispatchParts) {
  const refuse = (code: string, channel: string): Envelope<never> => {
    parts.logRefusal(code, channel);
    return { ok: false, code, data: {} };
  };

  return async function dispatch(
    caller: Caller,
    name: unknown,
    args: unknown,
  ): Promise<Envelope<unknown>> {
    if (!parts.isTrusted(caller)) return refuse('ipc-wrong-sender', describeName(name));
    if (!isChannel(name)) return refuse('ipc-unknown', describeName(name));
    const schemas: readonly z.ZodType[] = ipcContract[name].args;
    if (!Array.isArray(args) || args.length !== schemas.length) {
      return refuse('ipc-bad-argument', name);
    }
    const parsed: unknown[] = [];
    for (const [index, schema] of schemas.entries()) {
      const result = schema.safeParse(args[index]);
      if (!result.success) return refuse('ipc-bad-argument', name);
      parsed.push(result.data);
    }
    try {
      const handler = parts.handlers[name] as (...values: unknown[]) => unknown;
      return { ok: true, value: await handler(...parsed) };
    } catch (error) {
      if (error instanceof ExpectedError) return { ok: false, code: error.code, data: error.data };
      parts.logFailure(name, error);
      return { ok: false, code: 'internal-error', data: { channel: name } };
    }
  };
}

/** Names from an untrusted caller are not written into the log as they come. */
function describeName(name: unknown): string {
  return isChannel(name) ? name : 'unknown';
}
