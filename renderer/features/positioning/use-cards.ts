import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

/** Every card, the workspace's own first. */
export function useCards() {
  return useLive(async () => {
    const cards = await readDb.rows('positionings').all();
    return cards.sort(
      (a, b) =>
        Number(a.classId !== undefined) - Number(b.classId !== undefined) || (a.id < b.id ? -1 : 1),
    );
  }, []);
}
