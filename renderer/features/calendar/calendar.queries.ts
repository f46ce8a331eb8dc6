import type { ContentColumn, ContentItem, WeekPlan } from '@shared/domain/calendar/content.schema';
import { shiftWeek, type Week } from '@shared/domain/calendar/week.rules';
import type { Character } from '@shared/domain/content-results/character.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import { readDb } from '@/db/read';

export type WeekData = {
  week: Week;
  items: ContentItem[];
  plan: WeekPlan | undefined;
  columns: ContentColumn[];
  groups: Group[];
  characters: Character[];
  workspaceName: string;
  /** How much the week before holds: an empty week can be planned like it. */
  previousCount: number;
};

const itemsOf = (week: Week) =>
  readDb.rows('contentItems').between('date', week.monday, week.days[6] ?? week.monday);

/** One week with everything that its grid and its printed sheet show. */
export async function readWeek(week: Week): Promise<WeekData> {
  const [items, previous, plan, columns, groups, characters, workspace] = await Promise.all([
    itemsOf(week),
    itemsOf(shiftWeek(week, -1)),
    readDb.rows('weekPlans').get(week.monday),
    readDb.rows('contentColumns').all(),
    readDb.rows('groups').all(),
    readDb.rows('characters').all(),
    readDb.rows('workspace').get('workspace'),
  ]);
  return {
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
