import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { backUpBefore } from '@/db/backup-schedule';
import { dataWorker, execute } from '@/db/client';
import type { Preview, PreviewLine } from '@/workers/feelings/comment-types';
import { takeInComments } from '../feelings.commands';
import { feelingsMessages } from '../feelings.messages';

/** What somebody decided about one line; without a word the plain choice counts. */
export type LineChoice = { isKept?: boolean; memberId?: string | null };

type Shown = Preview & { origin: 'paste' | 'file'; readAt: number };

export const isKept = (line: PreviewLine, choice: LineChoice | undefined): boolean =>
  choice?.isKept ?? !line.isKnown;

/** Exactly one member of that name is taken for the speaker. */
export function memberOf(line: PreviewLine, choice: LineChoice | undefined): string | undefined {
  if (choice?.memberId !== undefined) return choice.memberId ?? undefined;
  return line.candidates.length === 1 ? line.candidates[0]?.id : undefined;
}

const LARGE = 500;

/** The way of comments into the console: text or file, preview, decisions, one command. */
export function useTakeIn(onDone: () => void) {
  const t = useMessages(feelingsMessages);
  const [text, setText] = useState('');
  const [groupId, setGroupId] = useState<string | null>(null);
  const [shown, setShown] = useState<Shown>();
  const [choices, setChoices] = useState<ReadonlyMap<number, LineChoice>>(new Map());
  const [isBusy, setIsBusy] = useState(false);

  async function during(work: () => Promise<void>): Promise<void> {
    setIsBusy(true);
    try {
      await work();
    } catch (error) {
      showProblem(error);
    } finally {
      setIsBusy(false);
    }
  }

  const look = (origin: Shown['origin'], ask: (nowMs: number) => Promise<Preview>) =>
    during(async () => {
      const readAt = Date.now();
      setChoices(new Map());
      setShown({ ...(await ask(readAt)), origin, readAt });
    });

  const kept = (shown?.lines ?? []).filter((line, i) => isKept(line, choices.get(i)));

  const commit = () =>
    during(async () => {
      if (!shown) return;
      const { lines, origin, readAt } = shown;
      const comments = lines.flatMap((line, i) => {
        const choice = choices.get(i);
        if (!isKept(line, choice)) return [];
        const memberId = memberOf(line, choice);
        const { speaker, at = readAt, text: said } = line;
        return {
          at,
          text: said.slice(0, 5000),
          ...(speaker !== undefined && { speaker: speaker.slice(0, 200) }),
          ...(memberId !== undefined && { memberId }),
        };
      });
      if (comments.length >= LARGE) await backUpBefore('import');
      await execute(takeInComments, { origin, comments, ...(groupId && { groupId }) });
      onDone();
      showDone(t('taken', { count: comments.length }), { undo: true });
    });

  return {
    text,
    setText,
    groupId,
    setGroupId,
    shown,
    choices,
    choose: (index: number, choice: LineChoice) =>
      setChoices((before) => new Map(before).set(index, { ...before.get(index), ...choice })),
    readPaste: () => look('paste', (nowMs) => dataWorker().comments.preview(text, nowMs)),
    readFile: (file: File) =>
      look('file', (nowMs) => dataWorker().comments.previewFile(file, nowMs)),
    back: () => setShown(undefined),
    kept: kept.length,
    commit,
    isBusy,
  };
}

export type TakeIn = ReturnType<typeof useTakeIn>;
