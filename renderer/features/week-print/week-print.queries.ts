import type { ContentColumn, ContentItem, WeekPlan } from '@shared/domain/calendar/content.schema';
import {
  readSendVariables,
  SEND_VARIABLES_ID,
  type SendVariables,
} from '@shared/domain/calendar/send-variables.schema';
import { SLOT_SETTINGS_ID } from '@shared/domain/calendar/slot-defaults';
import { readSlotSettings, type SlotSettings } from '@shared/domain/calendar/slot-settings.schema';
import { weekOf } from '@shared/domain/calendar/week.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { readDb } from '@/db/read';
import { PRINT_LOGO_ID, type PrintLogo, readPrintLogo } from './print-logo';

/** All that the sheets of some days show, as it is stored at this moment. */
export type PrintedPlan = {
  days: readonly string[];
  items: ContentItem[];
  /** Of the week that the first day lies in. */
  plan: WeekPlan | undefined;
  columns: ContentColumn[];
  /** Those that are not dissolved. */
  groups: Group[];
  slots: SlotSettings;
  variables: SendVariables;
  logo: PrintLogo | undefined;
  workspaceName: string;
  timeZone: string;
};

export async function readPrintedPlan(days: readonly string[]): Promise<PrintedPlan> {
  const first = days[0] ?? '';
  const last = days.at(-1) ?? first;
  const settings = readDb.rows('modelSettings');
  const [items, plan, columns, groups, slots, variables, logo, workspace] = await Promise.all([
    readDb.rows('contentItems').between('date', first, last),
    readDb.rows('weekPlans').get(weekOf(first).monday),
    readDb.rows('contentColumns').all(),
    readDb.rows('groups').all(),
    settings.get(SLOT_SETTINGS_ID),
    settings.get(SEND_VARIABLES_ID),
    settings.get(PRINT_LOGO_ID),
    readDb.rows('workspace').get('workspace'),
  ]);
  return {
    days,
    items,
    plan,
    columns,
    groups: groups.filter((group) => group.phase !== 'dissolved'),
    slots: readSlotSettings(slots?.settings),
    variables: readSendVariables(variables?.settings),
    logo: readPrintLogo(logo?.settings),
    workspaceName: workspace?.name ?? '',
    timeZone: workspace?.timeZone ?? DEFAULT_TIME_ZONE,
  };
}
