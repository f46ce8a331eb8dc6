import type { Store } from '../../store/tables';
import type { Seat } from './seat';

/** How exactly one wants to know when a laptop was here. */
const EVERY_MS = 15_000;

type Noted = { atMs: number; cursor: number | undefined };

/** When each seat was last here and how far it has read; written now and then, never waited for. */
export class Seen {
  private readonly noted = new Map<string, Noted>();
  private readonly writing = new Set<Promise<unknown>>();

  constructor(private readonly db: Store) {}

  note({ workspaceId, seatId }: Seat, nowMs: number, cursor?: number): void {
    const last = this.noted.get(seatId);
    const isSoon = last !== undefined && nowMs - last.atMs < EVERY_MS;
    if (isSoon && (cursor === undefined || cursor === last.cursor || last.cursor !== undefined)) {
      return;
    }
    this.noted.set(seatId, { atMs: nowMs, cursor: cursor ?? undefined });
    const write = this.db
      .updateTable('seats')
      .set({ seen_at: nowMs, ...(cursor !== undefined && { cursor }) })
      .where('workspace_id', '=', workspaceId)
      .where('seat_id', '=', seatId)
      .execute()
      // It is written again the next time it is here.
      .catch(() => undefined)
      .finally(() => this.writing.delete(write));
    this.writing.add(write);
  }

  async settled(): Promise<void> {
    await Promise.all(this.writing);
  }
}
