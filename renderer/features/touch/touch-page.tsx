import { useMessages } from '@/app/i18n/messages';
import { Page } from '@/ui/page';
import { touchMessages } from './touch.messages';

export function TouchPage() {
  const t = useMessages(touchMessages);
  return (
    <Page testId="page-sop" title={t('title')} ready>
      {null}
    </Page>
  );
}
