import { joinId } from '@shared/lib/record-ids';
import { drawn, NOON_MINUTE, type SampleClock } from './sample-clock';
import type { SampleGroups } from './sample-groups.schema';
import type { NewRows } from './sample-rows';
import { insideAt, type SampleRoom, violatorIdsOf } from './sample-stays.rules';

const HISTORY_DAYS = 42;
/** The weekly lists, the newest last. */
const LISTS_AGO = [22, 15, 8, 1];
const FIRST_MINUTE = 7 * 60;
const LAST_MINUTE = 22 * 60;
const KINDS = ['checkIn', 'ugc', 'checkIn', 'share', 'checkIn', 'answer', 'ugc'] as const;

type Making = { clock: SampleClock; newId: () => string };

/** The group itself, who is inside, and how it came to be what it is. */
export function groupRows(
  { group, groupId, stays }: SampleRoom,
  kocs: SampleGroups['kocs'],
  { clock, newId }: Making,
): NewRows {
  const at = (daysAgo: number) => clock.at(daysAgo, NOON_MINUTE);
  const { phase, phaseDaysAgo, fullDaysAgo } = group;
  const fullAt = at(fullDaysAgo);
  const changes = [
    ...(phase === 'early' ? [] : [['early', 'middle', fullDaysAgo - 31] as const]),
    ...(phase === 'late' && phaseDaysAgo ? [['middle', 'late', phaseDaysAgo] as const] : []),
  ];
  const by = group.owner;
  const evidence = { total: group.capacity, capacity: group.capacity };
  const isKoc = (place: number) =>
    kocs.some((koc) => koc.group === group.key && koc.member === place);
  return {
    groups: [
      {
        id: groupId,
        name: group.name,
        identity: group.identity,
        phase,
        capacity: group.capacity,
        openedAt: at(group.openedDaysAgo),
        fullAt,
        nicknameTemplate: group.template,
        ownerName: group.owner,
        ...(phaseDaysAgo !== undefined && { phaseSince: at(phaseDaysAgo) }),
      },
    ],
    memberships: stays.map(({ person, nickname, joinedAgo, leftAgo }, place) => ({
      id: joinId(person.id, groupId),
      memberId: person.id,
      groupId,
      nickname,
      ...(isKoc(place) && { role: 'koc' as const }),
      joinedAt: at(joinedAgo),
      ...(leftAgo !== undefined && { leftAt: at(leftAgo) }),
    })),
    groupEvents: [
      { id: newId(), groupId, kind: 'full', at: fullAt, by, evidence },
      ...changes.map(([from, to, ago]) => {
        return { id: newId(), groupId, kind: 'phase' as const, from, to, at: at(ago), by };
      }),
    ],
  };
}

/** Days with their figures, weekly lists, and what members did. */
export function historyRows(
  { group, groupId, stays }: SampleRoom,
  { acts: texts, unknown }: Pick<SampleGroups, 'acts' | 'unknown'>,
  { clock, newId }: Making,
  seed: number,
): NewRows {
  const rows: Required<
    Pick<NewRows, 'groupDays' | 'interactions' | 'rosterLists' | 'groupEvents'>
  > = {
    groupDays: [],
    interactions: [],
    rosterLists: [],
    groupEvents: [],
  };
  for (let ago = Math.min(HISTORY_DAYS, group.openedDaysAgo - 1); ago > 0; ago -= 1) {
    const place = seed * 1000 + ago;
    const isSilent = ago <= (group.quietDays ?? 0);
    const messages = isSilent ? 0 : Math.round(group.messages * (0.7 + drawn(place, 60) / 100));
    const day = { id: joinId(groupId, clock.day(ago)), groupId, day: clock.day(ago) };
    const speakers = Math.min(Math.ceil(messages / 4), Math.ceil(stays.length / 2));
    const inside = insideAt(stays, ago);
    const list = LISTS_AGO.indexOf(ago);
    rows.groupDays.push({
      ...day,
      messages,
      speakers,
      ...(list >= 0 && { members: inside.length }),
      source: 'import',
    });
    const acts = isSilent ? 0 : Math.round(group.acts * (0.6 + drawn(place + 500, 80) / 100));
    for (let n = 0; n < acts; n += 1) {
      const lot = place * 31 + n;
      // A few do much, and most of them little.
      const who = inside[drawn(drawn(lot, inside.length) + lot, drawn(lot, inside.length) + 1)];
      const kind = KINDS[drawn(lot + 7, KINDS.length)] ?? 'checkIn';
      const minute = FIRST_MINUTE + drawn(lot + 11, LAST_MINUTE - FIRST_MINUTE);
      const text = texts[kind][drawn(lot + 13, texts[kind].length)];
      if (!who) continue;
      const at = clock.at(ago, minute);
      rows.interactions.push({ id: newId(), memberId: who.person.id, kind, at, groupId, text });
    }
    if (list < 0) continue;
    const before = LISTS_AGO[list - 1] ?? Number.MAX_SAFE_INTEGER;
    const joined = stays.filter((it) => list > 0 && it.joinedAgo >= ago && it.joinedAgo < before);
    const left = stays.filter(
      (it) => list > 0 && it.leftAgo !== undefined && it.leftAgo >= ago && it.leftAgo < before,
    );
    const strangers = list === LISTS_AGO.length - 1 ? unknown.slice(0, 1) : [];
    const listId = newId();
    const at = clock.at(ago, NOON_MINUTE);
    const total = inside.length + strangers.length;
    rows.rosterLists.push({
      id: listId,
      groupId,
      day: day.day,
      at,
      by: group.owner,
      total,
      joinedIds: joined.map(({ person }) => person.id),
      leftIds: left.map(({ person }) => person.id),
      unknown: strangers,
      violatorIds: violatorIdsOf(inside, group.template),
      stayed: inside.length - joined.length,
    });
    const evidence = { total, joined: joined.length, left: left.length };
    const event = { groupId, kind: 'list', at, by: group.owner, refId: listId, evidence } as const;
    rows.groupEvents.push({ id: newId(), ...event });
  }
  return rows;
}
