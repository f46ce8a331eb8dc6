import { dayNumber, dayOf } from '@shared/lib/time';
import { PageSet } from '@/db/paged/page-set';
import { middle, type Place, passOver, timed } from '../place';
import { plainDoers, plainNames, plainOverlaps, plainScores } from '../plain-group-people';
import type { PlainStay } from '../plain-groups';

const RUNS = 9;
const ZONE = 'Asia/Shanghai';
const LISTED = { inside: 200, others: 290, strangers: 10 };
const EVERY = 20;

async function readStays({ api }: Place): Promise<PlainStay[]> {
  const { db } = await api.beat();
  const stays: PlainStay[] = [];
  await new PageSet(db, 'memberships').scan(['memberId', 'groupId', 'joinedAt'], (row) => {
    const { memberId, groupId, joinedAt } = row;
    const [member, group] = [String(memberId), String(groupId)];
    stays.push({ memberId: member, groupId: group, joinedAt: Number(joinedAt) });
  });
  return stays;
}

/** Keywords, and a second group for some, after the groups were measured with everybody in one. */
export async function fillGroupPeople(place: Place): Promise<Record<string, number>> {
  const { api } = place;
  const stays = await readStays(place);
  const seconds = stays
    .filter((_, at) => at % EVERY === 0)
    .map(({ memberId, groupId }, at, all) => {
      const other = all.length - 1 - at;
      const next = all[other]?.groupId ?? '';
      return next === groupId ? undefined : { memberId, groupId: next };
    })
    .filter((stay) => stay !== undefined);
  await api.run('bench.fillSeconds', { stays: seconds });
  await api.run('bench.fillReplies', {});
  await api.flushJournal();
  return { seconds: seconds.length };
}

/** Candidates for core members, people in several groups, and a member list against everybody. */
export async function measureGroupPeople(place: Place): Promise<Record<string, number>> {
  return {
    ...(await measureKocs(place)),
    ...(await measureOverlaps(place)),
    ...(await measureList(place)),
  };
}

async function measureKocs({ api, addOrder }: Place): Promise<Record<string, number>> {
  const ask = () => api.kocs.candidates({ limit: 50 });
  const kocsFromDiskMs = await timed(ask);
  const kocsKeptMs = await middle(RUNS, () => timed(ask));
  const [{ memberId = '' } = {}] = (await ask()).rows;
  const kocs = await middle(RUNS, async () => {
    await addOrder(memberId);
    return timed(ask);
  });
  const answer = await ask();
  const columns = await api.people.columns();
  const floor = await middle(5, () => timed(() => passOver(columns)));
  const doers = plainDoers(columns);
  let peer = { orders: [] as number[] };
  const kocsPeer = await middle(3, () =>
    timed(() => {
      peer = plainScores(doers, dayNumber(answer.fromDay), dayNumber(answer.toDay));
    }),
  );
  for (const { memberId: id, facts } of answer.rows) {
    const plain = peer.orders[columns.rowOf(id)];
    if (plain !== facts.orders) throw new Error(`${facts.orders} by columns, ${plain} by objects`);
  }
  const candidates = answer.total;
  return { kocs, kocsFloor: floor, kocsPeer, kocsFromDiskMs, kocsKeptMs, candidates };
}

async function measureOverlaps(place: Place): Promise<Record<string, number>> {
  const { api, addOrder } = place;
  const ask = () => api.rosters.overlaps(0, 50, Date.now());
  const overlapsFromDiskMs = await timed(ask);
  const overlapsKeptMs = await middle(RUNS, () => timed(ask));
  const { total, rows } = await ask();
  const overlaps = await middle(RUNS, async () => {
    await addOrder(rows[0]?.memberId ?? '');
    return timed(ask);
  });
  const { memberships, groups, n } = await api.people.columns();
  const pass = () => {
    let sum = 0;
    for (let row = 0; row < n; row += 1) {
      const end = memberships.end[row] ?? 0;
      for (let at = memberships.start[row] ?? 0; at < end; at += 1)
        sum += memberships.group[at] ?? 0;
    }
    return sum;
  };
  const overlapsFloor = await middle(5, () => timed(pass));
  const running = new Set(groups.flatMap(({ id, phase }) => (phase === 'dissolved' ? [] : [id])));
  const stays = await readStays(place);
  let found = 0;
  const overlapsPeer = await middle(3, () =>
    timed(() => {
      found = plainOverlaps(stays, running);
    }),
  );
  if (found !== total) throw new Error(`${total} by columns, ${found} by objects`);
  return {
    overlaps,
    overlapsFloor,
    overlapsPeer,
    overlapsFromDiskMs,
    overlapsKeptMs,
    inSeveral: total,
  };
}

async function measureList(place: Place): Promise<Record<string, number>> {
  const { api } = place;
  const columns = await api.people.columns();
  const stays = await readStays(place);
  const [{ groupId = '' } = {}] = stays;
  const nameOf = (row: number) => columns.text(row, 'name') ?? '';
  const inside = stays.filter((stay) => stay.groupId === groupId).slice(0, LISTED.inside);
  const step = Math.floor(columns.n / LISTED.others);
  const names = [
    ...inside.map(({ memberId }) => nameOf(columns.rowOf(memberId))),
    ...Array.from({ length: LISTED.others }, (_, n) => nameOf(n * step)),
    ...Array.from({ length: LISTED.strangers }, (_, n) => `无人认识${n}`),
  ];
  const question = {
    groupId,
    day: dayOf(Date.now(), ZONE),
    text: names.join('\n'),
    decisions: [],
  };
  const ask = () => api.rosters.plan(question);
  const listFromDiskMs = await timed(ask);
  const list = await middle(RUNS, () => timed(ask));
  const view = await ask();
  const { joined, stayed, undecided, unknown, total } = view.plan;
  const told = joined.length + stayed.length + undecided.length + unknown.length;
  if (told === 0 || total !== names.length) throw new Error(`${told} told, ${total} on the list`);
  const listFloor = await middle(5, () => timed(() => structuredClone(view)));
  const people = Array.from({ length: columns.n }, (_, row) => {
    return { id: columns.idOf(row), name: nameOf(row) };
  });
  const listPeer = await middle(3, () => timed(() => plainNames(names, people)));
  return { list, listFloor, listPeer, listFromDiskMs, names: total, undecided: undecided.length };
}
