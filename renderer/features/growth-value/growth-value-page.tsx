import { useMessages } from '@/app/i18n/messages';
import { Page } from '@/ui/page';
import { growthValueMessages } from './growth-value.messages';

export function GrowthValuePage() {
  const t = useMessages(growthValueMessages);
  return (
    <Page testId="page-growth-value" title={t('title')} ready>
      <span />
    </Page>
  );
}
