import type { Member } from '@shared/domain/members/member.schema';
import type { TraceMember } from '@shared/domain/sop/audit-match.rules';
import type { ConsoleDb } from '@/db/db';
import { type Column, columnValue } from '@/db/paged/columns';
import { decodeRow, findInPage, type PageRecord } from '@/db/paged/page';
import { greatestNotAbove } from '@/db/paged/page-set';
import { coldPages } from '@/db/tables';
import { PageCache } from '../index/page-cache';

/** A page with the one column of its colder half that people are told by. */
export type TracePage = { hot: PageRecord; backOfficeId: Column | undefined };

/** The roster's packed pages, kept as `PageCache` keeps them; a commit reads only what it touched. */
export class TracePages {
  private readonly hot: PageCache;
  private known = new Map<PageRecord, TracePage>();
  pages: TracePage[] = [];
  private los: string[] = [];

  constructor(private readonly db: ConsoleDb) {
    this.hot = new PageCache(db, 'members');
  }

  mark(ids: 'all' | readonly string[]): void {
    this.hot.mark(ids);
  }

  forget(): void {
    this.hot.forget();
    this.known = new Map();
    this.pages = [];
    this.los = [];
  }

  async refresh(): Promise<void> {
    if (!this.hot.isStale) return;
    do {
      await this.hot.refresh();
      await this.readColder();
      // A commit between the two may have moved rows: once more.
    } while (this.hot.isStale);
  }

  private async readColder(): Promise<void> {
    const fresh = this.hot.pages.filter((page) => !this.known.has(page));
    const cold = await coldPages(this.db, 'members').bulkGet(fresh.map(({ lo }) => lo));
    const known = new Map<PageRecord, TracePage>();
    for (const page of this.hot.pages) {
      const kept = this.known.get(page);
      if (kept) known.set(page, kept);
    }
    for (const [at, hot] of fresh.entries()) {
      known.set(hot, { hot, backOfficeId: cold[at]?.c.backOfficeId });
    }
    this.known = known;
    this.pages = this.hot.pages.flatMap((page) => known.get(page) ?? []);
    this.los = this.pages.map(({ hot }) => hot.lo);
  }

  /** One person by id, or undefined. */
  find(id: string): TraceMember | undefined {
    const held = this.pages[greatestNotAbove(this.los, id)];
    const row = held ? findInPage(held.hot, id) : -1;
    return held && row >= 0 ? traceAt(held, row) : undefined;
  }
}

export function traceAt({ hot, backOfficeId }: TracePage, row: number): TraceMember {
  const member = decodeRow(hot, undefined, row) as unknown as Member;
  const number = backOfficeId && columnValue(backOfficeId, row);
  const { id, name, phone, phoneMasked, wechatId, groupNickname, region } = member;
  return {
    id,
    name,
    ...(phone && { phone }),
    ...(phoneMasked && { phoneMasked }),
    ...(wechatId && { wechatId }),
    ...(groupNickname && { groupNickname }),
    ...(region && { region }),
    ...(typeof number === 'string' && { backOfficeId: number }),
  };
}
