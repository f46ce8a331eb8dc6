import { useMessages } from '@/app/i18n/messages';
import { Page } from '@/ui/page';
import { insightsMessages } from './insights.messages';

export function InsightsPage() {
  const t = useMessages(insightsMessages);
  return (
    <Page testId="page-insights" title={t('title')} ready>
      <span />
    </Page>
  );
}
