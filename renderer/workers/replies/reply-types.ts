import type { Reply } from '@shared/domain/replies/reply.schema';
import type { ReplyMatch } from '@shared/domain/replies/reply-search.rules';

export const REPLY_STATES = ['live', 'unused', 'archived'] as const;
export type ReplyState = (typeof REPLY_STATES)[number];

export type ReplyListQuestion = {
  text: string;
  state: ReplyState;
  groupId?: string | undefined;
  category?: string | undefined;
};

/** An entry in the list, and how it was found where something was looked for. */
export type ReplyLine = Reply & {
  /** Copies of the answer so far. */
  uses: number;
  /** UTC ms of the last copy. */
  lastAt?: number;
  match?: ReplyMatch;
  word?: string;
};

export type ReplyBook = {
  live: number;
  /** Live, and never copied. */
  unused: number;
  archived: number;
  uses: number;
  categories: { name: string; n: number }[];
};
