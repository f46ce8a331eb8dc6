import type { ComponentType } from 'react';
import type { GroupSection } from '@/features/group-life';
import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';

export type SectionProps = { groupId: string };

const part = (load: () => Promise<ComponentType<SectionProps>>) =>
  deferred(load, <PageSkeleton />).Part;

/** The pages of one group; a section without one is not offered. */
export const sections: Partial<Record<GroupSection, ComponentType<SectionProps>>> = {
  overview: part(async () => (await import('@/features/group-story')).OverviewSection),
  lists: part(async () => (await import('@/features/group-lists')).ListsSection),
  people: part(async () => (await import('./people-section')).PeopleSection),
  activity: part(async () => (await import('@/features/group-activity')).ActivitySection),
  trust: part(async () => (await import('@/features/group-trust')).TrustSection),
  worth: part(async () => (await import('@/features/group-worth')).WorthSection),
  transfer: part(async () => (await import('@/features/group-transfer')).TransferSection),
  rules: part(async () => (await import('@/features/group-rules')).RulesSection),
};
