import type { PeopleAnswer, PeopleQuestion, PersonAtStep } from './funnel-types';
import { type FunnelWorld, nextWithPeople, sourceOf, windowBetween } from './funnel-world';
import { type Grouping, groupOf } from './grouping';
import type { MemberLinks } from './member-links';

const USUAL_LIMIT = 100;

/** People of a step in columns, so that only the rows of one page become objects. */
type Found = {
  /** Number of the person in the events, or -1 for somebody whom only records know. */
  persons: number[];
  memberIds: (string | undefined)[];
  since: number[];
};

export type Stuck = {
  found: Found;
  next: number | undefined;
  windowMs: number | undefined;
  /** By index of `found`. */
  isDropped: (index: number) => boolean;
};

/**
 * Everybody at a step, and of them those who are not at the next required step where single people
 * are known. Their window decides whether they are still on the way; without a window they are while
 * a run of the question goes on.
 */
export function peopleAt(
  world: FunnelWorld,
  links: MemberLinks,
  question: PeopleQuestion,
  grouping: Grouping | undefined,
): Stuck {
  const { position, people } = question;
  const next = nextWithPeople(world, position);
  const windowMs = next === undefined ? undefined : windowBetween(world, position, next);
  const { runs, nowMs } = world.flow;
  const isOver = runs.length > 0 && runs.every(({ status }) => status !== 'running');
  const found: Found = { persons: [], memberIds: [], since: [] };
  const dropped: boolean[] = [];
  const isArrived = next === undefined ? () => true : arrivalAt(world, next);
  const take = (person: number, memberId: string | undefined, since: number) => {
    const isDropped = windowMs === undefined ? isOver : nowMs > since + windowMs;
    if (people !== 'reached') {
      if (isArrived(person, memberId)) return;
      if (people === 'dropped' && !isDropped) return;
      if (people === 'onTheWay' && isDropped) return;
    }
    if (grouping && groupOf(grouping, person, memberId) !== question.within?.value) return;
    found.persons.push(person);
    found.memberIds.push(memberId);
    found.since.push(since);
    dropped.push(isDropped);
  };
  eachAt(world, links, position, take);
  return { found, next, windowMs, isDropped: (index) => dropped[index] === true };
}

type Take = (person: number, memberId: string | undefined, since: number) => void;

function eachAt(world: FunnelWorld, links: MemberLinks, position: number, take: Take): void {
  const { funnel, slots, records } = world;
  if (sourceOf(world, position) === 'records') {
    for (const [memberId, at] of records.get(position)?.members ?? []) {
      take(links.personOfMember(memberId), memberId, at);
    }
    return;
  }
  const index = funnel.plan.indexOf[position - 1] ?? -1;
  if (index < 0) return;
  for (let person = 0; person < slots.persons; person += 1) {
    if (!funnel.hasReached(person, index)) continue;
    take(person, links.memberIdOf(person), funnel.latestOf(person)[index] ?? 0);
  }
}

function arrivalAt(world: FunnelWorld, next: number) {
  const { funnel, records } = world;
  if (sourceOf(world, next) === 'records') {
    const members = records.get(next)?.members;
    return (_: number, memberId: string | undefined) =>
      memberId !== undefined && members?.has(memberId) === true;
  }
  const index = funnel.plan.indexOf[next - 1] ?? -1;
  return (person: number) => person >= 0 && index >= 0 && funnel.hasReached(person, index);
}

/** One page of them, longest waiting first. */
export function pageOf(world: FunnelWorld, stuck: Stuck, question: PeopleQuestion): PeopleAnswer {
  const { found, next, windowMs, isDropped } = stuck;
  const { people } = world.slots;
  const keyAt = (i: number) => found.memberIds[i] ?? people.subjectTextOf(found.persons[i] ?? -1);
  const order = Array.from(found.since, (_, i) => i);
  const compare = (a: number, b: number) =>
    (found.since[a] ?? 0) - (found.since[b] ?? 0) || (keyAt(a) < keyAt(b) ? -1 : 1);
  order.sort(compare);
  const start = question.after === undefined ? 0 : placeAfter(order, found, keyAt, question.after);
  const limit = question.limit ?? USUAL_LIMIT;
  const rows = order.slice(start, start + limit).map((i): PersonAtStep => {
    const person = found.persons[i] ?? -1;
    const memberId = found.memberIds[i];
    const since = found.since[i] ?? 0;
    return {
      key: `${since} ${keyAt(i)}`,
      ...(person < 0 ? {} : { subject: people.subjectTextOf(person) }),
      ...(memberId === undefined ? {} : { memberId }),
      since,
      ...(windowMs === undefined ? {} : { until: since + windowMs }),
    };
  });
  const dropped = order.filter(isDropped).length;
  return {
    total: order.length,
    members: found.memberIds.filter((id) => id !== undefined).length,
    ...(next === undefined ? {} : { next }),
    onTheWay: order.length - dropped,
    dropped,
    rows,
    more: start + rows.length < order.length,
  };
}

/** The first place behind a key; also when the one that bore it is gone meanwhile. */
function placeAfter(
  order: readonly number[],
  found: Found,
  keyAt: (i: number) => string,
  after: string,
): number {
  const blank = after.indexOf(' ');
  const since = Number(after.slice(0, blank));
  const key = after.slice(blank + 1);
  let low = 0;
  let high = order.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    const i = order[mid] ?? 0;
    const own = found.since[i] ?? 0;
    if (own < since || (own === since && keyAt(i) <= key)) low = mid + 1;
    else high = mid;
  }
  return low;
}
