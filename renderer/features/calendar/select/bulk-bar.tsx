import { Button, Menu } from '@mantine/core';
import type { ColumnChoice } from '@shared/domain/calendar/column.schema';
import {
  COLUMN_CATEGORIES,
  CONTENT_STATUSES,
  type ContentItem,
} from '@shared/domain/calendar/content.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import { IconTrash, IconX } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { StatusIcon } from '@/features/content-items';
import type { ItemActions } from '../use-item-actions';
import { bulkMessages } from './bulk.messages';
import classes from './bulk-bar.module.css';
import { GroupsPopover, OwnerPopover } from './bulk-people';
import { PlacePopover } from './bulk-place';

type BulkBarProps = {
  /** In reading order; at least one. */
  chosen: readonly ContentItem[];
  columns: readonly ColumnChoice[];
  groups: readonly Group[];
  owners: readonly string[];
  actions: ItemActions;
  onClear: () => void;
};

/** What can be done with all chosen items at once; each is one step to take back. */
export function BulkBar({ chosen, columns, groups, owners, actions, onClear }: BulkBarProps) {
  const t = useMessages(bulkMessages);
  const words = useMessages(wordsMessages);
  const leave = (event: KeyboardEvent<HTMLDivElement>) => {
    // What is open above the bar closes first: its keys come through here as well.
    const isOfBar = event.currentTarget.contains(event.target as Node);
    if (event.key !== 'Escape' || event.defaultPrevented || !isOfBar) return;
    const [first] = chosen;
    onClear();
    document.querySelector<HTMLElement>(`[data-item-id="${first?.id}"]`)?.focus();
  };
  return (
    <div
      className={classes.bar}
      role="toolbar"
      aria-label={t('bar')}
      data-testid="cal-bulk"
      onKeyDown={leave}
    >
      <b className={classes.count}>{t('chosen', { count: chosen.length })}</b>
      <PlacePopover chosen={chosen} actions={actions} />
      <BulkMenu label={t('status')}>
        {CONTENT_STATUSES.map((status) => (
          <Menu.Item
            key={status}
            leftSection={<StatusIcon status={status} />}
            onClick={() => void actions.setStatus(chosen, status)}
          >
            {words(`contentStatus.${status}`)}
          </Menu.Item>
        ))}
      </BulkMenu>
      <OwnerPopover
        owners={owners}
        onOwner={(owner) => void actions.edit(chosen, { owner: owner === '' ? null : owner })}
      />
      {groups.length > 0 && (
        <GroupsPopover
          groups={groups}
          onGroups={(groupIds) => void actions.edit(chosen, { groupIds })}
        />
      )}
      <BulkMenu label={t('column')}>
        {COLUMN_CATEGORIES.map((category) => (
          <div key={category}>
            <Menu.Label>{words(`columnCategory.${category}`)}</Menu.Label>
            {columns
              .filter((column) => column.category === category)
              .map(({ id, name }) => (
                <Menu.Item key={id} onClick={() => void actions.edit(chosen, { columnId: id })}>
                  {name}
                </Menu.Item>
              ))}
          </div>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void actions.edit(chosen, { columnId: null })}>
          {t('noColumn')}
        </Menu.Item>
      </BulkMenu>
      <Button
        size="compact-sm"
        variant="subtle"
        c="var(--q-red-text)"
        leftSection={<IconTrash size={14} aria-hidden />}
        onClick={() => {
          onClear();
          void actions.remove(chosen);
        }}
      >
        {t('remove')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconX size={14} aria-hidden />}
        onClick={onClear}
      >
        {t('clear')}
      </Button>
    </div>
  );
}

function BulkMenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Menu position="bottom-start" shadow="md" withinPortal>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={340} style={{ overflowY: 'auto' }}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
