import { openTargets, type WorkItem } from '@shared/domain/calendar/send-day.rules';
import { preventsCopy, type SendProblem } from '@shared/domain/calendar/send-problems.rules';
import { isSentState } from '@shared/domain/calendar/send-state.rules';
import type { Slot } from '@shared/domain/calendar/slots';
import { useRef, useState } from 'react';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { textFor } from '../card/send-texts';
import { useForbiddenWords } from '../card/use-forbidden-words';
import type { DayList } from '../day-list.queries';
import { type Focus, firstFocus, focusAfter, focusOn, inOrder, step } from '../list/work-order';
import { sendMessages } from '../send.messages';
import { useTargetName } from '../use-names';
import { useSendActions } from './use-send-actions';

/** What is asked before something is written. */
export type Asking =
  | { kind: 'anyway'; sends: Focus[]; problems: SendProblem[] }
  | { kind: 'skip'; sends: Focus[]; itemCount: number; title: string };

/** The sending day under somebody's hands: which piece, which group, and what the hands do. */
export function useSendDesk(list: DayList | undefined, slotOfAddress: Slot | undefined) {
  const t = useMessages(sendMessages);
  const actions = useSendActions();
  const forbiddenIn = useForbiddenWords();
  const nameOf = useTargetName(list?.groups ?? []);
  const [chosen, setChosen] = useState<Focus>();
  const [asking, setAsking] = useState<Asking>();
  const [copiedAt, setCopiedAt] = useState<Focus>();
  const [editedId, setEditedId] = useState<string>();
  const isBusy = useRef(false);

  const work = list?.work;
  const all = work ? inOrder(work) : [];
  const kept = chosen && all.find(({ item }) => item.id === chosen.itemId);
  const focus = kept?.targets.some(({ groupId }) => groupId === chosen?.groupId)
    ? chosen
    : kept
      ? focusOn(kept)
      : work && firstFocus(work, slotOfAddress);
  const piece = all.find(({ item }) => item.id === focus?.itemId);
  const target = piece?.targets.find(({ groupId }) => groupId === focus?.groupId);
  const text = list && piece && textFor(list, piece.item, focus?.groupId ?? '', forbiddenIn);

  /** One step at a time: a second key must not act on what the first is still writing. */
  const once = async (act: () => Promise<unknown>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      await act();
    } finally {
      isBusy.current = false;
    }
  };

  const problemsOf = (it: WorkItem, groupIds: readonly string[]): SendProblem[] => {
    if (!list) return [];
    const found = groupIds.flatMap((id) => textFor(list, it.item, id, forbiddenIn).problems);
    return [...new Map(found.map((problem) => [JSON.stringify(problem), problem])).values()];
  };

  const write = async (it: WorkItem, groupIds: readonly string[], reason?: string) => {
    const sends = groupIds.map((groupId) => ({ itemId: it.item.id, groupId }));
    const isDone = await actions.mark(sends, {
      title: it.item.title,
      groupName: nameOf(groupIds[0] ?? ''),
      ...(reason !== undefined && { reason }),
    });
    if (isDone && work) setChosen(focusAfter(work, it, groupIds));
    return isDone;
  };

  /** Marks groups of the piece, unless something speaks against it: then it is asked. */
  const mark = (groupIds: readonly string[]) =>
    once(async () => {
      if (!piece || groupIds.length === 0) return;
      const problems = problemsOf(piece, groupIds);
      if (problems.length === 0) await write(piece, groupIds);
      else {
        const sends = groupIds.map((groupId) => ({ itemId: piece.item.id, groupId }));
        setAsking({ kind: 'anyway', sends, problems });
      }
    });

  const copy = async (): Promise<boolean> => {
    if (!piece || !text || !focus) return false;
    if (preventsCopy(text.problems)) {
      const names = text.missing.map((name) => `{${name}}`).join(' ');
      showDone(text.missing.length > 0 ? t('problem.missing', { names }) : t('nothingToCopy'));
      return false;
    }
    try {
      await navigator.clipboard.writeText(text.text);
      setCopiedAt(focus);
      return true;
    } catch {
      showDone(t('copyFailed'));
      return false;
    }
  };

  const isOpenTarget = piece && target && !isSentState(target.state);
  return {
    actions,
    nameOf,
    focus,
    piece,
    target,
    text,
    asking,
    isCopied: copiedAt?.itemId === focus?.itemId && copiedAt?.groupId === focus?.groupId,
    setAsking,
    /** The text itself is open to be written. */
    isEditing: piece !== undefined && editedId === piece.item.id,
    edit: (isOn: boolean) => setEditedId(isOn ? piece?.item.id : undefined),
    choose: setChosen,
    chooseItem: (it: WorkItem) => setChosen(focusOn(it)),
    chooseSlot: (slot: Slot) => work && setChosen(firstFocus(work, slot)),
    move: (steps: number) => work && setChosen(step(work, focus?.itemId, steps)),
    moveGroup: (steps: number) => {
      if (!piece || !focus) return;
      const at = piece.targets.findIndex(({ groupId }) => groupId === focus.groupId);
      const next = piece.targets[Math.min(piece.targets.length - 1, Math.max(0, at + steps))];
      if (next) setChosen({ itemId: focus.itemId, groupId: next.groupId });
    },
    copy,
    mark: () => (isOpenTarget && focus ? mark([focus.groupId]) : Promise.resolve()),
    markAll: () => mark(piece ? unsentOf(piece) : []),
    copyAndMark: async () => {
      if (isOpenTarget && focus && (await copy())) await mark([focus.groupId]);
    },
    /** Sends in spite of what speaks against it. */
    markAnyway: (reason: string) =>
      once(async () => {
        if (asking?.kind !== 'anyway' || !piece) return;
        const groupIds = asking.sends.map(({ groupId }) => groupId);
        if (await write(piece, groupIds, reason)) setAsking(undefined);
      }),
    askSkip: () => {
      if (!piece || !focus || !isOpenTarget) return;
      setAsking({ kind: 'skip', sends: [focus], itemCount: 1, title: piece.item.title });
    },
    askSkipMany: (pieces: readonly WorkItem[]) => {
      const sends = pieces.flatMap((it) =>
        openTargets(it).map(({ groupId }) => ({ itemId: it.item.id, groupId })),
      );
      const title = pieces[0]?.item.title ?? '';
      if (sends.length > 0) setAsking({ kind: 'skip', sends, itemCount: pieces.length, title });
    },
    skip: (reason: string) =>
      once(async () => {
        if (asking?.kind !== 'skip') return;
        if (!(await actions.giveUp(asking.sends, reason))) return;
        const done = asking.sends.map(({ groupId }) => groupId);
        if (asking.itemCount === 1 && work && piece) setChosen(focusAfter(work, piece, done));
        setAsking(undefined);
      }),
    unmark: (groupId: string) =>
      once(async () => piece && actions.unmark([{ itemId: piece.item.id, groupId }])),
  };
}
export type SendDesk = ReturnType<typeof useSendDesk>;

/** Groups of a piece that have not got it, given up ones too: all of them means all. */
const unsentOf = ({ targets }: WorkItem): string[] => {
  const open = targets.filter(({ state }) => !isSentState(state));
  const waiting = open.filter(({ state }) => state !== 'givenUp');
  return (waiting.length > 0 ? waiting : open).map(({ groupId }) => groupId);
};
