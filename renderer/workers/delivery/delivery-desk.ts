import type { DeliveryOptions } from '@shared/domain/delivery/delivery.types';
import { listDeliveries } from '@shared/domain/delivery/delivery-list.rules';
import { deliveryTableOf } from '@shared/domain/delivery/delivery-table.rules';
import { deliveryDocument, deliveryPages } from '@shared/domain/delivery/sheet/delivery-document';
import { ORDER_STATUSES, type OrderStatus } from '@shared/domain/orders/order.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { type ProxyMarked, proxyMarker, transfer } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import type { ListService } from '../index/list-service';
import type { OrderFilter } from '../index/list-types';
import type {
  DeliveryChoice,
  DeliveryPreview,
  DeliveryScope,
  DeliverySource,
} from './delivery-types';
import { type HeldOrder, readHeldOrders } from './held-orders';

/** As many pages as are shown before printing; the rest is only counted. */
const PREVIEW_PAGES = 6;

/** The data worker's delivery counter: reads the chosen orders once and lays sheets out from them. */
export class DeliveryDesk implements ProxyMarked {
  readonly [proxyMarker] = true;
  private held: HeldOrder[] = [];

  constructor(
    private readonly db: () => Promise<ConsoleDb>,
    private readonly lists: ListService,
  ) {}

  /** Takes the orders in hand, either the named ones or those that fit the filter. */
  async open({ ids, filter }: DeliverySource): Promise<DeliveryScope> {
    const wanted = ids ?? (await this.lists.orderIds(filter ?? ({} as OrderFilter)));
    this.held = await readHeldOrders(await this.db(), wanted);
    const campaigns = new Map<string, { count: number; newest: number }>();
    const statuses = new Map<OrderStatus, number>();
    for (const { order, status, orderedAt } of this.held) {
      const campaign = order.campaign ?? '';
      const known = campaigns.get(campaign) ?? { count: 0, newest: 0 };
      campaigns.set(campaign, {
        count: known.count + 1,
        newest: Math.max(known.newest, orderedAt),
      });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    return {
      total: this.held.length,
      hasPoints: this.held.some(({ order }) => order.point !== ''),
      campaigns: [...campaigns]
        .sort(([, a], [, b]) => b.newest - a.newest)
        .map(([value, { count }]) => ({ value, count })),
      statuses: ORDER_STATUSES.filter((status) => statuses.has(status)).map((value) => ({
        value,
        count: statuses.get(value) ?? 0,
      })),
    };
  }

  async preview(choice: DeliveryChoice, options: DeliveryOptions): Promise<DeliveryPreview> {
    const orders = this.chosen(choice);
    const { pages, orderCount, pieceCount } = deliveryPages(orders, options);
    return {
      pages: pages.slice(0, PREVIEW_PAGES),
      pageCount: pages.length,
      orderCount,
      pieceCount,
      unclearCount: listDeliveries(orders).unclear.length,
    };
  }

  async document(choice: DeliveryChoice, options: DeliveryOptions): Promise<string> {
    return deliveryDocument(deliveryPages(this.chosen(choice), options).pages, options);
  }

  async workbook(
    choice: DeliveryChoice,
    options: DeliveryOptions,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const { XlsxWriter } = await import('../export/xlsx/xlsx-writer');
    const { name, columns, rows } = deliveryTableOf(this.chosen(choice), options);
    const writer = new XlsxWriter({
      sheetName: name,
      columns,
      timeZone: DEFAULT_TIME_ZONE,
      createdAtMs: Date.now(),
      cutMark: '…',
    });
    await writer.write(rows);
    const bytes = await writer.end();
    return transfer(bytes, [bytes.buffer]);
  }

  async discard(): Promise<void> {
    this.held = [];
  }

  private chosen({ campaigns, statuses }: DeliveryChoice) {
    const wanted = new Set(statuses);
    const inCampaigns = new Set(campaigns);
    return this.held
      .filter(
        ({ order, status }) =>
          (wanted.size === 0 || wanted.has(status)) &&
          (inCampaigns.size === 0 || inCampaigns.has(order.campaign ?? '')),
      )
      .map(({ order }) => order);
  }
}
