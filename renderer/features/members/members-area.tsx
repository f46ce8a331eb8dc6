import type { ComponentType } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { AreaFrame } from '@/ui/area-frame';
import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';
import { membersMessages } from './members.messages';
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

const TABS = ['list', 'segments', 'insights', 'growth', 'feelings'] as const;

/** Everything about people: the list, segments, models, growth value, what they say. */
export function MembersPage() {
  const t = useMessages(membersMessages);
  const [location] = useLocation();
  const word = location.split('/')[2] ?? '';
  const Part = parts[word] ?? MemberListPage;
  return (
    <AreaFrame
      label={t('tabs.label')}
      testId="members"
      open={TABS.find((tab) => tab === word) ?? 'list'}
      tabs={TABS.map((key) => ({
        key,
        href: key === 'list' ? '/members' : `/members/${key}`,
        label: t(`tabs.${key}`),
      }))}
    >
      <Part />
    </AreaFrame>
  );
}
