import type { MemberStats } from '@shared/domain/members/member-stats.schema';
import { isCounted } from '@shared/domain/orders/order.rules';
import type { Order } from '@shared/domain/orders/order.schema';
import { IdTable, idWords } from '@/workers/index/id-table';
import { type Column, columnLength, columnValue, encodeColumn } from '../paged/columns';
import type { PageRecord } from '../paged/page';

/** Per member: orders, amount, refund, first and last order. */
const FIGURES = 5;

/** What a set of orders adds to their members' figures, summed up from columns. */
export class StatsTable {
  amountFen = 0;
  refundFen = 0;
  private readonly ids = new IdTable(64);
  private figures = new Float64Array(64 * FIGURES);

  get size(): number {
    return this.ids.size;
  }

  /** The ids of all members that the table knows, ascending. */
  sortedIds(): string[] {
    return Array.from({ length: this.size }, (_, number) => this.ids.idOf(number)).sort();
  }

  /** By member, for those with counted orders. */
  all(): Map<string, MemberStats> {
    const { figures } = this;
    const found = new Map<string, MemberStats>();
    for (let number = 0; number < this.size; number += 1) {
      const at = number * FIGURES;
      const orderCount = figures[at] ?? 0;
      if (orderCount === 0) continue;
      const id = this.ids.idOf(number);
      found.set(id, {
        id,
        orderCount,
        amountFen: figures[at + 1] ?? 0,
        refundFen: figures[at + 2] ?? 0,
        firstOrderAt: figures[at + 3] ?? 0,
        lastOrderAt: figures[at + 4] ?? 0,
      });
    }
    return found;
  }

  /** Makes the table know a member, so that `addKnown` counts its orders. */
  expect(id: string): void {
    this.ids.addColumn(encodeColumn('uuid', [id]));
    this.makeRoom();
  }

  addOrder(order: Order): void {
    if (!isCounted(order)) return;
    const [number = 0] = this.ids.addColumn(encodeColumn('uuid', [order.memberId]));
    this.makeRoom();
    this.add(number, order.amountFen, order.refundFen ?? 0, order.orderedAt);
  }

  /** The counted orders of a page. */
  addPage(hot: PageRecord): void {
    const members = hot.c.memberId;
    if (!members) return;
    const numbers = this.ids.addColumn(members);
    this.makeRoom();
    this.addRows(hot, (i) => numbers[i] ?? -1);
  }

  /** The counted orders of a page, of those members only that the table knows already. */
  addKnown(hot: PageRecord): void {
    const members = hot.c.memberId;
    if (!members) return;
    const words = idWords(members);
    this.addRows(hot, (i) => this.ids.find(words, i * 4));
  }

  private addRows(hot: PageRecord, numberOf: (i: number) => number): void {
    const counted = countedRows(hot.c.status, hot.n);
    const [amounts, refunds, times] = [hot.c.amountFen, hot.c.refundFen, hot.c.orderedAt].map(
      (column) => numbersOf(column, hot.n),
    );
    for (let i = 0; i < hot.n; i += 1) {
      const number = counted[i] ? numberOf(i) : -1;
      if (number >= 0) this.add(number, amounts?.[i] ?? 0, refunds?.[i] ?? 0, times?.[i] ?? 0);
    }
  }

  private add(number: number, amountFen: number, refundFen: number, at: number): void {
    const { figures } = this;
    const k = number * FIGURES;
    const count = figures[k] ?? 0;
    figures[k] = count + 1;
    figures[k + 1] = (figures[k + 1] ?? 0) + amountFen;
    figures[k + 2] = (figures[k + 2] ?? 0) + refundFen;
    figures[k + 3] = count === 0 ? at : Math.min(figures[k + 3] ?? at, at);
    figures[k + 4] = count === 0 ? at : Math.max(figures[k + 4] ?? at, at);
    this.amountFen += amountFen;
    this.refundFen += refundFen;
  }

  private makeRoom(): void {
    if (this.ids.size * FIGURES <= this.figures.length) return;
    const wider = new Float64Array(this.ids.size * 2 * FIGURES);
    wider.set(this.figures);
    this.figures = wider;
  }
}

function countedRows(status: Column | undefined, n: number): Uint8Array {
  const counted = new Uint8Array(n);
  if (status?.t === 'code') {
    const words = [undefined, ...status.d].map((word) => isCountedWord(word));
    status.x.forEach((code, i) => {
      counted[i] = words[code] ? 1 : 0;
    });
    return counted;
  }
  for (let i = 0; i < n; i += 1)
    counted[i] = isCountedWord(status && columnValue(status, i)) ? 1 : 0;
  return counted;
}

const isCountedWord = (word: unknown) => isCounted({ status: word as Order['status'] });

function numbersOf(column: Column | undefined, n: number): ArrayLike<number> {
  if (column?.t === 'i32') return column.v;
  const known = column && columnLength(column) === n ? column : undefined;
  return Float64Array.from({ length: n }, (_, i) => {
    const value = known && columnValue(known, i);
    return typeof value === 'number' ? value : 0;
  });
}
