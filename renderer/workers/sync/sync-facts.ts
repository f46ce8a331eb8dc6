import type { EntityName } from '@shared/domain/registry';
import type { Op } from '@shared/sync/op';
import type { ConsoleDb } from '@/db/db';
import { countUnsent } from '@/db/sync/outbox';
import { readPlace } from '@/db/sync/place';
import { rowTable } from '@/db/tables';
import type { StatusFacts } from './status-keeper';

/** What the status rests on, kept in step with commits and rounds, so that telling it reads nothing. */
export class SyncFacts {
  private known: StatusFacts = { place: undefined, pending: 0, overwritten: 0, aside: 0 };

  constructor(private readonly db: ConsoleDb) {}

  get now(): StatusFacts {
    return this.known;
  }

  set(change: Partial<StatusFacts>): void {
    this.known = { ...this.known, ...change };
  }

  /** One more waits to be sent; the next round counts anew. */
  wrote(op: Op): void {
    if (op.isPulled) return;
    this.set({ pending: this.known.pending + 1 });
    if (this.known.pending === 1) this.set({ oldestPendingAt: op.at });
  }

  /** After a round, or a part of one. */
  async look(): Promise<void> {
    const place = await readPlace(this.db);
    const [pending, oldest, aside] = await Promise.all([
      countUnsent(this.db),
      place ? this.oldestAfter(place.ackedSeq) : undefined,
      this.db.table('aside').count(),
    ]);
    this.set({ place, pending, oldestPendingAt: oldest?.at, aside });
  }

  async lookAtOverwritten(entities?: readonly EntityName[]): Promise<void> {
    if (entities && !entities.includes('overwritten')) return;
    const overwritten = await rowTable(this.db, 'overwritten')
      .filter(({ settledAt }) => settledAt === undefined)
      .count();
    this.set({ overwritten });
  }

  private oldestAfter(seq: number): Promise<Op | undefined> {
    return this.db
      .table<Op, number>('outbox')
      .where('seq')
      .above(seq)
      .filter(({ isPulled }) => !isPulled)
      .first();
  }
}
