import { useMessages } from '@/app/i18n/messages';
import { Page } from '@/ui/page';
import { segmentsMessages } from './segments.messages';

export function SegmentsPage() {
  const t = useMessages(segmentsMessages);
  return (
    <Page testId="page-segments" title={t('title')} ready>
      <span />
    </Page>
  );
}
