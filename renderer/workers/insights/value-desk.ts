import { type FitReport, holdoutDaysOf } from '@shared/domain/insights/ltv/fit-report.rules';
import {
  type MemberValues,
  valuesByModel,
  valuesByPace,
} from '@shared/domain/insights/ltv/member-value.rules';
import {
  type PurchaseHistories,
  purchaseHistories,
} from '@shared/domain/insights/ltv/purchase-history.rules';
import type { ValueNote } from '@shared/domain/insights/ltv/value-model.rules';
import { fitInWorker } from './fit-in-worker';
import type { World } from './model-world';

export type KeptFit = FitReport & {
  /** Tells one fit from the next. */
  serial: number;
  /** Day number of the day for which it was fitted. */
  day: number;
  tookMs: number;
  customers: number;
  repeats: number;
  minRepeatCustomers: number;
};

/** A world, its histories and a fit that is good for them. */
export type Fitted = { world: World; histories: PurchaseHistories; fit: KeptFit };

export type ValuedPeople = {
  values: MemberValues;
  by: 'bgnbd' | 'plain';
  notes: ValueNote[];
};

/** A fit is good for small changes: parameters hardly move with one order more. */
const CHANGE_BEFORE_REFIT = 0.01;
const DAYS_BEFORE_REFIT = 7;

function sumOfRepeats({ x }: PurchaseHistories): number {
  let sum = 0;
  for (const repeats of x) if (repeats > 0) sum += repeats;
  return sum;
}

/**
 * What everybody is worth from today on. The fit is made in a worker of its own and kept until the
 * settings change, a week passes, or customers or repeats differ by more than a hundredth; what it
 * says of each person is worked out anew with every change.
 */
export class ValueDesk {
  private kept: KeptFit | undefined;
  private fitting: Promise<unknown> = Promise.resolve();
  /** Expectations by repeats and age, good for one fit and one set of settings. */
  private expected = { basis: '', known: new Map<number, number>() };

  /** The world as it is once a fit is there that is good for it. */
  async fitted(world: () => Promise<World>): Promise<Fitted> {
    for (;;) {
      const now = await world();
      const histories = purchaseHistories(now.columns, now.today);
      if (this.kept && this.isGoodFor(this.kept, now, histories)) {
        return { world: now, histories, fit: this.kept };
      }
      const mine = this.fitting.then(() => this.refit(now, histories));
      this.fitting = mine.catch(() => undefined);
      await mine;
    }
  }

  values({ world, histories, fit }: Fitted): ValuedPeople {
    const { columns, settings, today } = world;
    const { fitted, serial } = fit;
    const { bgnbd, gammaGamma } = fitted;
    const isPlain = settings.ltv.way === 'plain';
    if (fitted.by === 'bgnbd' && bgnbd && gammaGamma && !isPlain) {
      const basis = JSON.stringify([serial, settings.ltv]);
      if (this.expected.basis !== basis) this.expected = { basis, known: new Map() };
      const model = { bgnbd, gammaGamma };
      const values = valuesByModel(histories, model, settings.ltv, this.expected.known);
      return { values, by: 'bgnbd', notes: fitted.notes };
    }
    const values = valuesByPace(columns, today, settings.ltv);
    const asked: ValueNote[] = isPlain ? [{ code: 'asked-for-plain' }] : [];
    return { values, by: 'plain', notes: [...asked, ...fitted.notes] };
  }

  private isGoodFor(kept: KeptFit, { settings, today }: World, now: PurchaseHistories): boolean {
    if (kept.minRepeatCustomers !== settings.ltv.minRepeatCustomers) return false;
    if (today < kept.day || today - kept.day >= DAYS_BEFORE_REFIT) return false;
    const isNear = (before: number, after: number) =>
      Math.abs(after - before) <= CHANGE_BEFORE_REFIT * before;
    return isNear(kept.customers, now.customers) && isNear(kept.repeats, sumOfRepeats(now));
  }

  private async refit({ columns, settings, today }: World, now: PurchaseHistories): Promise<void> {
    // Somebody else's question may have been answered by the fit that was waited for.
    if (this.kept && this.isGoodFor(this.kept, { columns, settings, today, stamp: '' }, now))
      return;
    const startedAt = performance.now();
    const holdoutDays = holdoutDaysOf(now);
    const { minRepeatCustomers } = settings.ltv;
    const report = await fitInWorker({
      now,
      ...(holdoutDays > 0 ? { before: purchaseHistories(columns, today - holdoutDays) } : {}),
      holdoutDays,
      options: { daysPerUnit: 1, moneyUnit: 1, minRepeatCustomers },
    });
    this.kept = {
      ...report,
      serial: (this.kept?.serial ?? 0) + 1,
      day: today,
      tookMs: performance.now() - startedAt,
      customers: now.customers,
      repeats: sumOfRepeats(now),
      minRepeatCustomers,
    };
  }
}
