import type { SpeakerKind } from '@shared/domain/calendar/content.schema';
import type { LifePeriod } from '@shared/domain/group-life/figure-table';
import type { HealthLight } from '@shared/domain/group-life/health.rules';
import type { GroupLifeSettings } from '@shared/domain/group-life/life-settings.schema';
import type { Wakefulness } from '@shared/domain/group-life/quiet.rules';
import type { Standing } from '@shared/domain/group-life/standing.rules';

/** Weeks up to the running one; 13 without a number, 104 at most. */
export type BoardQuestion = { nowMs: number; weeks?: number };
export type WeeksQuestion = BoardQuestion & { groupId: string };

/** Pieces that went out to one group, by column and who carried them. */
export type ContentLine = {
  columnId?: string;
  speaker?: SpeakerKind;
  pieces: number;
  /** Pieces with a report, and the sums of these reports. */
  reported: number;
  /** Reports that tell of all groups together, because there is none of this one. */
  sharedReports: number;
  reach: number;
  opens: number;
  participants: number;
  orders: number;
  gmvFen: number;
};

/** `known`: the stamp of the answer that one has; where nothing changed since, nothing is told again. */
export type StandingsQuestion = { nowMs: number; known?: number };

/** One group of them. */
export type StandingQuestion = { groupId: string; nowMs: number };

/** How all groups stand, with the stretches that were judged. */
export type StandingsAnswer = {
  /** When it was asked, UTC ms. */
  atMs: number;
  stamp: number;
  today: string;
  /** The seven whole days that light, activity and wakefulness rest on. */
  seven: LifePeriod | undefined;
  /** Whole weeks, oldest first, as in `Standing.weeks`. */
  weeks: LifePeriod[];
  standings: Standing[];
};

/** How many living groups have which light and wakefulness, and how many should change their phase. */
export type StandingCounts = {
  lights: Record<HealthLight, number>;
  states: Record<Wakefulness, number>;
  proposals: number;
};
export type TrialQuestion = { nowMs: number; settings: GroupLifeSettings };
