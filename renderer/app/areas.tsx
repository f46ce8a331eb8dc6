import {
  IconCalendarWeek,
  IconFileImport,
  IconMessages,
  IconReceipt,
  IconRoute,
  IconSettings,
  IconSun,
  IconTags,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { TodayPage } from '@/features/today';
import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';
import type { navMessages } from './i18n/nav.messages';

export type AreaId = Exclude<keyof typeof navMessages.zh, 'brand'>;

export type Area = {
  id: AreaId;
  icon: TablerIcon;
  Page: ComponentType;
  /** Fetches the area's code ahead of the click. */
  preload: () => void;
};

function area(id: AreaId, icon: TablerIcon, load: () => Promise<ComponentType>): Area {
  const { Part, preload } = deferred(load, <PageSkeleton />);
  return { id, icon, Page: Part, preload };
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
    area('tags', IconTags, async () => (await import('@/features/tags')).TagsPage),
    area('groups', IconMessages, async () => (await import('@/features/groups')).GroupsPage),
  ],
  [
    area('import', IconFileImport, async () => (await import('@/features/import')).ImportPage),
    area('settings', IconSettings, async () => (await import('@/features/settings')).SettingsPage),
  ],
];

export const areas: readonly Area[] = areaGroups.flat();

/** The start leads to Today unless the address names another area. */
export const addressIsToday = (): boolean =>
  ['', 'today'].includes(window.location.hash.split('/')[1] ?? '');

/** A start at some area (a reload, a shortcut) fetches its code while the database is opening. */
export function preloadAreaOfAddress(): void {
  const wanted = window.location.hash.split('/')[1];
  areas.find(({ id }) => id === wanted)?.preload();
}
