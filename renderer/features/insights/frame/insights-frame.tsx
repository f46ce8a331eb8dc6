import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { Page } from '@/ui/page';
import { insightsMessages } from '../insights.messages';
import { INSIGHT_TABS, type InsightTab } from '../insights-tabs';
import classes from './insights-frame.module.css';

type InsightsFrameProps = {
  tab: InsightTab;
  subtitle?: ReactNode;
  actions?: ReactNode;
  ready: boolean;
  children: ReactNode;
};

/** The page around every model, with the way to the others. */
export function InsightsFrame({ tab, subtitle, actions, ready, children }: InsightsFrameProps) {
  const t = useMessages(insightsMessages);
  return (
    <Page
      testId="page-insights"
      title={t('title')}
      subtitle={subtitle ?? ' '}
      actions={actions}
      filters={
        <nav className={classes.tabs} aria-label={t('tabsLabel')}>
          {INSIGHT_TABS.map((other) => (
            <Link
              key={other}
              href={`/members/insights/${other}`}
              className={classes.tab}
              data-testid={`insights-tab-${other}`}
              {...(other === tab ? { 'aria-current': 'page' } : {})}
            >
              {t(`tabs.${other}`)}
            </Link>
          ))}
        </nav>
      }
      ready={ready}
    >
      <div className={classes.body} data-testid={`insights-${tab}`}>
        {children}
      </div>
    </Page>
  );
}
