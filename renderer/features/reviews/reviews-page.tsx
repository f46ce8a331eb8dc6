import { useMessages } from '@/app/i18n/messages';
import { Page } from '@/ui/page';
import { reviewsMessages } from './reviews.messages';

export function ReviewsPage() {
  const t = useMessages(reviewsMessages);
  return (
    <Page testId="page-sop" title={t('title')} ready>
      {null}
    </Page>
  );
}
