/** Day 0 as every program but Lotus counts it from March 1900 on. */
const EPOCH_MS = Date.UTC(1899, 11, 30);
const SECONDS_PER_DAY = 86_400;
/** The last day that a spreadsheet knows is 9999-12-31. */
const SERIAL_END = 2_958_466;
/** Serials of 1904 workbooks count from four years and a day later. */
const SHIFT_1904 = 1462;
/** 29 February 1900, which never was: serial 60. Days before it are counted one too late. */
const PHANTOM = 60;

/**
 * Wall clock of a serial as ms in UTC parts, rounded to the second because its fraction is a float.
 * `undefined` where there is no such day: before 1900, after 9999, the phantom 29 February 1900.
 */
export function msOfSerial(serial: number, is1904: boolean): number | undefined {
  const days = is1904 ? serial + SHIFT_1904 : serial;
  if (!(days >= 0) || days >= SERIAL_END) return undefined;
  if (days >= PHANTOM && days < PHANTOM + 1) return undefined;
  const shown = days > PHANTOM ? days : days + 1;
  return EPOCH_MS + Math.round(shown * SECONDS_PER_DAY) * 1000;
}

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** Wall clock of a date cell in ISO form, as it is written there: a spreadsheet knows no zone. */
export function msOfIsoCell(text: string): number | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const isReal = month >= 1 && month <= 12 && new Date(ms).getUTCDate() === day && hour < 24;
  if (!isReal || minute > 59 || second > 59) return undefined;
  return ms + (Number(`0.${match[7] ?? 0}`) >= 0.5 ? 1000 : 0);
}
