import { useMessages } from '@/app/i18n/messages';
import { Page } from '@/ui/page';
import { positioningMessages } from './positioning.messages';

export function PositioningPage() {
  const t = useMessages(positioningMessages);
  return (
    <Page testId="page-sop" title={t('title')} ready>
      {null}
    </Page>
  );
}
