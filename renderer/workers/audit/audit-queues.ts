import type { Audit } from '@shared/domain/sop/audit.schema';
import { Turns } from '@shared/lib/turns';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';

/** The queues that somebody looks at, by run; a commit reads again only the people it touched. */
export class AuditQueues {
  private readonly queues = new Map<string, Map<string, Audit>>();
  private readonly stale = new Set<string>();
  private isAllStale = false;
  private readonly turns = new Turns();

  constructor(private readonly db: ConsoleDb) {}

  mark(ids: 'all' | readonly string[]): void {
    if (ids === 'all') this.isAllStale = true;
    else for (const id of ids) this.stale.add(id);
  }

  forget(): void {
    this.queues.clear();
    this.stale.clear();
    this.isAllStale = false;
  }

  /**
   * One reader after the other: whoever asks while another reads what a commit touched would find
   * nothing marked any more, and answer from before that commit.
   */
  of(runId: string): Promise<ReadonlyMap<string, Audit>> {
    return this.turns.take(() => this.read(runId));
  }

  private async read(runId: string): Promise<ReadonlyMap<string, Audit>> {
    await this.refresh();
    const known = this.queues.get(runId);
    if (known) return known;
    const rows = await rowTable(this.db, 'audits').where('runId').equals(runId).toArray();
    const queue = new Map(rows.map((row) => [String(row.id), row as unknown as Audit]));
    this.queues.set(runId, queue);
    // What was committed while it was read.
    await this.refresh();
    return this.queues.get(runId) ?? queue;
  }

  private async refresh(): Promise<void> {
    while (this.isAllStale || this.stale.size > 0) {
      if (this.isAllStale) {
        this.forget();
        return;
      }
      const ids = [...this.stale];
      this.stale.clear();
      const rows = await rowTable(this.db, 'audits').bulkGet(ids);
      for (const [at, id] of ids.entries()) this.replace(id, rows[at] as unknown as Audit);
    }
  }

  private replace(id: string, audit: Audit | undefined): void {
    for (const [runId, queue] of this.queues) {
      if (audit?.runId === runId) queue.set(id, audit);
      else queue.delete(id);
    }
  }
}
