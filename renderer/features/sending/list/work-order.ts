import { type DayWork, openTargets, type WorkItem } from '@shared/domain/calendar/send-day.rules';
import { isOverdueState } from '@shared/domain/calendar/send-state.rules';
import type { Slot } from '@shared/domain/calendar/slots';

export type Focus = { itemId: string; groupId: string };

/** What is late or was missed: on top, whatever slot it belongs to. */
export function overdueOf(work: DayWork): WorkItem[] {
  const today = work.slots.flatMap(({ items }) => items);
  return [...work.missed, ...today.filter(({ counts }) => counts.overdue > 0)];
}

/** What stands in a slot's own section. */
export function restOfSlot(work: DayWork, slot: Slot): WorkItem[] {
  const items = work.slots.find((it) => it.slot === slot)?.items ?? [];
  return items.filter(({ counts }) => counts.overdue === 0);
}

/** All pieces in the order in which the page shows them. */
export function inOrder(work: DayWork): WorkItem[] {
  return [...overdueOf(work), ...work.slots.flatMap(({ slot }) => restOfSlot(work, slot))];
}

/** Something about it can be done now: a group is due, or is past its time. */
const isPressing = ({ targets }: WorkItem) =>
  targets.some(({ state }) => state === 'due' || isOverdueState(state));

/** Where the hands begin: with what is due, then with what is late, then with what comes next. */
export function firstFocus(work: DayWork, slot?: Slot): Focus | undefined {
  const own = slot ? restOfSlot(work, slot).concat(overdueIn(work, slot)) : [];
  const now = work.slots.filter(({ phase }) => phase === 'now').flatMap(({ items }) => items);
  const all = inOrder(work);
  const piece =
    own[0] ??
    now.find((it) => openTargets(it).length > 0) ??
    all.find(isPressing) ??
    all.find((it) => openTargets(it).length > 0) ??
    all[0];
  return piece && focusOn(piece);
}

const overdueIn = (work: DayWork, slot: Slot) =>
  overdueOf(work).filter(({ item }) => item.date === work.day && item.slot === slot);

/** A piece, at its first group that still waits. */
export function focusOn(piece: WorkItem): Focus {
  const groupId = (openTargets(piece)[0] ?? piece.targets[0])?.groupId ?? '';
  return { itemId: piece.item.id, groupId };
}

/**
 * After these groups of a piece are done: its next open group, else the next piece that something
 * can be done about, else the piece itself.
 */
export function focusAfter(work: DayWork, piece: WorkItem, done: readonly string[]): Focus {
  const left = openTargets(piece).filter(({ groupId }) => !done.includes(groupId));
  const lastDone = piece.targets.findIndex(({ groupId }) => groupId === done.at(-1));
  const behind = left.find(
    ({ groupId }) => piece.targets.findIndex((it) => it.groupId === groupId) > lastDone,
  );
  const next = behind ?? left[0];
  if (next) return { itemId: piece.item.id, groupId: next.groupId };
  const all = inOrder(work);
  const at = all.findIndex(({ item }) => item.id === piece.item.id);
  const others = [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))];
  const pressing = others.find(isPressing);
  return focusOn(pressing ?? piece);
}

/** The piece `steps` further in the order of the page; stops at its ends. */
export function step(work: DayWork, itemId: string | undefined, steps: number): Focus | undefined {
  const all = inOrder(work);
  const at = all.findIndex(({ item }) => item.id === itemId);
  const piece = all[Math.min(all.length - 1, Math.max(0, at + steps))];
  return piece && focusOn(piece);
}
