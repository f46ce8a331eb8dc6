import { ALL_GROUPS, sendId } from '@shared/domain/calendar/send-targets.rules';
import type { Slot } from '@shared/domain/calendar/slots';
import { drawn, type SampleClock } from './sample-clock';
import type { SampleGroups } from './sample-groups.schema';
import type { NewRows } from './sample-rows';
import { SAMPLE_PREFIX, type SampleRoom } from './sample-stays.rules';

type Making = { clock: SampleClock; newId: () => string };

const PIECE_DAYS = 14;
const INPUT_WEEKS = 5;
const GIFT_AGO = 20;
const KNOWN_AGO = [17, 3];
const NOTED_MINUTE = 10 * 60;
/** When pieces go out, within their slot. */
const SENT_MINUTE: Readonly<Record<Slot, number>> = {
  morning: 6 * 60 + 40,
  noon: 11 * 60 + 20,
  evening: 17 * 60 + 25,
  night: 20 * 60 + 30,
};
/** One piece came three hours late, one was not sent at all. */
const LATE_AGO = 6;
const MISSED_AGO = 4;

/** What was put into a group and read of it. */
export function bookRows({ group, groupId }: SampleRoom, { clock, newId }: Making): NewRows {
  const { hours, hourFen, gift, known, owner: by } = group;
  const weeks = Array.from({ length: INPUT_WEEKS }, (_, week) => clock.day(2 + 7 * week));
  return {
    groupInputs: [
      ...weeks.map((day) => {
        const amountFen = hours * hourFen;
        return { id: newId(), groupId, day, kind: 'hours' as const, hours, amountFen, by };
      }),
      ...(gift
        ? [{ id: newId(), groupId, day: clock.day(GIFT_AGO), kind: 'gift' as const, ...gift, by }]
        : []),
    ],
    groupReadings: known
      ? KNOWN_AGO.map((ago, at) => {
          const [n, k] = known;
          // The first time a few less knew.
          const knew = at === 0 ? Math.max(0, k - 3) : k;
          return {
            id: newId(),
            groupId,
            day: clock.day(ago),
            kind: 'known' as const,
            n,
            k: knew,
            by,
          };
        })
      : [],
  };
}

