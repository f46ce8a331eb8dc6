import { zoneOffsetMs } from '@shared/lib/time';

const DAY_MS = 86_400_000;
/** 1970 to 2134; instants beyond are converted one by one. */
const DAYS = 60_000;
const UNKNOWN = -0x80000000;
const CHANGES = 0x7fffffff;

/**
 * Day numbers of instants in one zone, for millions of them: the offset is looked up once per UTC
 * day, and instant by instant only on the days on which it changes.
 */
export class ZoneDays {
  private readonly offsets = new Int32Array(DAYS).fill(UNKNOWN);

  constructor(readonly zone: string) {}

  /** The day number (days since 1970-01-01) that clocks in the zone show at this instant. */
  dayOf(ms: number): number {
    const utcDay = Math.floor(ms / DAY_MS);
    let offset = this.offsets[utcDay] ?? CHANGES;
    if (offset === UNKNOWN) offset = this.look(utcDay);
    if (offset === CHANGES) offset = zoneOffsetMs(ms, this.zone);
    return Math.floor((ms + offset) / DAY_MS);
  }

  /** The same for many instants; for what is none, the day of 0. */
  daysOf(instants: ArrayLike<number>, into: { [i: number]: number }): void {
    const { offsets } = this;
    for (let i = 0; i < instants.length; i += 1) {
      const ms = instants[i] ?? 0;
      const offset = offsets[Math.floor(ms / DAY_MS)] ?? CHANGES;
      const isPlain = offset !== UNKNOWN && offset !== CHANGES;
      into[i] = isPlain ? Math.floor((ms + offset) / DAY_MS) : this.dayOf(ms);
    }
  }

  private look(utcDay: number): number {
    const first = zoneOffsetMs(utcDay * DAY_MS, this.zone);
    const last = zoneOffsetMs((utcDay + 1) * DAY_MS - 1, this.zone);
    const offset = first === last ? first : CHANGES;
    this.offsets[utcDay] = offset;
    return offset;
  }
}
