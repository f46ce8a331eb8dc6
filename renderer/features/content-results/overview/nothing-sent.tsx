import { Button } from '@mantine/core';
import { IconChartHistogram } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { EmptyState } from '@/ui/empty-state';
import { overviewMessages } from './overview.messages';

/** What will be here once something was sent. */
export function NothingSent() {
  const t = useMessages(overviewMessages);
  return (
    <EmptyState
      icon={IconChartHistogram}
      title={t('emptyTitle')}
      text={t('emptyText')}
      action={
        <Button component={Link} href="/calendar">
          {t('toPlan')}
        </Button>
      }
    />
  );
}
