const MS_DIGITS = 9;
const COUNTER_DIGITS = 4;
const ID_FROM = MS_DIGITS + COUNTER_DIGITS + 2;

/** When (UTC ms) and on which device something was written, from its stamp (`shared/sync/clock`). */
export function readStamp(stamp: string): { at: number; deviceId: string } | undefined {
  const at = Number.parseInt(stamp.slice(0, MS_DIGITS), 36);
  const deviceId = stamp.slice(ID_FROM);
  return Number.isFinite(at) && deviceId !== '' ? { at, deviceId } : undefined;
}
