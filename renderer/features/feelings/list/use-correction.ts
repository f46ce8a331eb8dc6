import type { Comment, Feeling } from '@shared/domain/feelings/comment.schema';
import { useCallback, useEffect } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { correctComment } from '../feelings.commands';
import { feelingsMessages } from '../feelings.messages';

export type Correct = (
  patch: Partial<Pick<Comment, 'feeling' | 'intensity' | 'topic'>>,
) => Promise<void>;

/** Writes what somebody says of this comment. */
export function useCorrection(id: string): Correct {
  const t = useMessages(feelingsMessages);
  return useCallback(
    async (patch) => {
      try {
        await execute(correctComment, { id, ...patch });
        showDone(t('correctedDone'), { undo: true });
      } catch (error) {
        showProblem(error);
      }
    },
    [id, t],
  );
}

const FEELING_KEYS: Readonly<Record<string, Feeling>> = { g: 'good', b: 'bad', u: 'unsure' };

/** G, B, U and 0 to 3 for the comment that is open, wherever the focus is but in a field. */
export function useCorrectionKeys(correct: Correct): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isPlain || event.defaultPrevented || isField(event.target)) return;
      const feeling = FEELING_KEYS[event.key.toLowerCase()];
      if (feeling) void correct({ feeling });
      else if (/^[0-3]$/.test(event.key)) void correct({ intensity: Number(event.key) });
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [correct]);
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.closest('textarea, select, input:not([type="radio"]), [role="listbox"]') !== null;
}
