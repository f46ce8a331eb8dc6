import { type InsideCounts, insideTotal, NOBODY_INSIDE } from '@shared/domain/groups/entry.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { classesInUse } from '@shared/domain/groups/member-class.rules';
import type { MemberClass, WaitingEntry } from '@shared/domain/groups/member-class.schema';
import {
  PLACEMENT_RULES_ID,
  type PlacementRules,
  readPlacementRules,
} from '@shared/domain/groups/placement-settings.schema';
import { currentLanguage } from '@/app/i18n/i18n';
import { readDb } from '@/db/read';
import type { InsideByGroup } from '@/workers/groups/group-types';

export type GroupWithCount = { group: Group; count: number; inside: InsideCounts };

/** What decides who may enter where, beside who is inside. */
export type ClassBook = {
  classes: MemberClass[];
  rules: PlacementRules;
  language: 'zh' | 'en';
};

export async function readClassBook(): Promise<ClassBook> {
  const [stored, settings] = await Promise.all([
    readDb.rows('memberClasses').all(),
    readDb.rows('modelSettings').get(PLACEMENT_RULES_ID),
  ]);
  const language = currentLanguage() === 'en' ? 'en' : 'zh';
  return {
    classes: classesInUse(stored, language),
    rules: readPlacementRules(settings?.settings),
    language,
  };
}

export const readGroups = (): Promise<Group[]> => readDb.rows('groups').all();

const byName = new Intl.Collator('zh-CN', { numeric: true }).compare;

/** Every group with the people inside: those still running first, then by name, 2 before 10. */
export function withCounts(groups: readonly Group[], inside: InsideByGroup): GroupWithCount[] {
  const isGone = (group: Group) => Number(group.phase === 'dissolved');
  return [...groups]
    .sort((a, b) => isGone(a) - isGone(b) || byName(a.name, b.name))
    .map((group) => {
      const counts = inside[group.id] ?? NOBODY_INSIDE;
      return { group, inside: counts, count: insideTotal(counts) };
    });
}

/** The waiting list, those who wait longest first. */
export async function readWaiting(): Promise<WaitingEntry[]> {
  return (await readDb.rows('waitingEntries').all()).sort(
    (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
  );
}

/** Titles of the runs that brought people in. */
export async function readRunTitles(): Promise<Map<string, string>> {
  return new Map((await readDb.rows('sopRuns').all()).map(({ id, title }) => [id, title]));
}
