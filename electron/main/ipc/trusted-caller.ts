import { isAppUrl } from '../security/origin';
import type { Caller } from './dispatch';

/** Only the top frame of a window we opened, and only while it shows our own page. */
export function isTrustedCaller(caller: Caller, windowIds: ReadonlySet<number>): boolean {
  return windowIds.has(caller.contentsId) && caller.isMainFrame && isAppUrl(caller.url);
}
