import type { KocEffect } from '@shared/domain/koc/koc-effect.rules';
import type { KocFacts, KocScore } from '@shared/domain/koc/koc-score.rules';
import type { KocPart, KocSettings } from '@shared/domain/koc/koc-settings.schema';

export type KocCandidate = KocScore & {
  memberId: string;
  name: string;
  facts: KocFacts;
  /** Groups they are inside today. */
  groupIds: string[];
};

/** The days that were counted, `YYYY-MM-DD`, both included, and how. */
type KocCount = {
  fromDay: string;
  toDay: string;
  /** Parts that anybody has data for within the days. */
  known: Record<KocPart, boolean>;
  settings: KocSettings;
};

export type CandidateQuestion = {
  offset?: number;
  limit: number;
  groupId?: string;
  /** Part of a name. */
  text?: string;
};

export type KocCandidates = KocCount & {
  /** The best first; people who are on the list of core members already are left out. */
  rows: KocCandidate[];
  /** Members with a score above 0 who are not on the list. */
  total: number;
  /** Everybody who was looked at: inside a group today and no voice of the house. */
  members: number;
};

export type KocStanding = KocCandidate & {
  /** The score of as many days that ended `TREND_DAYS` earlier, with today's weights and parts. */
  before?: number;
  /** `YYYY-MM-DD` of the last post or answer, and of anything they did; absent without one. */
  lastPostDay?: string;
  lastActiveDay?: string;
};

export type KocStandings = KocCount & { rows: KocStanding[]; trendDays: number };

export type KocFollower = {
  memberId: string;
  name: string;
  orders: number;
  share: number;
  /** `YYYY-MM-DD`, ascending. */
  days: string[];
  postDays: number;
  otherDays: number;
  otherOrders: number;
};

export type KocFollowers = {
  fromDay: string;
  toDay: string;
  /** The strongest ones only. */
  rows: KocFollower[];
  /** All of them, what they ordered, and the sum of their shares. */
  people: number;
  orders: number;
  share: number;
};

export type KocEffectAnswer = KocEffect & {
  fromDay: string;
  toDay: string;
  /** Groups of the same identity without a core member that were compared. */
  otherGroups: number;
};

type IdeaPerson = { memberId: string; name: string };

/** Whom to help to be known; the lists are the first ones of each group, the totals tell all. */
export type FriendIdeasAnswer = {
  newcomers: { groupId: string; total: number; people: (IdeaPerson & { joinedDay: string })[] }[];
  helpers: (IdeaPerson & { groupId: string; answers: number; posts: number })[];
};
