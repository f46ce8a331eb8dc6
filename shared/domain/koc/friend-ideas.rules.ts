import type { FriendAction } from '@shared/domain/group-life/group-day.schema';
import { MEMBERSHIP_ROLES } from '@shared/domain/groups/group.schema';
import { STILL_THERE } from '@shared/domain/people/people-columns';
import { dayNumber } from '@shared/lib/time';
import { type KocColumns, POST_KINDS } from './koc-facts.rules';

/** Who joined so many days ago at most may still be asked to introduce themselves. */
const NEWCOMER_DAYS = 28;
/** What was done within so many days, today included, may be praised. */
const PRAISE_DAYS = 7;

/** Rows and groups (index + 1) of the columns. */
export type FriendIdeas = {
  /** Inside since at most `NEWCOMER_DAYS`, and named in no self-introduction of the group. */
  newcomers: { group: number; row: number; joinedDay: number }[];
  /** Answered or posted within `PRAISE_DAYS`, and not praised in the group since then. */
  helpers: { group: number; row: number; answers: number; posts: number }[];
};

type Action = Pick<FriendAction, 'groupId' | 'kind' | 'day' | 'memberIds'>;
const ORDINARY = [MEMBERSHIP_ROLES.indexOf('ordinary'), MEMBERSHIP_ROLES.indexOf('koc')];

/**
 * Whom a leader could help to be known, from who is inside today (the house's own voices, peers and
 * seeded accounts left out) and what was noted already. Newcomers newest first; helpers by answers,
 * then posts.
 */
export function friendIdeas(
  columns: KocColumns & { idOf: (row: number) => string },
  actions: readonly Action[],
  today: number,
): FriendIdeas {
  const { n, isHere, memberships, interactions, groups } = columns;
  const noted = (kind: Action['kind'], since: number) =>
    new Set(
      actions
        .filter((action) => action.kind === kind && dayNumber(action.day) >= since)
        .flatMap(({ groupId, memberIds }) => memberIds.map((id) => `${groupId} ${id}`)),
    );
  const introduced = noted('selfIntroduction', Number.NEGATIVE_INFINITY);
  const praised = noted('publicPraise', today - PRAISE_DAYS + 1);
  const postKinds = new Set<string>(POST_KINDS);
  const ideas: FriendIdeas = { newcomers: [], helpers: [] };
  for (let row = 0; row < n; row += 1) {
    if (isHere[row] !== 1) continue;
    const lastStay = memberships.end[row] ?? 0;
    for (let slot = memberships.start[row] ?? 0; slot < lastStay; slot += 1) {
      const group = memberships.group[slot] ?? 0;
      const { id, phase } = groups[group - 1] ?? {};
      if (id === undefined || phase === 'dissolved') continue;
      if (memberships.leftDay[slot] !== STILL_THERE) continue;
      if (!ORDINARY.includes(memberships.role[slot] ?? 0)) continue;
      const joinedDay = memberships.joinedDay[slot] ?? 0;
      const isKnown = (by: ReadonlySet<string>) => by.has(`${id} ${columns.idOf(row)}`);
      const isNew = joinedDay > today - NEWCOMER_DAYS && joinedDay <= today;
      if (isNew && !isKnown(introduced)) {
        ideas.newcomers.push({ group, row, joinedDay });
      }
      let [answers, posts] = [0, 0];
      // The newest lie last.
      const first = interactions.start[row] ?? 0;
      for (let at = (interactions.end[row] ?? 0) - 1; at >= first; at -= 1) {
        const day = interactions.day[at] ?? 0;
        if (day <= today - PRAISE_DAYS) break;
        const kind = interactions.kinds[interactions.kind[at] ?? 0] ?? '';
        if (interactions.group[at] !== group || day > today || !postKinds.has(kind)) continue;
        if (kind === 'answer') answers += 1;
        else posts += 1;
      }
      if (answers + posts > 0 && !isKnown(praised))
        ideas.helpers.push({ group, row, answers, posts });
    }
  }
  ideas.newcomers.sort((a, b) => b.joinedDay - a.joinedDay || a.row - b.row);
  ideas.helpers.sort((a, b) => b.answers - a.answers || b.posts - a.posts || a.row - b.row);
  return ideas;
}
