import type { ReplyHit } from '@shared/domain/replies/reply-search.rules';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';

const MOST = 8;

/** The best answers for what was typed; those for the text before stay until the next are there. */
export function useQuickHits(text: string, groupId: string | undefined) {
  const [found, setFound] = useState<{ text: string; hits: ReplyHit[] }>();
  useEffect(() => {
    let isCurrent = true;
    dataWorker()
      .replies.search({ text, limit: MOST, ...(groupId !== undefined && { groupId }) })
      .then((hits) => isCurrent && setFound({ text, hits }))
      .catch(showProblem);
    return () => {
      isCurrent = false;
    };
  }, [text, groupId]);
  return found;
}
