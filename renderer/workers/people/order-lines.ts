import { type Column, columnLength, columnValue } from '@/db/paged/columns';
import { grown } from './arrays';
import { Names } from './names';

/** A line's text as rules read it. */
export const lineText = (product: unknown, spec: unknown): string =>
  spec === undefined || spec === '' ? String(product ?? '') : `${product ?? ''} ${spec}`;

/** The products of all orders' lines, one number each. */
export class LineTexts {
  readonly names = new Names();
  product = new Uint32Array(1024);
  used = 0;

  add(text: string): void {
    this.product = grown(this.product, this.used + 1);
    this.product[this.used] = this.names.numberOf(text);
    this.used += 1;
  }

  /**
   * Takes in a page's lines. Where row i's lines begin, with their end behind the last; undefined
   * when the page packs them in no way that is known.
   */
  addColumn(column: Column | undefined, rows: number): Uint32Array {
    const starts = new Uint32Array(rows + 1).fill(this.used);
    if (column?.t === 'list') this.addList(column, starts);
    else if (column) this.addEach(column, starts);
    return starts;
  }

  private addList(column: Extract<Column, { t: 'list' }>, starts: Uint32Array): void {
    const { product, spec } = column.c;
    const lines = column.o[column.o.length - 1] ?? 0;
    this.product = grown(this.product, this.used + lines);
    for (let i = 0; i < starts.length; i += 1) starts[i] = this.used + (column.o[i] ?? lines);
    if (product?.t === 'code' && (!spec || spec.t === 'code')) {
      this.addCodes(product, spec, lines);
      return;
    }
    for (let k = 0; k < lines; k += 1) {
      this.add(lineText(product && columnValue(product, k), spec && columnValue(spec, k)));
    }
  }

  /** Each pair of a product and a spec is looked up once per page. */
  private addCodes(
    product: Extract<Column, { t: 'code' }>,
    spec: Extract<Column, { t: 'code' }> | undefined,
    lines: number,
  ): void {
    const width = (spec?.d.length ?? 0) + 1;
    const known = new Int32Array((product.d.length + 1) * width).fill(-1);
    for (let k = 0; k < lines; k += 1) {
      const [p, s] = [product.x[k] ?? 0, spec?.x[k] ?? 0];
      const pair = p * width + s;
      let number = known[pair] ?? -1;
      if (number < 0) {
        number = this.names.numberOf(lineText(product.d[p - 1], spec?.d[s - 1]));
        known[pair] = number;
      }
      this.product[this.used + k] = number;
    }
    this.used += lines;
  }

  private addEach(column: Column, starts: Uint32Array): void {
    const n = columnLength(column);
    for (let i = 0; i < n; i += 1) {
      starts[i] = this.used;
      const lines = columnValue(column, i);
      if (!Array.isArray(lines)) continue;
      for (const line of lines as { product?: unknown; spec?: unknown }[]) {
        this.add(lineText(line.product, line.spec));
      }
    }
    starts[n] = this.used;
  }
}
