import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { EmptyState } from '@/ui/empty-state';
import { clearFilters } from './member-view';
import { membersMessages } from './members.messages';

/** Before anything was imported: what will be here, why it matters, the one action. */
export function MembersEmpty() {
  const t = useMessages(membersMessages);
  const [, navigate] = useLocation();
  return (
    <EmptyState
      icon={IconUsers}
      title={t('emptyTitle')}
      text={t('emptyText')}
      action={<Button onClick={() => navigate('/import')}>{t('emptyImport')}</Button>}
    />
  );
}

export function NobodyFits() {
  const t = useMessages(membersMessages);
  return (
    <EmptyState
      title={t('nobody')}
      text={t('nobodyHint')}
      action={
        <Button variant="default" onClick={clearFilters}>
          {t('clearFilters')}
        </Button>
      }
    />
  );
}
