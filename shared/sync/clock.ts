/**
 * Hybrid logical clock (Kulkarni et al., 2014): a timestamp that never runs backwards on a device
 * and orders operations of several devices the same way everywhere. As text it sorts by itself:
 * `<ms, 9 digits base 36>-<counter, 4 digits base 36>-<device id>`.
 */
export type Hlc = string;

/** The hub refuses stamps that are further ahead of its own clock. */
export const MAX_AHEAD_MS = 5 * 60_000;

const MS_DIGITS = 9;
const COUNTER_DIGITS = 4;
/** Where in a stamp the id of the device begins. */
export const STAMP_DEVICE_AT = MS_DIGITS + COUNTER_DIGITS + 2;

export function formatHlc(ms: number, counter: number, deviceId: string): Hlc {
  return `${ms.toString(36).padStart(MS_DIGITS, '0')}-${counter.toString(36).padStart(COUNTER_DIGITS, '0')}-${deviceId}`;
}

/** The next stamp on this device: `last` is the newest one that it made or saw. */
export function nextHlc(last: Hlc | undefined, nowMs: number, deviceId: string): Hlc {
  const lastMs = last ? Number.parseInt(last.slice(0, MS_DIGITS), 36) : 0;
  if (nowMs > lastMs) return formatHlc(nowMs, 0, deviceId);
  const counter = last
    ? Number.parseInt(last.slice(MS_DIGITS + 1, MS_DIGITS + 1 + COUNTER_DIGITS), 36)
    : 0;
  // A full counter moves on to the next millisecond: a fifth digit would sort below the fourth.
  if (counter + 1 >= 36 ** COUNTER_DIGITS) return formatHlc(lastMs + 1, 0, deviceId);
  return formatHlc(lastMs, counter + 1, deviceId);
}

/** The time of a stamp, UTC ms. */
export const msOfHlc = (hlc: Hlc): number => Number.parseInt(hlc.slice(0, MS_DIGITS), 36);
