import type { Bridge, IpcChannel, IpcEvents, RawBridge } from '@shared/contracts/ipc';
import { ExpectedError } from '@shared/lib/errors';

declare global {
  interface Window {
    readonly qunduo: RawBridge;
  }
}

const EVENTS: ReadonlySet<string> = new Set([
  'onMenuCommand',
  'onBeforeQuit',
  'onHubBell',
  'onHubLine',
  'onHostedHub',
] satisfies (keyof IpcEvents)[]);

type AnyCall = RawBridge[IpcChannel] & ((...args: unknown[]) => ReturnType<RawBridge[IpcChannel]>);

/** Opens the envelope of a call: the value, or the ExpectedError that main answered with. */
function openEnvelope(call: AnyCall) {
  return async (...args: unknown[]) => {
    const answer = await call(...args);
    if (answer.ok) return answer.value;
    throw new ExpectedError(answer.code, answer.data);
  };
}

function makeBridge(raw: RawBridge): Bridge {
  const entries = Object.entries(raw).map(([name, member]) => [
    name,
    EVENTS.has(name) ? member : openEnvelope(member as AnyCall),
  ]);
  return Object.fromEntries(entries) as Bridge;
}

/** The only way out of the window; nothing else reads `window.qunduo`. */
export const bridge: Bridge = makeBridge(window.qunduo);
