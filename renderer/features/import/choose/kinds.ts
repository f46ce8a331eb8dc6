import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import {
  type Icon,
  IconAddressBook,
  IconCalendarWeek,
  IconChartBar,
  IconCloud,
  IconFilter,
  IconMessages,
  IconReceipt,
  IconTruckDelivery,
} from '@tabler/icons-react';

/** What the rows of a file can be, in the order in which leaders need it. */
export const OFFERED_KINDS: readonly ImportKind[] = [
  'members',
  'orders',
  'funnel',
  'interactions',
  'results',
  'content',
  'suppliers',
  'weather',
];

export const KIND_ICONS: Record<ImportKind, Icon> = {
  members: IconAddressBook,
  orders: IconReceipt,
  funnel: IconFilter,
  interactions: IconMessages,
  results: IconChartBar,
  content: IconCalendarWeek,
  suppliers: IconTruckDelivery,
  weather: IconCloud,
};
