import type { ContentColumn, ContentItem, WeekPlan } from '@shared/domain/calendar/content.schema';
import { shiftWeek, type Week, weekOf } from '@shared/domain/calendar/week.rules';
import type { Character } from '@shared/domain/content-results/character.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import { readDb } from '@/db/read';

export type PlanData = {
  from: string;
  to: string;
  /** The week of the day in focus. */
  week: Week;
  /** Everything between the two days. */
  items: ContentItem[];
  plan: WeekPlan | undefined;
  columns: ContentColumn[];
  groups: Group[];
  characters: Character[];
  workspaceName: string;
  /** How much the week before holds: an empty week can be planned like it. */
  previousCount: number;
};

const itemsBetween = (from: string, to: string) =>
  readDb.rows('contentItems').between('date', from, to);

/** A span of days with everything that its grid shows. */
export async function readPlan(span: {
  from: string;
  to: string;
  monday: string;
}): Promise<PlanData> {
  const { from, to, monday } = span;
  const week = weekOf(monday);
  const before = shiftWeek(week, -1).days;
  const [items, previous, plan, columns, groups, characters, workspace] = await Promise.all([
    itemsBetween(from, to),
    itemsBetween(before[0] ?? monday, before[6] ?? monday),
    readDb.rows('weekPlans').get(monday),
    readDb.rows('contentColumns').all(),
    readDb.rows('groups').all(),
    readDb.rows('characters').all(),
    readDb.rows('workspace').get('workspace'),
  ]);
  return {
    from,
    to,
    week,
    items,
    plan,
    columns,
    groups: groups.filter((group) => group.phase !== 'dissolved'),
    characters: characters.filter((character) => character.isArchived !== true),
    workspaceName: workspace?.name ?? '',
    previousCount: previous.length,
  };
}

/** Items by id, as they are now; those that are gone are left out. */
export async function readItems(ids: readonly string[]): Promise<ContentItem[]> {
  const found = await Promise.all(ids.map((id) => readDb.rows('contentItems').get(id)));
  return found.filter((item) => item !== undefined);
}
