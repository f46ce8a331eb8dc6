import { zoneOffsetMs } from '@shared/lib/time';

const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);
/** Before March 1900 spreadsheet programs count a leap day that never was. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 2_958_465;
/** Well inside of what a `Date` can hold. */
const LAST_MOMENT_MS = 8.64e15 - 10 * DAY_MS;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Fractions of a day by second, each worked out once: times come in the hundred thousands. */
const fractions: string[] = [];

function fractionOf(ms: number): string {
  if (ms % 1000 !== 0) return (ms / DAY_MS).toFixed(11).slice(1);
  const second = ms / 1000;
  let known = fractions[second];
  if (known === undefined) {
    known = second === 0 ? '' : (second / 86_400).toFixed(10).slice(1).replace(/0+$/, '');
    fractions[second] = known;
  }
  return known;
}

export type Serial = { text: string; hasTime: boolean };

function serialOf(wallMs: number): Serial | undefined {
  const day = Math.floor((wallMs - EPOCH_MS) / DAY_MS);
  if (!(day >= FIRST_SERIAL) || day > LAST_SERIAL) return undefined;
  const rest = wallMs - EPOCH_MS - day * DAY_MS;
  return { text: `${day}${fractionOf(rest)}`, hasTime: rest !== 0 };
}

/** What clocks in the zone show at a moment, as days since 1899-12-30; undefined where none can be written. */
export function serialOfMoment(ms: number, zone: string): Serial | undefined {
  if (!(Math.abs(ms) < LAST_MOMENT_MS)) return undefined;
  return serialOf(ms + zoneOffsetMs(ms, zone));
}

export function serialOfDay(day: string): Serial | undefined {
  const match = DAY.exec(day);
  if (!match) return undefined;
  return serialOf(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
}
