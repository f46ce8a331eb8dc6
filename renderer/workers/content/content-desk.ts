import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { ContentSend } from '@shared/domain/calendar/send.schema';
import { SLOT_SETTINGS_ID } from '@shared/domain/calendar/slot-defaults';
import { readSlotSettings, type SlotSettings } from '@shared/domain/calendar/slot-settings.schema';
import type { ProductSales } from '@shared/domain/content-results/character.rules';
import { sendingsOf } from '@shared/domain/content-results/sendings.rules';
import type { EntityName } from '@shared/domain/registry';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { addDays, startOfDay } from '@shared/lib/time';
import type { Op } from '@shared/sync/op';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import type { FactColumns } from '../index/fact-columns';
import { FactIndex } from '../index/fact-index';
import type { ListService } from '../index/list-service';
import type { CreditAnswer, CreditQuestion, SalesQuestion } from './content-types';
import { creditItems } from './credit-items';
import { GroupStays } from './group-stays';
import { OrderWindow } from './order-window';
import { productSales } from './product-sales';

const HOUR_MS = 3_600_000;
/** Columns that nobody has asked for so long are given back. */
const IDLE_MS = 5 * 60_000;
/** Sendings of the four weeks before tell which weeks are fit to compare with. */
const DAYS_BEFORE = 29;
const RESTS_ON: readonly EntityName[] = [
  'orders',
  'members',
  'memberships',
  'groups',
  'contentItems',
  'contentSends',
  'modelSettings',
  'workspace',
];

/** The data worker's counter for content: which orders came of which sending. */
export class ContentDesk implements ProxyMarked {
  readonly [proxyMarker] = true;
  private memberships: FactIndex | undefined;
  private stays: { orders: FactColumns; facts: FactColumns; stays: GroupStays } | undefined;
  private last: { key: string; answer: CreditAnswer } | undefined;
  private lastSales: { key: string; answer: Record<string, ProductSales> } | undefined;
  /** Grows with every commit that an answer rests on. */
  private version = 0;
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly lists: Pick<ListService, 'orderFacts'>,
  ) {}

  onCommit(op: Op, entities: readonly EntityName[]): void {
    this.memberships?.onCommit(op, entities);
    if (!RESTS_ON.some((entity) => entities.includes(entity))) return;
    this.version += 1;
    this.last = undefined;
    if (entities.includes('orders') || entities.includes('workspace')) this.lastSales = undefined;
  }

  /** Orders of a period by the item that they are credited to. */
  async credits(question: CreditQuestion): Promise<CreditAnswer> {
    this.touch();
    const { nowMs, ...rest } = question;
    // By the hour: what is still open changes with the clock.
    const key = JSON.stringify({ ...rest, hour: Math.floor(nowMs / HOUR_MS) });
    if (this.last?.key === key) return this.last.answer;
    const { version } = this;
    const answer = await this.count(question);
    if (version === this.version) this.last = { key, answer };
    return answer;
  }

  /** For each key the sales of products whose names hold one of its words. */
  async sales({ from, to, words }: SalesQuestion): Promise<Record<string, ProductSales>> {
    const key = JSON.stringify([from, to, words]);
    if (this.lastSales?.key === key) return this.lastSales.answer;
    const { version } = this;
    const db = await this.database();
    const zone = await zoneOf(db);
    const span = { fromMs: startOfDay(from, zone), toMs: startOfDay(addDays(to, 1), zone) };
    const answer = await productSales(db, { ...span, words });
    if (version === this.version) this.lastSales = { key, answer };
    return answer;
  }

  private async count({ from, to, windowHours, nowMs }: CreditQuestion): Promise<CreditAnswer> {
    const db = await this.database();
    const windowMs = windowHours * HOUR_MS;
    const daysBack = Math.ceil(windowHours / 24) + DAYS_BEFORE;
    const [zone, settings, items] = await Promise.all([
      zoneOf(db),
      slotsOf(db),
      // A day more at the end: what goes out after the period takes its orders to itself.
      between<ContentItem>(
        db,
        'contentItems',
        'date',
        addDays(from, -daysBack),
        windowEnd(to, windowHours),
      ),
    ]);
    const sends = (await rowTable(db, 'contentSends')
      .where('itemId')
      .anyOf(items.map(({ id }) => id))
      .toArray()) as unknown as ContentSend[];
    const byId = new Map(items.map((item) => [item.id, item]));
    const listed = new Set(
      items.flatMap(({ id, date }) => (date >= from && date <= to ? [id] : [])),
    );
    const orders = await this.lists.orderFacts();
    const stays = await this.groupStays(db, orders);
    return creditItems({
      orders: new OrderWindow(orders),
      stays,
      sendings: sendingsOf(items, sends, settings, zone).filter(({ at }) => at <= nowMs),
      listed,
      pushOf: (itemId) => pushOf(byId.get(itemId)),
      fromMs: startOfDay(from, zone),
      toMs: startOfDay(addDays(to, 1), zone),
      windowMs,
      nowMs,
    });
  }

  private async groupStays(db: ConsoleDb, orders: FactColumns): Promise<GroupStays> {
    this.memberships ??= new FactIndex(db, {
      entity: 'memberships',
      time: 'joinedAt',
      numbers: ['leftAt'],
      codes: ['groupId'],
    });
    const facts = await this.memberships.ready();
    if (this.stays?.facts !== facts || this.stays.orders !== orders) {
      this.stays = { orders, facts, stays: new GroupStays(facts, orders) };
    }
    return this.stays.stays;
  }

  private touch(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => {
      this.memberships?.forget();
      this.stays = undefined;
      this.last = undefined;
    }, IDLE_MS);
  }
}

const windowEnd = (to: string, windowHours: number) => addDays(to, Math.ceil(windowHours / 24));

/** The same push in another week: of the same column, or of the same title where it has none. */
const pushOf = (item: ContentItem | undefined) =>
  item?.columnId ?? (item ? `title ${item.title}` : '');

async function between<T>(
  db: ConsoleDb,
  entity: EntityName,
  index: string,
  lo: string,
  hi: string,
): Promise<T[]> {
  const rows = await rowTable(db, entity).where(index).between(lo, hi, true, true).toArray();
  return rows as unknown as T[];
}

async function slotsOf(db: ConsoleDb): Promise<SlotSettings> {
  const row = await rowTable(db, 'modelSettings').get(SLOT_SETTINGS_ID);
  return readSlotSettings((row as { settings?: unknown } | undefined)?.settings);
}

async function zoneOf(db: ConsoleDb): Promise<string> {
  const workspace = await rowTable(db, 'workspace').get('workspace');
  return String(workspace?.timeZone ?? DEFAULT_TIME_ZONE);
}
