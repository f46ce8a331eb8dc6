import { useMessages } from '@/app/i18n/messages';
import { Page } from '@/ui/page';
import { flowTemplatesMessages } from './flow-templates.messages';

export function FlowTemplatesPage() {
  const t = useMessages(flowTemplatesMessages);
  return (
    <Page testId="page-sop" title={t('title')} ready>
      {null}
    </Page>
  );
}
