import type { Play } from '@shared/domain/plays/play.schema';
import { readDb } from '@/db/read';

/** Open ones first, the newest of each first. */
export async function readPlays(): Promise<Play[]> {
  const plays = await readDb.rows('plays').all();
  return plays.sort(
    (a, b) =>
      Number(a.closedAt !== undefined) - Number(b.closedAt !== undefined) ||
      b.startDay.localeCompare(a.startDay) ||
      b.id.localeCompare(a.id),
  );
}

/** `null` when there is none of that id. */
export async function readPlay(id: string): Promise<Play | null> {
  return (await readDb.rows('plays').get(id)) ?? null;
}
