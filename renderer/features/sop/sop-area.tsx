import type { ComponentType } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { FunnelPage } from '@/features/funnel';
import { RescuePage } from '@/features/rescue';
import { TouchPage } from '@/features/touch';
import { AreaFrame } from '@/ui/area-frame';
import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';
import { RunList } from './list/run-list';
import { RunPage } from './run-page';
import { sopMessages } from './sop.messages';

const page = (load: () => Promise<ComponentType>) => deferred(load, <PageSkeleton />).Part;

/** What lies beside the list of runs, by the second word of the address. */
const parts: Record<string, ComponentType> = {
  touch: TouchPage,
  reviews: page(async () => (await import('@/features/reviews')).ReviewsPage),
  templates: page(async () => (await import('./start/templates-tab')).TemplatesTab),
  positioning: page(async () => (await import('@/features/positioning')).PositioningPage),
};

const TABS = ['runs', 'touch', 'reviews', 'templates', 'positioning'] as const;

/** Standard flows: the runs, one run, and what lies around them. */
export function SopPage() {
  const t = useMessages(sopMessages);
  const [location] = useLocation();
  const [, , word = '', position = '', id = ''] = location.split('/');
  const Part = parts[word];
  if (!Part && word !== '') {
    if (position === 'funnel') return <FunnelPage key={word} runId={word} />;
    if (position === 'rescue') return <RescuePage key={id} taskId={id} />;
    return (
      <RunPage key={`${word}/${position}`} runId={word} position={Number(position) || undefined} />
    );
  }
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
