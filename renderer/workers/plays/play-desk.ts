import { playDays } from '@shared/domain/plays/play.rules';
import type { Play } from '@shared/domain/plays/play.schema';
import { type ArmFigures, armFigures } from '@shared/domain/plays/play-orders.rules';
import type { SegmentSnapshot } from '@shared/domain/segments/segment.schema';
import { unpackIds } from '@shared/lib/pack-ids';
import { dayNumber, dayOfNumber } from '@shared/lib/time';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import type { PeopleService } from '../people/people-service';

/** What was ordered by both sides of a play up to today or its last day. */
export type PlayFigures = {
  today: string;
  played: ArmFigures;
  heldOut?: ArmFigures;
  /** People of the snapshots who are no longer there. */
  gone: number;
};

const NOTHING: ArmFigures = { people: 0, buyers: 0, orders: 0, netFen: 0 };

/** The data worker's counter for plays: the orders of the people for whom one was meant. */
export class PlayDesk implements ProxyMarked {
  readonly [proxyMarker] = true;

  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly people: Pick<PeopleService, 'columns' | 'today'>,
  ) {}

  /** Of each play asked for that is there. */
  async figures(playIds: string[]): Promise<Record<string, PlayFigures>> {
    const db = await this.database();
    const columns = await this.people.columns();
    const today = dayOfNumber(this.people.today());
    const found: Record<string, PlayFigures> = {};
    for (const id of playIds) {
      const play = (await rowTable(db, 'plays').get(id)) as Play | undefined;
      if (!play) continue;
      const { state, toDay } = playDays(play, today);
      const days = { fromDay: dayNumber(play.startDay), toDay: dayNumber(toDay) };
      const arm = async (snapshotId: string): Promise<[ArmFigures, number]> => {
        const ids = await snapshotIds(db, snapshotId);
        // Before it begins nothing can have come of it, whatever the day says.
        const figures = armFigures(columns, ids, state === 'ahead' ? NO_DAYS : days);
        return [figures, ids.length - figures.people];
      };
      const [played, gone] = await arm(play.snapshotId);
      const [heldOut, goneToo] = play.holdoutSnapshotId
        ? await arm(play.holdoutSnapshotId)
        : [NOTHING, 0];
      found[id] = {
        today,
        played,
        gone: gone + goneToo,
        ...(play.holdoutSnapshotId ? { heldOut } : {}),
      };
    }
    return found;
  }

  /** Ids of the people of a play, ascending; those who are gone are left out. */
  async ids(playId: string, side: 'played' | 'heldOut'): Promise<string[]> {
    const db = await this.database();
    const play = (await rowTable(db, 'plays').get(playId)) as Play | undefined;
    const snapshotId = side === 'played' ? play?.snapshotId : play?.holdoutSnapshotId;
    if (snapshotId === undefined) return [];
    const columns = await this.people.columns();
    return (await snapshotIds(db, snapshotId)).filter((id) => {
      const row = columns.rowOf(id);
      return row >= 0 && columns.isHere[row] === 1;
    });
  }
}

const NO_DAYS = { fromDay: 1, toDay: 0 };

async function snapshotIds(db: ConsoleDb, id: string): Promise<string[]> {
  const snapshot = (await rowTable(db, 'segmentSnapshots').get(id)) as SegmentSnapshot | undefined;
  return snapshot ? unpackIds(snapshot.members) : [];
}
