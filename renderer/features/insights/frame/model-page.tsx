import { Button, Loader } from '@mantine/core';
import { IconChartDots3 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { EmptyState } from '@/ui/empty-state';
import type { InsightNote } from '@/workers/insights/insights-types';
import { insightsMessages } from '../insights.messages';
import type { InsightTab } from '../insights-tabs';
import { InsightsFrame } from './insights-frame';
import classes from './insights-frame.module.css';
import { Remarks } from './remarks';
import { useInsight } from './use-insight';

type ModelPageProps<A> = {
  tab: InsightTab;
  ask: () => Promise<A>;
  /** Nothing to work with: no orders at all. */
  isEmpty: (answer: A) => boolean;
  subtitle: (answer: A) => ReactNode;
  notes?: (answer: A) => readonly InsightNote[];
  actions?: (answer: A) => ReactNode;
  children: (answer: A) => ReactNode;
};

/** A model's page through its states: waiting, nothing there, not worked out, worked out. */
export function ModelPage<A>(props: ModelPageProps<A>) {
  const { tab, ask, isEmpty, subtitle, notes, actions, children } = props;
  const t = useMessages(insightsMessages);
  const insight = useInsight(ask);
  switch (insight.state) {
    case 'waiting':
      return (
        <InsightsFrame tab={tab} ready={false}>
          <div className={classes.waiting} role="status">
            <Loader size="sm" aria-hidden />
            {t('waiting')}
          </div>
        </InsightsFrame>
      );
    case 'problem':
      return (
        <InsightsFrame tab={tab} ready>
          <EmptyState
            title={t('problemTitle')}
            text={t('problemText')}
            action={<Button onClick={insight.again}>{t('again')}</Button>}
          />
        </InsightsFrame>
      );
    case 'answered': {
      const { answer } = insight;
      if (isEmpty(answer)) {
        return (
          <InsightsFrame tab={tab} ready>
            <EmptyState
              icon={IconChartDots3}
              title={t('emptyTitle')}
              text={t('emptyText')}
              action={
                <Button component={Link} href="/import" data-testid="insights-import">
                  {t('emptyAction')}
                </Button>
              }
            />
          </InsightsFrame>
        );
      }
      return (
        <InsightsFrame tab={tab} subtitle={subtitle(answer)} actions={actions?.(answer)} ready>
          <Remarks notes={notes?.(answer) ?? []} />
          {children(answer)}
        </InsightsFrame>
      );
    }
  }
}
