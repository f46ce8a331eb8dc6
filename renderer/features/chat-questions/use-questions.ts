import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { useCallback, useSyncExternalStore } from 'react';
import { showProblem } from '@/app/feedback';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import { readDb } from '@/db/read';
import { useDataVersion } from '@/db/use-data-version';
import { useLive } from '@/db/use-live';
import { useWindowRows } from '@/ui/use-window-rows';
import type {
  QuestionFigures,
  QuestionLine,
  QuestionListQuestion,
} from '@/workers/replies/question-types';

export const FIGURE_WEEKS = 6;
/** Nine in ten are only told of so many answers. */
export const LEAST_FOR_SHARE = 30;

export type GroupChoice = { id: string; name: string };

export const VIEWS = ['open', 'answered', 'ignored', 'figures'] as const;
export type QuestionView = {
  part: (typeof VIEWS)[number];
  groupId: string | undefined;
  text: string;
};

/** What the page shows; kept while one visits another. */
let view: QuestionView = { part: 'open', groupId: undefined, text: '' };
const listeners = new Set<() => void>();

export function changeView(patch: Partial<QuestionView>): void {
  view = { ...view, ...patch };
  for (const listener of listeners) listener();
}

export function useQuestionView(): QuestionView {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => view,
  );
}

/** Questions that fit the view, by blocks as they come into sight. */
export function useQuestionList({ part, groupId, text }: QuestionView) {
  const version = useDataVersion();
  const isEnabled = part !== 'figures';
  const key = JSON.stringify([part, groupId, text]);
  const load = useCallback(
    (offset: number, limit: number) => {
      const question: QuestionListQuestion = {
        state: part === 'figures' ? 'open' : part,
        text,
        groupId,
      };
      return dataWorker().chats.list(question, offset, limit);
    },
    [part, groupId, text],
  );
  const { answer, rowAt, onRange } = useWindowRows<QuestionLine, { total: number }>({
    key,
    version,
    isEnabled,
    load,
    onError: showProblem,
  });
  return { key, total: answer?.total, rowAt, onRange };
}

export type QuestionList = ReturnType<typeof useQuestionList>;

export const useQuestionFigures = (): QuestionFigures | undefined =>
  useAnswer('figures', () => dataWorker().chats.figures(Date.now(), FIGURE_WEEKS));

/** Groups to choose from, and the workspace's day. */
export function useSurroundings(): { groups: GroupChoice[]; today: string } | undefined {
  return useLive(async () => {
    const [groups, workspace] = await Promise.all([
      readDb.rows('groups').all(),
      readDb.rows('workspace').get('workspace'),
    ]);
    return {
      groups: groups
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true })),
      today: dayOf(Date.now(), workspace?.timeZone ?? DEFAULT_TIME_ZONE),
    };
  }, []);
}
