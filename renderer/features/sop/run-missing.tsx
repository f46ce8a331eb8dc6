import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { Page } from '@/ui/page';
import { sopMessages } from './sop.messages';

/** The address names a run that is not (or no longer) there. */
export function RunMissing() {
  const t = useMessages(sopMessages);
  return (
    <Page
      testId="page-sop"
      ready
      title={t('missing')}
      subtitle={t('missingText')}
      actions={
        <Button component={Link} href="/sop" variant="default">
          {t('back')}
        </Button>
      }
    >
      {null}
    </Page>
  );
}
