import { Button } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { EmptyState } from '@/ui/empty-state';
import { clearOrderFilters } from './order-view';
import { ordersMessages } from './orders.messages';

export function OrdersEmpty() {
  const t = useMessages(ordersMessages);
  const [, navigate] = useLocation();
  return (
    <EmptyState
      icon={IconReceipt}
      title={t('emptyTitle')}
      text={t('emptyText')}
      action={<Button onClick={() => navigate('/import')}>{t('emptyImport')}</Button>}
    />
  );
}

export function NothingFits() {
  const t = useMessages(ordersMessages);
  return (
    <EmptyState
      title={t('nothing')}
      text={t('nothingHint')}
      action={
        <Button variant="default" onClick={clearOrderFilters}>
          {t('clearFilters')}
        </Button>
      }
    />
  );
}
