import type { RosterText } from '@shared/domain/group-life/roster/roster-parse.rules';
import type {
  RosterDecision,
  RosterPlan,
} from '@shared/domain/group-life/roster/roster-plan.rules';
import type { StayAdvice } from '@shared/domain/group-life/where-to-stay.rules';
import type { Membership } from '@shared/domain/groups/group.schema';
import type { Identity } from '@shared/domain/members/member.schema';

export type RosterQuestion = {
  groupId: string;
  /** `YYYY-MM-DD` of the list. */
  day: string;
  text: string;
  /** By the key of an entry. */
  decisions: [string, RosterDecision][];
};

/** What tells people of one name apart. */
export type RosterFace = { name: string; region?: string; phone?: string; groupNickname?: string };

/** A plan with the faces of everybody whom it names. */
export type RosterView = {
  plan: RosterPlan;
  faces: Record<string, RosterFace>;
  skipped: RosterText['skipped'];
  title?: string;
  /** People inside before. */
  inside: number;
  lastDay?: string;
};

/** Somebody inside with what they are called there. Times in UTC ms. */
export type RosterInsider = {
  memberId: string;
  name: string;
  nickname?: string;
  region?: string;
  role: Membership['role'];
  joinedAt: number;
};

/** Who is inside, and the regions that a nickname may name. */
export type RosterInside = { people: RosterInsider[]; regions: string[] };

/** Somebody in several running groups at once. */
export type OverlapRow = {
  memberId: string;
  name: string;
  identity: Identity;
  region?: string;
  channel?: string;
  /** `activity`: what they did there in the last 90 days; absent where nothing of anybody is known. */
  places: { groupId: string; joinedAt: number; activity?: number; nickname?: string }[];
  advice: StayAdvice;
};

export type OverlapPart = { total: number; places: number; rows: OverlapRow[] };
