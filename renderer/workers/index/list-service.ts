import type { EntityName } from '@shared/domain/registry';
import type { Op } from '@shared/sync/op';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import type { OwnedEntity } from '@/db/write/owned-ids';
import { PeopleService } from '../people/people-service';
import { DuplicateIndex } from './duplicate-index';
import type { DuplicateAnswer, DuplicateGroup } from './duplicate-types';
import { type FactColumns, factsOf, idOfFact } from './fact-columns';
import { FactIndex } from './fact-index';
import type {
  Belongings,
  MemberAnswer,
  MemberEvent,
  MemberFacets,
  MemberOrders,
  MemberQuery,
  OrderAnswer,
  OrderFilter,
  OrderQuery,
} from './list-types';
import { MemberIndex } from './member-index';
import { OrderIndex } from './order-index';
import type { RulePeople } from './rule-people';

/** Columns that nobody has asked for so long are given back. */
const IDLE_MS = 5 * 60_000;
const MEMBER_EVENTS_LIMIT = 1000;

type Indexes = {
  members: MemberIndex;
  orders: OrderIndex;
  interactions: FactIndex;
  funnelEvents: FactIndex;
  duplicates: DuplicateIndex;
};

/** Questions over big lists, answered from columns in memory; each method is a remote call. */
export class ListService implements ProxyMarked {
  readonly [proxyMarker] = true;
  private made: Promise<Indexes> | undefined;
  private current: Indexes | undefined;
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly people: RulePeople = new PeopleService(database, { isByItself: false }),
  ) {}

  async queryMembers(query: MemberQuery): Promise<MemberAnswer> {
    return (await this.indexes()).members.query(query);
  }

  /** Ids of everybody whom the query finds, whatever its limit. */
  async memberIds(query: MemberQuery): Promise<string[]> {
    return (await this.indexes()).members.idsOf(query);
  }

  async memberFacets(): Promise<MemberFacets> {
    return (await this.indexes()).members.facets();
  }

  async memberNames(ids: string[]): Promise<(string | undefined)[]> {
    return (await this.indexes()).members.namesOf(ids);
  }

  /** Newest first. */
  async ordersOf(memberId: string, offset?: number, limit?: number): Promise<MemberOrders> {
    return (await this.indexes()).orders.ofMember(memberId, offset, limit);
  }

  async queryOrders(query: OrderQuery): Promise<OrderAnswer> {
    return (await this.indexes()).orders.query(query);
  }

  /** In the worker only: all orders in columns, kept in step with every commit. */
  async orderFacts(): Promise<FactColumns> {
    return (await this.indexes()).orders.ready();
  }

  /** In the worker only: all interactions in columns, kept in step with every commit. */
  async interactionFacts(): Promise<FactColumns> {
    return (await this.indexes()).interactions.ready();
  }

  /** Ids of every order that the filter lets through, newest first. */
  async orderIds(filter: OrderFilter): Promise<string[]> {
    return (await this.indexes()).orders.fittingIds(filter);
  }

  /** A member's latest interactions, newest first. */
  async eventsOf(memberId: string, limit = MEMBER_EVENTS_LIMIT): Promise<MemberEvent[]> {
    const facts = await (await this.indexes()).interactions.ready();
    const rows = factsOf(facts, memberId).subarray(0, limit);
    return Array.from(rows, (row) => {
      const groupId = facts.codes.groupId?.textOf(row);
      const value = facts.numbers.value?.[row] ?? Number.NaN;
      return {
        id: idOfFact(facts, row),
        kind: facts.codes.kind?.textOf(row) ?? 'note',
        at: facts.at[row] ?? 0,
        ...(groupId === undefined ? {} : { groupId }),
        ...(Number.isNaN(value) ? {} : { value }),
      };
    });
  }

  /** The write door tells what was committed; the indexes read it when they are next asked. */
  onCommit(op: Op, entities: readonly EntityName[], statsOf?: readonly string[]): void {
    this.current?.members.onCommit(op, entities, statsOf);
    this.current?.orders.onCommit(op, entities);
    this.current?.interactions.onCommit(op, entities);
    this.current?.funnelEvents.onCommit(op, entities);
    this.current?.duplicates.onCommit(entities);
  }

  /** What belongs to these members, for a command under way; undefined while it is not in memory. */
  ownedNow(entity: OwnedEntity, memberIds: readonly string[]): Map<string, string[]> | undefined {
    // Comments are few: they are looked for when they are wanted.
    return entity === 'comments' ? undefined : this.current?.[entity].idsOf(memberIds);
  }

  /** Pairs of records that may be one person. */
  async duplicates(offset: number, limit: number): Promise<DuplicateAnswer> {
    return (await this.indexes()).duplicates.page(offset, limit);
  }

  /** Everybody who is certainly there more than once, in groups of one person each. */
  async certainDuplicates(): Promise<DuplicateGroup[]> {
    return (await this.indexes()).duplicates.certainGroups();
  }

  /** What would come along in a merge, and in memory from now on: the merge itself will ask. */
  async belongings(memberIds: string[]): Promise<Belongings[]> {
    const { orders, interactions, funnelEvents } = await this.indexes();
    await Promise.all([orders.ready(), interactions.ready(), funnelEvents.ready()]);
    const count = (entity: FactIndex | OrderIndex, id: string) =>
      entity.idsOf([id])?.get(id)?.length ?? 0;
    return memberIds.map((id) => ({
      orders: count(orders, id),
      events: count(interactions, id) + count(funnelEvents, id),
    }));
  }

  private async indexes(): Promise<Indexes> {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.forget(), IDLE_MS);
    this.made ??= this.database().then((db) => {
      const members = new MemberIndex(db, this.people);
      const interactions = new FactIndex(db, {
        entity: 'interactions',
        time: 'at',
        numbers: ['value'],
        codes: ['kind', 'groupId'],
      });
      const funnelEvents = new FactIndex(db, {
        entity: 'funnelEvents',
        time: 'at',
        numbers: [],
        codes: [],
      });
      const orders = new OrderIndex(db, members);
      const duplicates = new DuplicateIndex(db);
      this.current = { members, orders, interactions, funnelEvents, duplicates };
      return this.current;
    });
    return this.made;
  }

  private forget(): void {
    this.current?.members.forget();
    this.current?.orders.forget();
    this.current?.interactions.forget();
    this.current?.funnelEvents.forget();
    this.current?.duplicates.forget();
  }
}
