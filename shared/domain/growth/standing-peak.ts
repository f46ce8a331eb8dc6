import { STILL_THERE } from '@shared/domain/people/people-columns';

/** The highest standing that a set of lots ever reached at the end of a day; used again and again. */
export class StandingPeak {
  private n = 0;
  private days = new Float64Array(64);
  private points = new Float64Array(64);

  clear(): void {
    this.n = 0;
  }

  /** Points that count from `settleDay` on and no longer on `expiryDay`. */
  add(settleDay: number, expiryDay: number, points: number): void {
    this.put(settleDay, points);
    if (expiryDay !== STILL_THERE) this.put(expiryDay, -points);
  }

  highest(today: number): number {
    let standing = 0;
    let peak = 0;
    for (let at = 0; at < this.n; at += 1) {
      const day = this.days[at] ?? 0;
      if (day > today) break;
      standing += this.points[at] ?? 0;
      const isEndOfDay = at + 1 === this.n || this.days[at + 1] !== day;
      if (isEndOfDay && standing > peak) peak = standing;
    }
    return peak;
  }

  /** Kept ascending by day: lots come nearly in order, so little is moved. */
  private put(day: number, points: number): void {
    if (this.n === this.days.length) this.grow();
    let at = this.n;
    while (at > 0 && (this.days[at - 1] ?? 0) > day) {
      this.days[at] = this.days[at - 1] ?? 0;
      this.points[at] = this.points[at - 1] ?? 0;
      at -= 1;
    }
    this.days[at] = day;
    this.points[at] = points;
    this.n += 1;
  }

  private grow(): void {
    const days = new Float64Array(this.n * 2);
    const points = new Float64Array(this.n * 2);
    days.set(this.days);
    points.set(this.points);
    this.days = days;
    this.points = points;
  }
}
