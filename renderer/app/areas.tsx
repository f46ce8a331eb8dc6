import {
  IconCalendarWeek,
  IconFileImport,
  IconMessages,
  IconReceipt,
  IconRoute,
  IconSettings,
  IconSun,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { TodayPage } from '@/features/today';
import type { navMessages } from './i18n/nav.messages';

export type AreaId = Exclude<keyof typeof navMessages.zh, 'brand'>;

export type Area = {
  id: AreaId;
  icon: TablerIcon;
  Page: ComponentType | LazyExoticComponent<ComponentType>;
  /** Fetches the area's code ahead of the click. */
  preload: () => void;
};

function area(id: AreaId, icon: TablerIcon, load: () => Promise<ComponentType>): Area {
  return {
    id,
    icon,
    Page: lazy(async () => ({ default: await load() })),
    preload: () => void load().catch(() => undefined),
  };
}

/**
 * The areas that do something real, in the order and the groups of the navigation. Each is a chunk
 * of its own; only Today, which everybody sees first, comes with the shell.
 */
export const areaGroups: readonly (readonly Area[])[] = [
  [
    { id: 'today', icon: IconSun, Page: TodayPage, preload: () => undefined },
    area('sop', IconRoute, async () => (await import('@/features/sop')).SopPage),
    area(
      'calendar',
      IconCalendarWeek,
      async () => (await import('@/features/calendar')).CalendarPage,
    ),
  ],
  [
    area('members', IconUsers, async () => (await import('@/features/members')).MembersPage),
    area('orders', IconReceipt, async () => (await import('@/features/orders')).OrdersPage),
    area('groups', IconMessages, async () => (await import('@/features/groups')).GroupsPage),
  ],
  [
    area('import', IconFileImport, async () => (await import('@/features/import')).ImportPage),
    area('settings', IconSettings, async () => (await import('@/features/settings')).SettingsPage),
  ],
];

export const areas: readonly Area[] = areaGroups.flat();
