import type { GroupFigure } from '@shared/domain/group-life/figures.types';
import { dayNumber } from '@shared/lib/time';
import type { LifeSpan } from './life-span';

const LANES = 3;

/** Cells of some figures while they are counted; what was never touched stays unknown. */
export class LifeCells<F extends GroupFigure> {
  readonly columns: Record<F, Float64Array>;
  readonly width: number;

  constructor(
    figures: readonly F[],
    readonly groups: ReadonlyMap<string, number>,
    readonly span: LifeSpan,
  ) {
    this.width = span.periods.length;
    const size = groups.size * this.width;
    const made = figures.map((figure) => [figure, new Float64Array(size).fill(Number.NaN)]);
    this.columns = Object.fromEntries(made) as Record<F, Float64Array>;
  }

  /** Adds to every stretch that the day belongs to; a day outside all of them is left alone. */
  addOn(day: number, figure: F, group: number, value: number): void {
    const { firstDay, lastDay, places } = this.span;
    if (day < firstDay || day > lastDay) return;
    const column = this.columns[figure];
    const from = LANES * (day - firstDay);
    for (let k = from; k < from + LANES; k += 1) {
      const period = places[k] ?? -1;
      if (period >= 0) add(column, group * this.width + period, value);
    }
  }

  set(figure: F, group: number, period: number, value: number): void {
    this.columns[figure][group * this.width + period] = value;
  }

  get(figure: F, group: number, period: number): number {
    return this.columns[figure][group * this.width + period] ?? Number.NaN;
  }

  /** From the day on which a group's first record lies, nothing recorded means zero. */
  zeroFrom(figure: F, group: number, firstDay: number): void {
    for (const [period, { to }] of this.span.periods.entries()) {
      const known = this.get(figure, group, period);
      if (Number.isNaN(known) && dayNumber(to) >= firstDay) this.set(figure, group, period, 0);
    }
  }

  /** Rounds away what sums of thirds leave behind, so that the order of adding does not show. */
  round(figure: F, digits: number): void {
    const column = this.columns[figure];
    const unit = 10 ** digits;
    for (let i = 0; i < column.length; i += 1)
      column[i] = Math.round((column[i] ?? 0) * unit) / unit;
  }
}

function add(column: Float64Array, cell: number, value: number): void {
  const known = column[cell] ?? 0;
  column[cell] = Number.isNaN(known) ? value : known + value;
}
