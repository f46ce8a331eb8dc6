import type { RuleWorld } from '../engine-types';

/** Which of the texts of order lines a rule means, by code. */
type Table = { fits: Uint8Array; known: number };

/**
 * Looks each product's text up once for each list of words or categories, however many lines bear
 * it. Codes only grow; tables grow along.
 */
export class ProductFits {
  private readonly tables = new Map<string, Table>();
  private categories: (string | undefined)[] = [];

  constructor(private readonly world: RuleWorld) {}

  /** By code, 1 for texts containing one of the words and being of one of the categories. */
  of(product: readonly string[] | undefined, category: readonly string[] | undefined): Uint8Array {
    const products = this.world.columns.orders.lines?.products ?? [];
    const key = JSON.stringify([product ?? 0, category ?? 0]);
    const table = this.tables.get(key) ?? { fits: new Uint8Array(0), known: 0 };
    if (table.known < products.length) {
      const fits = new Uint8Array(products.length);
      fits.set(table.fits.subarray(0, table.known));
      const words = product?.map((word) => word.toLowerCase());
      for (let code = table.known; code < products.length; code++) {
        const text = products[code] ?? '';
        const isMeant =
          (words === undefined || containsAny(text.toLowerCase(), words)) &&
          (category === undefined || this.isOf(code, text, category));
        fits[code] = isMeant ? 1 : 0;
      }
      this.tables.set(key, { fits, known: products.length });
      return fits;
    }
    return table.fits;
  }

  private isOf(code: number, text: string, wanted: readonly string[]): boolean {
    while (this.categories.length <= code) {
      const next = this.world.columns.orders.lines?.products[this.categories.length] ?? text;
      this.categories.push(this.world.categoryOf(next));
    }
    const category = this.categories[code];
    return category !== undefined && wanted.includes(category);
  }

  forget(): void {
    this.tables.clear();
    this.categories = [];
  }
}

function containsAny(text: string, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}
