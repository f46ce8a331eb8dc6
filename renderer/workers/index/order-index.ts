import { isCounted } from '@shared/domain/orders/order.rules';
import type { OrderStatus } from '@shared/domain/orders/order.schema';
import type { EntityName } from '@shared/domain/registry';
import type { Op } from '@shared/sync/op';
import type { ConsoleDb } from '@/db/db';
import { ExternalNumbers } from './external-numbers';
import { type FactColumns, factsOf, idOfFact } from './fact-columns';
import { FactIndex } from './fact-index';
import type {
  MemberOrders,
  OrderAnswer,
  OrderFacts,
  OrderFilter,
  OrderListRow,
  OrderQuery,
} from './list-types';
import type { MemberIndex } from './member-index';

const DEFAULT_LIMIT = 50;
const MEMBER_LIMIT = 1000;
const NOTHING = { amountFen: 0, refundFen: 0 };

type Selection = { key: string; rows: Uint32Array; amountFen: number; refundFen: number };

/** All orders in columns: one member's, or those that fit a filter, newest first. */
export class OrderIndex {
  private readonly facts: FactIndex;
  private readonly numbers: ExternalNumbers;
  private last: { of: FactColumns; selection: Selection } | undefined;
  /** Grows with every commit that a selection rests on. */
  private version = 0;

  constructor(
    db: ConsoleDb,
    private readonly members: MemberIndex,
  ) {
    this.numbers = new ExternalNumbers(db);
    this.facts = new FactIndex(db, {
      entity: 'orders',
      time: 'orderedAt',
      numbers: ['amountFen', 'refundFen'],
      codes: ['status'],
    });
  }

  onCommit(op: Op, entities: readonly EntityName[]): void {
    this.facts.onCommit(op, entities);
    if (entities.includes('orders') || entities.includes('members')) {
      this.last = undefined;
      this.version += 1;
    }
    if (entities.includes('orders')) this.numbers.forget();
  }

  forget(): void {
    this.facts.forget();
    this.numbers.forget();
    this.last = undefined;
  }

  /** As of the last commit; undefined while the orders are not in memory. */
  idsOf(memberIds: readonly string[]): Map<string, string[]> | undefined {
    return this.facts.idsOf(memberIds);
  }

  ready(): Promise<FactColumns> {
    return this.facts.ready();
  }

  async ofMember(memberId: string, offset = 0, limit = MEMBER_LIMIT): Promise<MemberOrders> {
    const facts = await this.facts.ready();
    const rows = factsOf(facts, memberId);
    const shown = rows.subarray(offset, offset + limit);
    return { total: rows.length, rows: Array.from(shown, (row) => factsOfRow(facts, row)) };
  }

  async query(query: OrderQuery): Promise<OrderAnswer> {
    const { offset = 0, limit = DEFAULT_LIMIT, ...filter } = query;
    const facts = await this.facts.ready();
    const { rows, amountFen, refundFen } = await this.select(facts, filter);
    const shown = [...rows.subarray(offset, offset + limit)];
    return { total: rows.length, amountFen, refundFen, rows: await this.listRows(facts, shown) };
  }

  /** Ids of every order that the filter lets through, newest first. */
  async fittingIds(filter: OrderFilter): Promise<string[]> {
    const facts = await this.facts.ready();
    const { rows } = await this.select(facts, filter);
    return Array.from(rows, (row) => idOfFact(facts, row));
  }

  private async select(facts: FactColumns, filter: OrderFilter): Promise<Selection> {
    const key = JSON.stringify(filter);
    if (this.last?.of === facts && this.last.selection.key === key) return this.last.selection;
    const { version } = this;
    const rows = await this.filtered(facts, filter);
    const selection = { key, rows, ...sums(facts, rows) };
    if (version === this.version) this.last = { of: facts, selection };
    return selection;
  }

  private async filtered(facts: FactColumns, filter: OrderFilter): Promise<Uint32Array> {
    const { statuses, fromMs, toMs, memberId, text = '' } = filter;
    const all = memberId === undefined ? facts.newestFirst : factsOf(facts, memberId);
    const isWanted = statusTest(facts, statuses);
    const fits = text.trim() === '' ? undefined : await this.fitting(facts, text.trim());
    const from = fromMs ?? Number.NEGATIVE_INFINITY;
    const to = toMs ?? Number.POSITIVE_INFINITY;
    if (!isWanted && !fits && fromMs === undefined && toMs === undefined) return all;
    return all.filter((row) => {
      const at = facts.at[row] ?? 0;
      return at >= from && at < to && (!isWanted || isWanted(row)) && (!fits || fits[row] === 1);
    });
  }

  /** Rows whose number contains the text or whose buyer the members' search finds by it. */
  private async fitting(facts: FactColumns, text: string): Promise<Uint8Array> {
    const fits = await this.numbers.rowsContaining(facts, text);
    for (const id of await this.members.idsOf({ text })) {
      for (const row of factsOf(facts, id)) fits[row] = 1;
    }
    return fits;
  }

  private async listRows(facts: FactColumns, rows: number[]): Promise<OrderListRow[]> {
    const plain = rows.map((row) => factsOfRow(facts, row));
    const [numbers, buyers] = await Promise.all([
      this.numbers.ofRows(facts, rows),
      this.members.namesOf(plain.map((order) => order.memberId)),
    ]);
    return plain.map((order, i) => {
      const buyer = buyers[i];
      const listed = { ...order, externalNo: numbers[i] ?? '' };
      return buyer === undefined ? listed : { ...listed, buyer };
    });
  }
}

function statusTest(
  facts: FactColumns,
  statuses: readonly OrderStatus[] | undefined,
): ((row: number) => boolean) | undefined {
  const codes = facts.codes.status;
  if (!codes || !statuses || statuses.length === 0) return undefined;
  const wanted = new Set(statuses.map((status) => codes.codeOf(status)).filter((it) => it > 0));
  return (row) => wanted.has(codes.of[row] ?? 0);
}

function sums(facts: FactColumns, rows: Uint32Array): { amountFen: number; refundFen: number } {
  const { amountFen: amounts, refundFen: refunds } = facts.numbers;
  const codes = facts.codes.status;
  if (!amounts || !refunds || !codes) return NOTHING;
  const counts = codes.values.map((status) => isCounted({ status: status as OrderStatus }));
  let amountFen = 0;
  let refundFen = 0;
  for (const row of rows) {
    if (counts[(codes.of[row] ?? 0) - 1] === false) continue;
    amountFen += amounts[row] ?? 0;
    refundFen += refunds[row] || 0;
  }
  return { amountFen, refundFen };
}

function factsOfRow(facts: FactColumns, row: number): OrderFacts {
  return {
    id: idOfFact(facts, row),
    memberId: facts.members.idOf(facts.memberOf[row] ?? 0),
    orderedAt: facts.at[row] ?? 0,
    amountFen: facts.numbers.amountFen?.[row] ?? 0,
    refundFen: facts.numbers.refundFen?.[row] || 0,
    status: (facts.codes.status?.textOf(row) ?? 'unknown') as OrderStatus,
  };
}
