/** Somebody who was active in the weeks before and is not any more. */
export type QuietPersonAnswer = {
  memberId: string;
  name: string;
  activeDays: number;
  acts: number;
  orders: number;
  lastDay: string;
  hasLeft: boolean;
};

/** Why a group may be quiet, from what is on record. Days are `YYYY-MM-DD`, both included. */
export type QuietWhy = {
  before: { from: string; to: string };
  recent: { from: string; to: string };
  people: QuietPersonAnswer[];
  /** All who went quiet; `people` are the most active of them. */
  total: number;
  /** Of all these, who is not inside any more. */
  left: number;
  /** Active in the time before; of these still active; and active only now. */
  activeBefore: number;
  still: number;
  fresh: number;
  /** Columns that reached the group at least twice in the time before and not in the recent one. */
  stopped: { columnId: string; name: string; pieces: number }[];
  /** Open questions of the recent time, the oldest first. */
  questions: { id: string; text: string; asker?: string | undefined; day: string }[];
  openQuestions: number;
};
