/** A window that dies again so soon would only die in a circle. */
const CALM_MS = 60_000;

/** Whether a window that died is loaded again by itself; `previousMs` is the crash before, if any. */
export function mayReload(nowMs: number, previousMs: number | null): boolean {
  return previousMs === null || nowMs - previousMs > CALM_MS;
}
