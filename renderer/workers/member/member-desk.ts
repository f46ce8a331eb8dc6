import type { EntityName, Row } from '@shared/domain/registry';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { columnValue } from '@/db/paged/columns';
import { decodeRow, type PageRecord } from '@/db/paged/page';
import { coldPages, hotPages } from '@/db/tables';

const PAGES_AT_ONCE = 16;

/** Some rows and how many there are in all. */
export type Part<E extends EntityName> = { total: number; rows: Row<E>[] };

/** One member's records where no index leads to them; each method is a remote call. */
export class MemberDesk implements ProxyMarked {
  readonly [proxyMarker] = true;

  constructor(private readonly database: () => Promise<ConsoleDb>) {}

  /** What the member carries by hand, import, flow or model; the first of them, in order of tag. */
  async assignmentsOf(memberId: string, limit: number): Promise<Part<'tagAssignments'>> {
    const pages = hotPages(await this.database(), 'tagAssignments');
    const prefix = `${memberId}.`;
    const part: Part<'tagAssignments'> = { total: 0, rows: [] };
    const take = (page: PageRecord) => {
      const ids = page.c.id;
      for (let at = 0; ids && at < page.n; at += 1) {
        if (!String(columnValue(ids, at)).startsWith(prefix)) continue;
        part.total += 1;
        if (part.rows.length >= limit) continue;
        part.rows.push(decodeRow(page, undefined, at) as Row<'tagAssignments'>);
      }
    };
    const before = await pages.where(':id').below(prefix).last();
    if (before) take(before);
    await pages.where(':id').startsWith(prefix).each(take);
    return part;
  }

  /** What the member said, newest first. */
  async commentsOf(memberId: string, limit: number): Promise<Part<'comments'>> {
    const db = await this.database();
    const keys = await hotPages(db, 'comments').toCollection().primaryKeys();
    const found: { lo: string; at: number; row: number; hot: PageRecord }[] = [];
    for (let i = 0; i < keys.length; i += PAGES_AT_ONCE) {
      for (const hot of await hotPages(db, 'comments').bulkGet(keys.slice(i, i + PAGES_AT_ONCE))) {
        const owners = hot?.c.memberId;
        const times = hot?.c.at;
        if (!hot || !owners) continue;
        for (let row = 0; row < hot.n; row += 1) {
          if (columnValue(owners, row) !== memberId) continue;
          found.push({ lo: hot.lo, at: times ? Number(columnValue(times, row)) : 0, row, hot });
        }
      }
    }
    found.sort((a, b) => b.at - a.at);
    const rows: Row<'comments'>[] = [];
    const colds = new Map<string, PageRecord | undefined>();
    for (const { lo, hot, row } of found.slice(0, limit)) {
      if (!colds.has(lo)) colds.set(lo, await coldPages(db, 'comments').get(lo));
      rows.push(decodeRow(hot, colds.get(lo), row) as Row<'comments'>);
    }
    return { total: found.length, rows };
  }
}
