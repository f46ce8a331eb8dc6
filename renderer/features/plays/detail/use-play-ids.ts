import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';

/** Ids of those who are reached and still there. */
export const usePlayIds = (playId: string): string[] | undefined =>
  useAnswer(playId, () => dataWorker().plays.ids(playId, 'played'));
