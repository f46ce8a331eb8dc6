import type { EntityName } from '@shared/domain/registry';
import { coldPages, hotPages, type TableSource } from '../tables';
import type { PagePair } from './page';

/** So many pages go to the database at once; one such lot is on its way while the next is packed. */
const AT_ONCE = 4;

/** Writes pages as they are made, so that a large import never lies in memory whole. */
export class PagePuts {
  private waiting: PagePair[] = [];
  private underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: TableSource,
    private readonly entity: EntityName,
  ) {}

  async put(pair: PagePair): Promise<void> {
    this.waiting.push(pair);
    if (this.waiting.length >= AT_ONCE) await this.send();
  }

  /** Everything handed over so far can be read again. */
  async settle(): Promise<void> {
    await this.send();
    await this.underWay;
  }

  private async send(): Promise<void> {
    if (this.waiting.length === 0) return;
    const before = this.underWay;
    const sent = this.waiting;
    this.waiting = [];
    this.underWay = this.write(sent);
    // Whoever waits for it hears of a failure; a transaction that ends early leaves nobody waiting.
    this.underWay.catch(() => undefined);
    await before;
  }

  private async write(pairs: PagePair[]): Promise<void> {
    const cold = pairs.flatMap((pair) => (pair.cold ? [pair.cold] : []));
    const hot = pairs.map((pair) => pair.hot);
    await hotPages(this.db, this.entity).bulkPut(hot);
    if (cold.length > 0) await coldPages(this.db, this.entity).bulkPut(cold);
  }
}
