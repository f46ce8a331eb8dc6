import type { BellMessage } from '@shared/contracts/hub-http';
import type { HubDatabase } from '../database/database';
import type { Seat } from '../service/seats/seat';
import type { HubTables } from '../store/tables';

const CHANNEL = 'qunduo_bell';
/** Several hubs hear each other through the database; where it cannot tell, they look. */
const LOOK_MS = 2000;

/** One laptop that listens. */
export type Listener = {
  say(message: BellMessage): void;
  /** Its seat was given up or taken away. */
  end(): void;
};

type Heard = { seatId: string; listener: Listener; last: BellMessage };
type Room = { heards: Set<Heard>; head: number; seatChanges: number | undefined };

/** Rings for the laptops that listen at this process whenever something is new, wherever it came in. */
export class Bells {
  private readonly rooms = new Map<string, Room>();
  private readonly looking = new Map<string, Promise<void>>();
  private readonly timer: NodeJS.Timeout;
  private readonly stop: Promise<(() => Promise<void>) | undefined>;

  constructor(
    private readonly database: HubDatabase<HubTables>,
    private readonly onError: (error: unknown) => void,
  ) {
    this.timer = setInterval(() => this.lookAll(), LOOK_MS);
    this.timer.unref();
    const heard = (payload: string | undefined) => this.hear(payload);
    this.stop = database.listen(CHANNEL, heard).catch((error: unknown) => {
      onError(error);
      return undefined;
    });
  }

  get size(): number {
    return [...this.rooms.values()].reduce((sum, { heards }) => sum + heards.size, 0);
  }

  /** Listeners of one seat at this process. */
  countOf({ workspaceId, seatId }: Seat): number {
    const heards = [...(this.rooms.get(workspaceId)?.heards ?? [])];
    return heards.filter((heard) => heard.seatId === seatId).length;
  }

  /** Says at once how things are, then whenever they change; ends by what it answers. */
  add(seat: Seat, listener: Listener): () => void {
    const { workspaceId, seatId, head, grantsVersion } = seat;
    const room = this.rooms.get(workspaceId) ?? { heards: new Set(), head, seatChanges: undefined };
    // Whoever came since is to be looked at as well.
    room.seatChanges = undefined;
    this.rooms.set(workspaceId, room);
    const heard: Heard = { seatId, listener, last: { head: -1, grantsVersion } };
    room.heards.add(heard);
    this.say(heard, { head, grantsVersion });
    // Something may have come between recognising the seat and this.
    this.look(workspaceId);
    return () => {
      room.heards.delete(heard);
      if (room.heards.size === 0) this.rooms.delete(workspaceId);
    };
  }

  /** The log has a new head; told to all hubs on the database. */
  rang(workspaceId: string, head: number): void {
    this.ring(workspaceId, head);
    this.tell(`${workspaceId} ${head}`);
  }

  /** Seats or their rights are others; told to all hubs on the database. */
  seatsChanged(workspaceId: string): void {
    this.look(workspaceId);
    this.tell(`${workspaceId} seats`);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    for (const { heards } of this.rooms.values()) {
      for (const { listener } of [...heards]) listener.end();
    }
    await Promise.all(this.looking.values());
    const stop = await this.stop;
    await stop?.().catch(this.onError);
  }

  private tell(payload: string): void {
    this.database.notify(CHANNEL, payload).catch(this.onError);
  }

  private hear(payload: string | undefined): void {
    if (payload === undefined) {
      this.lookAll();
      return;
    }
    const [workspaceId = '', what = ''] = payload.split(' ');
    if (/^\d+$/.test(what)) this.ring(workspaceId, Number(what));
    else this.look(workspaceId);
  }

  private ring(workspaceId: string, head: number): void {
    const room = this.rooms.get(workspaceId);
    if (!room || head <= room.head) return;
    room.head = head;
    for (const heard of room.heards) this.say(heard, { ...heard.last, head });
  }

  private say(heard: Heard, message: BellMessage): void {
    const { last } = heard;
    if (message.head <= last.head && message.grantsVersion <= last.grantsVersion) return;
    heard.last = message;
    heard.listener.say(message);
  }

  private lookAll(): void {
    for (const workspaceId of this.rooms.keys()) this.look(workspaceId);
  }

  /** Looks again after a look that is under way: it may have read what was before. */
  private look(workspaceId: string): void {
    if (!this.rooms.has(workspaceId)) return;
    const before = this.looking.get(workspaceId) ?? Promise.resolve();
    const next = before
      .then(() => this.lookNow(workspaceId))
      .catch(this.onError)
      .finally(() => {
        if (this.looking.get(workspaceId) === next) this.looking.delete(workspaceId);
      });
    this.looking.set(workspaceId, next);
  }

  private async lookNow(workspaceId: string): Promise<void> {
    const room = this.rooms.get(workspaceId);
    const workspace = room && (await this.readWorkspace(workspaceId));
    if (!room || !workspace) return;
    this.ring(workspaceId, workspace.head);
    if (room.seatChanges === workspace.seat_changes) return;
    const versions = await this.readVersions(workspaceId, room);
    for (const heard of [...room.heards]) {
      const grantsVersion = versions.get(heard.seatId);
      if (grantsVersion === undefined) heard.listener.end();
      else this.say(heard, { head: room.head, grantsVersion });
    }
    room.seatChanges = workspace.seat_changes;
  }

  private readWorkspace(workspaceId: string) {
    return this.database.kysely
      .selectFrom('workspaces')
      .select(['head', 'seat_changes'])
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirst();
  }

  private async readVersions(workspaceId: string, room: Room): Promise<Map<string, number>> {
    const ids = [...new Set([...room.heards].map(({ seatId }) => seatId))];
    if (ids.length === 0) return new Map();
    const rows = await this.database.kysely
      .selectFrom('seats')
      .select(['seat_id', 'grants_version'])
      .where('workspace_id', '=', workspaceId)
      .where('seat_id', 'in', ids)
      .where('revoked_at', 'is', null)
      .execute();
    return new Map(rows.map(({ seat_id, grants_version }) => [seat_id, grants_version]));
  }
}
