import { Button, Drawer } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Page } from '@/ui/page';
import { GroupForm } from './group-form';
import { GroupTable } from './group-table';
import { groupsMessages } from './groups.messages';
import classes from './groups.module.css';
import { useClassBook, useGroups, useWaitingCounts } from './use-groups';

/** The groups, their class and room; a group opens as a page of its own. */
export function GroupListPage() {
  const t = useMessages(groupsMessages);
  const format = useFormat();
  const groups = useGroups();
  const book = useClassBook();
  const waiting = useWaitingCounts();
  const [isNew, setNew] = useState(false);
  const people = groups?.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const close = () => setNew(false);
  return (
    <Page
      testId="page-groups"
      ready={groups !== undefined}
      fill
      title={t('title')}
      subtitle={
        groups && groups.length > 0
          ? t('subtitle', { groups: format.count(groups.length), people: format.count(people) })
          : t('subtitleEmpty')
      }
      actions={
        <Button
          leftSection={<IconPlus size={16} />}
          data-testid="group-new"
          onClick={() => setNew(true)}
        >
          {t('create')}
        </Button>
      }
    >
      {groups && groups.length > 0 && <GroupTable groups={groups} book={book} waiting={waiting} />}
      {groups?.length === 0 && (
        <div className={classes.empty}>
          <IconUsersGroup size={40} stroke={1.4} aria-hidden />
          <h2>{t('emptyTitle')}</h2>
          <p>{t('emptyText')}</p>
        </div>
      )}
      <Drawer opened={isNew} onClose={close} title={t('create')} size="sm">
        <GroupForm
          onCancel={close}
          onSaved={(_, name) => {
            close();
            showDone(t('created', { name }), { undo: true });
          }}
        />
      </Drawer>
    </Page>
  );
}
