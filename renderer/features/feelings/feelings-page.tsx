import { useMessages } from '@/app/i18n/messages';
import { Page } from '@/ui/page';
import { feelingsMessages } from './feelings.messages';

export function FeelingsPage() {
  const t = useMessages(feelingsMessages);
  return (
    <Page testId="page-feelings" title={t('title')} ready>
      <span />
    </Page>
  );
}
