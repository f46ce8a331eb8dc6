import { isCounted } from '@shared/domain/orders/order.rules';
import type { Order } from '@shared/domain/orders/order.schema';
import { addDays, dayOf } from '@shared/lib/time';
import { PageSet } from '@/db/paged/page-set';
import type { StandingsAnswer } from '@/workers/group-life/life-types';
import { middle, type Place, timed } from '../place';
import { type PlainAct, type PlainStay, plainActive } from '../plain-groups';

const RUNS = 9;
const ZONE = 'Asia/Shanghai';

export async function fillGroups({ api }: Place): Promise<Record<string, number>> {
  const { db } = await api.beat();
  const memberIds: string[] = [];
  await new PageSet(db, 'members').scan(['id'], ({ id }) => memberIds.push(String(id)));
  const today = dayOf(Date.now(), ZONE);
  const filledMs = await timed(() => api.run('bench.fillGroups', { memberIds, today }));
  await api.flushJournal();
  return { filledMs };
}

/** Every group judged: from disk, again, after one more order, after one more day of one group. */
export async function measureGroups(place: Place): Promise<Record<string, number>> {
  const { api, addOrder } = place;
  const nowMs = Date.now();
  const ask = async (): Promise<StandingsAnswer> => {
    const answer = await api.groupLife.standings({ nowMs });
    if (!answer) throw new Error('no answer to somebody who knows none');
    return answer;
  };
  const standingsFromDiskMs = await timed(ask);
  const standingsKeptMs = await middle(RUNS, () => timed(ask));
  const answer = await ask();
  const cloneMs = await middle(RUNS, () => timed(() => structuredClone(answer)));
  const table = await api.groupLife.board({ nowMs });
  const tableCloneMs = await middle(RUNS, () => timed(() => structuredClone(table)));
  const facts = await readPlainly(place);
  let peerActive = 0;
  const plainMs = await middle(3, () =>
    timed(() => {
      peerActive = plainActive(facts, addDays(dayOf(nowMs, ZONE), -7), ZONE);
    }),
  );
  const period = table.periods.findIndex(({ kind }) => kind === 'seven');
  const active = table.groupIds.reduce(
    (sum, _, group) => sum + (table.columns.active[group * table.periods.length + period] || 0),
    0,
  );
  if (active !== peerActive) throw new Error(`${active} by columns, ${peerActive} by objects`);
  const [{ memberId = '' } = {}] = facts.stays;
  const standings = await middle(RUNS, async () => {
    await addOrder(memberId);
    return timed(ask);
  });
  const afterOneDayMs = await middle(5, async (run) => {
    await api.run('bench.addGroupDay', { day: addDays('2020-01-01', run), messages: 5 });
    return timed(ask);
  });
  return {
    standings,
    standingsFloor: cloneMs,
    standingsPeer: plainMs,
    standingsFromDiskMs,
    standingsKeptMs,
    afterOneDayMs,
    tableCloneMs,
    answerKb: JSON.stringify(answer).length / 1000,
    judgedGroups: answer.standings.length,
  };
}

async function readPlainly({ api }: Place) {
  const { db } = await api.beat();
  const stays: PlainStay[] = [];
  const acts: PlainAct[] = [];
  await new PageSet(db, 'memberships').scan(
    ['memberId', 'groupId', 'joinedAt'],
    ({ memberId, groupId, joinedAt }) => {
      stays.push({
        memberId: String(memberId),
        groupId: String(groupId),
        joinedAt: Number(joinedAt),
      });
    },
  );
  await new PageSet(db, 'interactions').scan(['memberId', 'at', 'groupId'], (row) => {
    acts.push({ memberId: String(row.memberId), at: Number(row.at) });
  });
  await new PageSet(db, 'orders').scan(['orderedAt', 'status', 'memberId'], (row) => {
    if (isCounted({ status: row.status as Order['status'] })) {
      acts.push({ memberId: String(row.memberId), at: Number(row.orderedAt) });
    }
  });
  return { stays, acts };
}
