import type { ComponentType } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { AreaFrame } from '@/ui/area-frame';
import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';
import { RunList } from './list/run-list';
import { RunPage } from './run-page';
import { sopMessages } from './sop.messages';

const part = (load: () => Promise<ComponentType>) => deferred(load, <PageSkeleton />).Part;

/** What lies beside the list of runs, by the second word of the address. */
const parts: Record<string, ComponentType> = {
  touch: part(async () => (await import('@/features/touch')).TouchPage),
  reviews: part(async () => (await import('@/features/reviews')).ReviewsPage),
  templates: part(async () => (await import('@/features/flow-templates')).FlowTemplatesPage),
  positioning: part(async () => (await import('@/features/positioning')).PositioningPage),
};

const TABS = ['runs', 'touch', 'reviews', 'templates', 'positioning'] as const;

/** Standard flows: the runs, one run, and what lies around them. */
export function SopPage() {
  const t = useMessages(sopMessages);
  const [location] = useLocation();
  const word = location.split('/')[2] ?? '';
  const Part = parts[word];
  if (!Part && word !== '') return <RunPage key={word} runId={word} />;
  return (
    <AreaFrame
      label={t('tabs.label')}
      testId="sop"
      open={TABS.find((tab) => tab === word) ?? 'runs'}
      tabs={TABS.map((key) => ({
        key,
        href: key === 'runs' ? '/sop' : `/sop/${key}`,
        label: t(`tabs.${key}`),
      }))}
    >
      {Part ? <Part /> : <RunList />}
    </AreaFrame>
  );
}
