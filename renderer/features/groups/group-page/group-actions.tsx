import { ActionIcon, Drawer, Menu } from '@mantine/core';
import type { Group } from '@shared/domain/groups/group.schema';
import { IconDoorExit, IconDots, IconNote, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { groupAddress } from '@/features/group-life';
import { deferred } from '@/ui/deferred';
import { GroupForm } from '../group-form';
import { groupsMessages } from '../groups.messages';
import { groupPageMessages } from './group-page.messages';

const NoteDialog = deferred(async () => (await import('@/features/group-story')).NoteDialog).Part;

type GroupActionsProps = { group: Group; mayDissolve: boolean };

/** What is done with the whole group, from any of its pages. */
export function GroupActions({ group, mayDissolve }: GroupActionsProps) {
  const t = useMessages(groupPageMessages);
  const groups = useMessages(groupsMessages);
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<'edit' | 'note'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('more')}
            title={t('more')}
            data-testid="group-more"
          >
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {group.phase !== 'dissolved' && (
            <Menu.Item
              leftSection={<IconPencil size={16} />}
              data-testid="group-edit"
              onClick={() => setOpen('edit')}
            >
              {t('edit')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconNote size={16} />}
            data-testid="group-note"
            onClick={() => setOpen('note')}
          >
            {t('note')}
          </Menu.Item>
          {mayDissolve && (
            <Menu.Item
              leftSection={<IconDoorExit size={16} />}
              data-testid="group-dissolve"
              onClick={() => navigate(groupAddress(group.id, 'transfer'))}
            >
              {t(group.phase === 'dissolved' ? 'reopen' : 'dissolve')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Drawer opened={open === 'edit'} onClose={close} title={t('edit')} size="sm">
        <GroupForm
          group={group}
          onCancel={close}
          onSaved={(_, name) => {
            close();
            showDone(groups('edited', { name }), { undo: true });
          }}
        />
      </Drawer>
      {open === 'note' && <NoteDialog group={group} onClose={close} />}
    </>
  );
}
