import type { SpeakerKind } from '@shared/domain/calendar/content.schema';

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