/** Questions, rules with their ledger, core members and what was done for friendships. */
export function peopleRows(
  spec: SampleGroups,
  rooms: ReadonlyMap<string, SampleRoom>,
  { clock, newId }: Making,
): NewRows {
  const who = (group: string, place: number) => {
    const room = rooms.get(group);
    const stay = room?.stays[place];
    return room && stay && { groupId: room.groupId, memberId: stay.person.id, stay, room };
  };
  const noted = (daysAgo: number) => clock.at(daysAgo, NOTED_MINUTE);
  return {
    chatQuestions: spec.questions.flatMap(
      ({ group, daysAgo, minute, asker, text, answerMinutes }) => {
        const from = who(group, asker);
        if (!from) return [];
        const { groupId, memberId, room } = from;
        const askedAt = clock.at(daysAgo, minute);
        const asked = { id: newId(), groupId, memberId, text, askedAt };
        const isAnswered = answerMinutes !== undefined;
        return [
          {
            ...asked,
            state: isAnswered ? ('answered' as const) : ('open' as const),
            ...(isAnswered && {
              answeredAt: clock.at(daysAgo, minute + answerMinutes),
              answeredBy: room.group.owner,
            }),
          },
        ];
      },
    ),
    groupRules: spec.rules.map(({ key, ...rule }, rank) => {
      return { id: `${SAMPLE_PREFIX}rule-${key}`, rank, ...rule };
    }),
    ruleEntries: spec.entries.flatMap((entry) => {
      const { group, member, rule, daysAgo, givenDaysAgo, appeal, ...rest } = entry;
      const from = who(group, member);
      if (!from) return [];
      const { groupId, memberId, room } = from;
      return [
        {
          id: newId(),
          groupId,
          memberId,
          ruleId: `${SAMPLE_PREFIX}rule-${rule}`,
          ...rest,
          at: noted(daysAgo),
          by: room.group.owner,
          ...(givenDaysAgo !== undefined && { givenAt: noted(givenDaysAgo) }),
          ...(appeal !== undefined && { appeal: { text: appeal, at: noted(daysAgo - 1) } }),
        },
      ];
    }),
    kocs: spec.kocs.flatMap(({ group, member, state, daysAgo, steps, strengths, owner }) => {
      const from = who(group, member);
      if (!from) return [];
      const ticked = steps.map((key, at) => [
        key,
        { at: noted(Math.max(1, daysAgo - 3 * at)), by: owner },
      ]);
      return [
        {
          id: from.memberId,
          groupId: from.groupId,
          state,
          since: noted(daysAgo),
          steps: Object.fromEntries(ticked),
          strengths,
          ownerName: owner,
        },
      ];
    }),
    kocIncentives: spec.kocs.flatMap(({ group, member, owner, incentive }) => {
      const from = who(group, member);
      if (!from) return [];
      const { daysAgo, isGiven, ...rest } = incentive;
      const at = noted(daysAgo);
      return [
        {
          id: newId(),
          memberId: from.memberId,
          ...rest,
          at,
          by: owner,
          ...(isGiven && { givenAt: at }),
        },
      ];
    }),
    friendActions: spec.friendActions.flatMap(({ group, daysAgo, ...action }) => {
      const room = rooms.get(group);
      if (!room) return [];
      const { groupId } = room;
      return [{ id: newId(), groupId, day: clock.day(daysAgo), ...action, by: room.group.owner }];
    }),
  };
}

/** Two weeks of pieces to all groups with what became of them, and what is planned next. */
export function pieceRows(
  spec: Pick<SampleGroups, 'pieces'>,
  people: number,
  { clock, newId }: Making,
): NewRows {
  const rows: Required<Pick<NewRows, 'contentItems' | 'contentSends' | 'contentResults'>> = {
    contentItems: [],
    contentSends: [],
    contentResults: [],
  };
  for (const [line, { column, slot, speaker, titles }] of spec.pieces.entries()) {
    for (let ago = PIECE_DAYS; ago >= -1; ago -= 1) {
      const day = clock.day(ago);
      const id = `${SAMPLE_PREFIX}piece-${line}-${PIECE_DAYS - ago}`;
      const title = titles[(PIECE_DAYS - ago) % titles.length] ?? '';
      const plan = { id, date: day, slot, title, columnId: column, speaker };
      if (ago <= 0) {
        rows.contentItems.push({ ...plan, status: 'ready' });
        continue;
      }
      const isMissed = ago === MISSED_AGO && line === 0;
      const isLate = ago === LATE_AGO && line === spec.pieces.length - 1;
      const at = clock.at(ago, SENT_MINUTE[slot] + (isLate ? 180 : drawn(ago + line, 20)));
      const send = {
        id: sendId(id, ALL_GROUPS),
        itemId: id,
        groupId: ALL_GROUPS,
        day,
        slot,
        at,
        title,
      };
      rows.contentSends.push({ ...send, state: isMissed ? 'missed' : 'sent' });
      if (isMissed) {
        rows.contentItems.push({ ...plan, status: 'ready' });
        continue;
      }
      rows.contentItems.push({ ...plan, status: 'measured', sentAt: at });
      const opens = Math.round(people * (0.35 + drawn(ago * 3 + line, 25) / 100));
      const participants = Math.round(opens * (0.15 + drawn(ago * 5 + line, 20) / 100));
      const result = { contentItemId: id, day, title, slot, reach: people, opens, participants };
      rows.contentResults.push({ id: newId(), ...result, source: 'typed' });
    }
  }
  return rows;
}
