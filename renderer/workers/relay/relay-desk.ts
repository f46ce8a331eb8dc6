import {
  createRelayRoster,
  matchRelayPerson,
  type RelayMatch,
  type RelayPerson,
} from '@shared/domain/relay/match-relay.rules';
import {
  type EarlierEvent,
  type EarlierOrder,
  eventPrefix,
} from '@shared/domain/relay/relay-plan.rules';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { decodeRow } from '@/db/paged/page';
import { coldPages, hotPages } from '@/db/tables';
import { rowsWhere } from './rows-where';

/** Everybody whom a list may mean, and what an earlier paste of it has stored. */
export type RelayKnown = {
  matches: RelayMatch[];
  orders: EarlierOrder[];
  events: EarlierEvent[];
  /** Names of the members that the earlier rows belong to. */
  names: Record<string, string>;
};

const PAGES_AT_ONCE = 16;

type RosterRow = {
  id: string;
  name: string;
  phone?: string;
  groupNickname?: string;
  address?: string;
};

/** The data worker's counter for pasted lists: whom they mean and what is there of them. */
export class RelayDesk implements ProxyMarked {
  readonly [proxyMarker] = true;

  constructor(private readonly database: () => Promise<ConsoleDb>) {}

  async look(people: RelayPerson[], title: string): Promise<RelayKnown> {
    const db = await this.database();
    const members = await readRoster(db);
    const roster = createRelayRoster(members);
    const prefix = eventPrefix(title);
    const orders = await rowsWhere(db, 'orders', 'campaign', (value) => value === title);
    const events = await rowsWhere(
      db,
      'interactions',
      'text',
      (value) => typeof value === 'string' && value.startsWith(prefix),
    );
    const owners = new Set([...orders, ...events].map(({ memberId }) => memberId));
    const names = members.filter(({ id }) => owners.has(id)).map(({ id, name }) => [id, name]);
    return {
      matches: people.map((person) => matchRelayPerson(person, roster)),
      orders: orders.map((order) => ({ ...order, lines: order.lines ?? [] })),
      events: events.map(({ id, memberId, text = '', value, kind }) => ({
        id,
        memberId,
        kind,
        text,
        value,
      })),
      names: Object.fromEntries(names),
    };
  }
}

async function readRoster(db: ConsoleDb): Promise<RosterRow[]> {
  const keys = await hotPages(db, 'members').toCollection().primaryKeys();
  const members: RosterRow[] = [];
  for (let i = 0; i < keys.length; i += PAGES_AT_ONCE) {
    const some = keys.slice(i, i + PAGES_AT_ONCE);
    const hot = await hotPages(db, 'members').bulkGet(some);
    const cold = await coldPages(db, 'members').bulkGet(some);
    hot.forEach((page, at) => {
      for (let row = 0; page && row < page.n; row += 1) {
        const { id, name, phone, groupNickname, address } = decodeRow(page, cold[at], row);
        members.push({
          id,
          name: String(name),
          ...(typeof phone === 'string' && { phone }),
          ...(typeof groupNickname === 'string' && { groupNickname }),
          ...(typeof address === 'string' && { address }),
        });
      }
    });
  }
  return members;
}
