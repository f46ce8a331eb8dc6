import type { ChatAct } from '@shared/domain/chat/chat-plan.rules';
import type { ConsoleDb } from '@/db/db';
import { columnValue } from '@/db/paged/columns';
import { readPages } from '../people/read-pages';

const MINUTE_MS = 60_000;

const placeOf = (kind: string, memberId: string, at: number) =>
  `${kind} ${memberId} ${Math.floor(at / MINUTE_MS)}`;

/**
 * The acts of a chat without those that a file told already: the same member, kind and minute, in the
 * same group or in none that is named. A clock in a chat has no seconds, so the minute decides; one
 * told act stands for one act of the chat.
 */
export async function withoutTold(db: ConsoleDb, acts: readonly ChatAct[]): Promise<ChatAct[]> {
  if (acts.length === 0) return [];
  const own = new Set(acts.map(({ id }) => id));
  const places = new Set(acts.map(({ kind, memberId, at }) => placeOf(kind, memberId, at)));
  const times = acts.map(({ at }) => at);
  const from = times.reduce((a, b) => Math.min(a, b)) - MINUTE_MS;
  const to = times.reduce((a, b) => Math.max(a, b)) + MINUTE_MS;
  const told = new Map<string, (string | undefined)[]>();
  await readPages(db, 'interactions', false, ({ n, c: { id, memberId, kind, at, groupId } }) => {
    if (!id || !memberId || !kind || !at) return;
    for (let row = 0; row < n; row += 1) {
      const when = Number(columnValue(at, row));
      if (when < from || when > to) continue;
      const what = columnValue(kind, row);
      if (what !== 'question' && what !== 'answer') continue;
      const place = placeOf(what, String(columnValue(memberId, row)), when);
      if (!places.has(place) || own.has(String(columnValue(id, row)))) continue;
      const group = groupId && columnValue(groupId, row);
      const known = told.get(place) ?? [];
      told.set(place, known);
      known.push(group === undefined ? undefined : String(group));
    }
  });
  return acts.filter(({ kind, memberId, at, groupId }) => {
    const known = told.get(placeOf(kind, memberId, at)) ?? [];
    const same = known.findIndex((group) => group === undefined || group === groupId);
    if (same < 0) return true;
    known.splice(same, 1);
    return false;
  });
}
