import type { Comment, CommentTopic, Feeling } from '@shared/domain/feelings/comment.schema';
import type { ExplainedReading } from '@shared/domain/feelings/feeling-reader';

/** Values of one field are alternatives, fields add up. */
export type CommentFilter = {
  feelings?: Feeling[];
  topics?: CommentTopic[];
  intensities?: number[];
  groupIds?: string[];
  /** UTC ms, the first instant that counts. */
  fromMs?: number;
  isCorrected?: boolean;
  isUnattached?: boolean;
};

export type CommentOrder = 'newest' | 'severest';

/** A comment as a list shows it, with what decided. */
export type CommentLine = Comment & {
  memberName?: string;
  reading: ExplainedReading;
};

export type CommentAnswer = { total: number; rows: CommentLine[] };

export type TopicFigure = { topic: CommentTopic; n: number; bad: number; severe: number };
/** `week`: its Monday. */
export type WeekFigure = { week: string; n: number; good: number; bad: number };

export type CommentFigures = {
  n: number;
  byFeeling: Record<Feeling, number>;
  severe: number;
  unattached: number;
  corrected: number;
  /** Different texts that were corrected by hand and are used. */
  corrections: number;
  /** Read by another model than the present one. */
  outdated: number;
  model: string;
  /** What the model was measured at, as shares from 0 to 1. */
  facts: { texts: number; held: number; accuracy: number; answered: number; ofAnswered: number };
  /** Most complaints first. */
  topics: TopicFigure[];
  /** Oldest first, the last ones that hold any. */
  weeks: WeekFigure[];
};

/** A pasted comment before it is taken in. */
export type PreviewLine = {
  line: number;
  speaker?: string;
  /** UTC ms; absent when the paste does not tell. */
  at?: number;
  text: string;
  reading: ExplainedReading;
  /** Members who bear the speaker's name; exactly one is taken for the speaker. */
  candidates: { id: string; name: string }[];
  /** Taken in before, or said twice in this paste. */
  isKnown: boolean;
};

export type Preview = { lines: PreviewLine[]; skipped: number };
