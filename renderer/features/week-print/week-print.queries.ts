import type { ContentColumn, ContentItem, WeekPlan } from '@shared/domain/calendar/content.schema';
import type { Week } from '@shared/domain/calendar/week.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { readDb } from '@/db/read';

export type PrintedWeek = {
  items: ContentItem[];
  plan: WeekPlan | undefined;
  columns: ContentColumn[];
  /** Those that are not dissolved. */
  groups: Group[];
  workspaceName: string;
};

/** All that the sheets of a week show, as it is stored at this moment. */
export async function readPrintedWeek(week: Week): Promise<PrintedWeek> {
  const [items, plan, columns, groups, workspace] = await Promise.all([
    readDb.rows('contentItems').between('date', week.monday, week.days[6] ?? week.monday),
    readDb.rows('weekPlans').get(week.monday),
    readDb.rows('contentColumns').all(),
    readDb.rows('groups').all(),
    readDb.rows('workspace').get('workspace'),
  ]);
  return {
    items,
    plan,
    columns,
    groups: groups.filter((group) => group.phase !== 'dissolved'),
    workspaceName: workspace?.name ?? '',
  };
}
