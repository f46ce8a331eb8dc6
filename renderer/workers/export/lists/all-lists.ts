import type { ExportList } from '@shared/domain/export/export-lists';
import {
  calendarList,
  contentResultsList,
  supplierReadingsList,
  weatherDaysList,
} from './content-lists';
import { funnelCountsList, funnelEventsList, funnelList } from './flow-lists';
import { rosterListsList, rosterPeopleList } from './group-lists';
import { ruleEntriesList } from './ledger-list';
import type { ExportListDefinition } from './list-source';
import { membersList } from './members-list';
import { ordersList, orderTotalsList } from './orders-list';
import { interactionsList, membershipsList, riskEntriesList } from './people-lists';
import { repliesList } from './reply-lists';
import { tagAssignmentsList, tagsList } from './tag-lists';

export const allLists: Record<ExportList, ExportListDefinition> = {
  members: membersList,
  orders: ordersList,
  orderTotals: orderTotalsList,
  tags: tagsList,
  tagAssignments: tagAssignmentsList,
  memberships: membershipsList,
  funnel: funnelList,
  funnelEvents: funnelEventsList,
  funnelCounts: funnelCountsList,
  calendar: calendarList,
  contentResults: contentResultsList,
  interactions: interactionsList,
  supplierReadings: supplierReadingsList,
  weatherDays: weatherDaysList,
  riskEntries: riskEntriesList,
  rosterLists: rosterListsList,
  rosterPeople: rosterPeopleList,
  replies: repliesList,
  ruleEntries: ruleEntriesList,
};
