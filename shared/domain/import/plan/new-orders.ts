import type { OrderLine, OrderStatus } from '@shared/domain/orders/order.schema';
import type { RowFrame } from '@shared/lib/row-frame';
import type { OrderValues } from './plan';

const TEXT_FIELDS = ['campaign', 'receiver', 'receiverPhone', 'address', 'note'] as const;
type TextField = (typeof TEXT_FIELDS)[number];
type Texts = (string | undefined)[];

const FIRST_LINES = 1024;

/** The goods of all orders one after another. */
class Lines {
  count = 0;
  private readonly products: string[] = [];
  private readonly specs: Texts = [];
  private hasSpecs = false;
  private quantities = new Float64Array(FIRST_LINES);
  private amounts = new Float64Array(FIRST_LINES);

  add(line: OrderLine): void {
    const place = this.count;
    if (place === this.quantities.length) this.grow();
    this.products.push(line.product);
    this.specs.push(line.spec);
    if (line.spec !== undefined) this.hasSpecs = true;
    this.quantities[place] = line.quantity;
    this.amounts[place] = line.amountFen ?? Number.NaN;
    this.count += 1;
  }

  at(place: number): OrderLine {
    const line: OrderLine = {
      product: this.products[place] ?? '',
      quantity: this.quantities[place] ?? 0,
    };
    const spec = this.specs[place];
    if (spec !== undefined) line.spec = spec;
    const amountFen = this.amounts[place];
    if (amountFen !== undefined && !Number.isNaN(amountFen)) line.amountFen = amountFen;
    return line;
  }

  frame(): RowFrame {
    const columns: RowFrame['columns'] = {
      product: { kind: 'text', values: this.products },
      quantity: { kind: 'number', values: this.quantities },
      amountFen: { kind: 'number', values: this.amounts },
    };
    if (this.hasSpecs) columns.spec = { kind: 'text', values: this.specs };
    return { n: this.count, columns };
  }

  private grow(): void {
    const size = this.quantities.length * 2;
    const quantities = new Float64Array(size);
    const amounts = new Float64Array(size);
    quantities.set(this.quantities);
    amounts.set(this.amounts);
    this.quantities = quantities;
    this.amounts = amounts;
  }
}

/**
 * The orders that a plan would make, by columns, each with its buyer: a stored member's handle, or
 * `~place` of a new one. Orders that a person has to decide about lie here too; which are written is
 * said when they are.
 */
export class NewOrders {
  length = 0;
  readonly buyers: Int32Array;
  private readonly numbers: string[] = [];
  private readonly statuses: OrderStatus[] = [];
  private readonly times: Float64Array;
  private readonly amounts: Float64Array;
  private readonly refunds: Float64Array;
  private readonly lineEnds: Uint32Array;
  private readonly lines = new Lines();
  private readonly texts: Partial<Record<TextField, Texts>> = {};

  constructor(capacity: number) {
    this.buyers = new Int32Array(capacity);
    this.times = new Float64Array(capacity);
    this.amounts = new Float64Array(capacity);
    this.refunds = new Float64Array(capacity);
    this.lineEnds = new Uint32Array(capacity);
  }

  add(order: OrderValues, buyer: number): number {
    const place = this.length;
    this.length += 1;
    this.buyers[place] = buyer;
    this.numbers.push(order.externalNo);
    this.statuses.push(order.status);
    this.times[place] = order.orderedAt;
    this.amounts[place] = order.amountFen;
    this.refunds[place] = order.refundFen;
    for (const line of order.lines) this.lines.add(line);
    this.lineEnds[place] = this.lines.count;
    for (const field of TEXT_FIELDS) {
      const text = order[field];
      if (text !== undefined) this.setText(field, place, text);
    }
    return place;
  }

  at(place: number): OrderValues {
    const order: OrderValues = {
      externalNo: this.numbers[place] ?? '',
      orderedAt: this.times[place] ?? 0,
      amountFen: this.amounts[place] ?? 0,
      refundFen: this.refunds[place] ?? 0,
      status: this.statuses[place] ?? 'unknown',
      lines: [],
    };
    const from = place === 0 ? 0 : (this.lineEnds[place - 1] ?? 0);
    const end = this.lineEnds[place] ?? from;
    for (let line = from; line < end; line++) order.lines.push(this.lines.at(line));
    for (const field of TEXT_FIELDS) {
      const text = this.texts[field]?.[place];
      if (text !== undefined) order[field] = text;
    }
    return order;
  }

  timeAt(place: number): number {
    return this.times[place] ?? 0;
  }

  /** The orders as rows for the store, without id, member and batch. */
  frame(): RowFrame {
    const columns: RowFrame['columns'] = {
      externalNo: { kind: 'text', values: this.numbers },
      orderedAt: { kind: 'number', values: this.times },
      amountFen: { kind: 'number', values: this.amounts },
      refundFen: { kind: 'number', values: this.refunds },
      status: { kind: 'text', values: this.statuses },
      lines: { kind: 'list', ends: this.lineEnds, items: this.lines.frame() },
    };
    for (const field of TEXT_FIELDS) {
      const values = this.texts[field];
      if (!values) continue;
      while (values.length < this.length) values.push(undefined);
      columns[field] = { kind: 'text', values };
    }
    return { n: this.length, columns };
  }

  private setText(field: TextField, place: number, text: string): void {
    let column = this.texts[field];
    if (!column) {
      column = [];
      this.texts[field] = column;
    }
    while (column.length < place) column.push(undefined);
    column[place] = text;
  }
}
