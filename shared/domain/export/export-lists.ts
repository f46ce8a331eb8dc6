import {
  CALENDAR_COLUMNS,
  CONTENT_RESULT_COLUMNS,
  SUPPLIER_COLUMNS,
  WEATHER_COLUMNS,
} from './columns/content-columns';
import { FUNNEL_COLUMNS, FUNNEL_COUNT_COLUMNS, FUNNEL_EVENT_COLUMNS } from './columns/flow-columns';
import { ROSTER_LIST_COLUMNS, ROSTER_PEOPLE_COLUMNS } from './columns/group-columns';
import { RULE_ENTRY_COLUMNS } from './columns/ledger-columns';
import { MEMBER_COLUMNS } from './columns/member-columns';
import { ORDER_COLUMNS, ORDER_TOTAL_COLUMNS } from './columns/order-columns';
import {
  INTERACTION_COLUMNS,
  MEMBERSHIP_COLUMNS,
  RISK_COLUMNS,
  TAG_ASSIGNMENT_COLUMNS,
  TAG_COLUMNS,
} from './columns/people-columns';
import { REPLY_COLUMNS } from './columns/reply-columns';
import type { ExportColumn } from './export-column';

/** Everything that leaves the console as a table, in the order in which it is offered. */
export const EXPORT_COLUMNS = {
  members: MEMBER_COLUMNS,
  orders: ORDER_COLUMNS,
  orderTotals: ORDER_TOTAL_COLUMNS,
  tags: TAG_COLUMNS,
  tagAssignments: TAG_ASSIGNMENT_COLUMNS,
  memberships: MEMBERSHIP_COLUMNS,
  funnel: FUNNEL_COLUMNS,
  funnelEvents: FUNNEL_EVENT_COLUMNS,
  funnelCounts: FUNNEL_COUNT_COLUMNS,
  calendar: CALENDAR_COLUMNS,
  contentResults: CONTENT_RESULT_COLUMNS,
  interactions: INTERACTION_COLUMNS,
  supplierReadings: SUPPLIER_COLUMNS,
  weatherDays: WEATHER_COLUMNS,
  riskEntries: RISK_COLUMNS,
  rosterLists: ROSTER_LIST_COLUMNS,
  rosterPeople: ROSTER_PEOPLE_COLUMNS,
  replies: REPLY_COLUMNS,
  ruleEntries: RULE_ENTRY_COLUMNS,
} as const satisfies Record<string, readonly ExportColumn[]>;

export type ExportList = keyof typeof EXPORT_COLUMNS;
export const EXPORT_LISTS = Object.keys(EXPORT_COLUMNS) as ExportList[];

export const columnsOf = (list: ExportList): readonly ExportColumn[] => EXPORT_COLUMNS[list];

/** The columns that are chosen before anybody chose: all but the extras, in the catalogue's order. */
export const firstColumns = (list: ExportList): string[] =>
  columnsOf(list)
    .filter((column) => !column.isExtra)
    .map((column) => column.key);

/** The catalogue's columns for these keys, in their order; keys of an older console are left out. */
export function pickColumns(list: ExportList, keys: readonly string[]): ExportColumn[] {
  const known = new Map(columnsOf(list).map((column) => [column.key, column]));
  return keys.flatMap((key) => known.get(key) ?? []);
}

/** Whether the list can name phone numbers at all, so that masking is a question. */
export const hasPhones = (list: ExportList): boolean =>
  columnsOf(list).some((column) => column.type === 'phone' || column.isPersonal);
