import type { ComponentType } from 'react';
import { useLocation } from 'wouter';
import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';
import { AreaTabs } from './area-tabs';
import classes from './members-area.module.css';
import { MemberListPage } from './members-page';

const part = (load: () => Promise<ComponentType>) => deferred(load, <PageSkeleton />).Part;

/** What lies beside the list of members, by the second word of the address. */
const parts: Record<string, ComponentType> = {
  duplicates: part(async () => (await import('@/features/duplicates')).DuplicatesPage),
  segments: part(async () => (await import('@/features/segments')).SegmentsPage),
  insights: part(async () => (await import('@/features/insights')).InsightsPage),
  growth: part(async () => (await import('@/features/growth-value')).GrowthValuePage),
  feelings: part(async () => (await import('@/features/feelings')).FeelingsPage),
};

/** Everything about people: the list, segments, models, growth value, what they say. */
export function MembersPage() {
  const [location] = useLocation();
  const word = location.split('/')[2] ?? '';
  const Part = parts[word] ?? MemberListPage;
  return (
    <div className={classes.area}>
      <AreaTabs current={word in parts ? word : ''} />
      <div className={classes.body}>
        <Part />
      </div>
    </div>
  );
}
