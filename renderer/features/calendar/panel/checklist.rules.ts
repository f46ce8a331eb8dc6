import type { ContentItem } from '@shared/domain/calendar/content.schema';

export type CheckItem = NonNullable<ContentItem['checklist']>[number];

export const MOST_CHECKS = 30;
export const LONGEST_CHECK = 200;

/** The list with one entry carried a step up (-1) or down (1); the same at the rim. */
export function moveCheck(list: readonly CheckItem[], index: number, step: -1 | 1): CheckItem[] {
  const moved = [...list];
  const [entry] = moved.splice(index, 1);
  if (!entry || index + step < 0 || index + step > moved.length) return [...list];
  moved.splice(index + step, 0, entry);
  return moved;
}

/** Pasted lines become entries of their own, without the marks that lists are written with. */
export function checksOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•·□☐]|\d+[.、)）])\s*/, '').trim())
    .filter((line) => line !== '');
}
