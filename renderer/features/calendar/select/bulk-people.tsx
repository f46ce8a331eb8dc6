import { Autocomplete, Button, MultiSelect, Popover, Stack } from '@mantine/core';
import type { Group } from '@shared/domain/groups/group.schema';
import { type ReactNode, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { bulkMessages } from './bulk.messages';

const LONGEST_OWNER = 60;

export function OwnerPopover({
  owners,
  onOwner,
}: {
  owners: readonly string[];
  onOwner: (owner: string) => void;
}) {
  const t = useMessages(bulkMessages);
  const [owner, setOwner] = useState('');
  return (
    <BulkPopover
      label={t('owner')}
      isBlocked={owner.trim().length > LONGEST_OWNER}
      onApply={() => onOwner(owner.trim())}
    >
      <Autocomplete
        label={t('owner')}
        description={t('ownerHint')}
        data={[...owners]}
        comboboxProps={{ withinPortal: false }}
        value={owner}
        onChange={setOwner}
      />
    </BulkPopover>
  );
}

export function GroupsPopover({
  groups,
  onGroups,
}: {
  groups: readonly Group[];
  onGroups: (groupIds: string[]) => void;
}) {
  const t = useMessages(bulkMessages);
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <BulkPopover label={t('groups')} onApply={() => onGroups(chosen)}>
      <MultiSelect
        label={t('groups')}
        placeholder={chosen.length === 0 ? t('groupsAll') : ''}
        comboboxProps={{ withinPortal: false }}
        value={chosen}
        data={groups.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
    </BulkPopover>
  );
}

type BulkPopoverProps = {
  label: string;
  isBlocked?: boolean;
  onApply: () => void;
  children: ReactNode;
};

function BulkPopover({ label, isBlocked = false, onApply, children }: BulkPopoverProps) {
  const t = useMessages(bulkMessages);
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      shadow="md"
      width={260}
      trapFocus
    >
      <Popover.Target>
        <Button size="compact-sm" variant="default" onClick={() => setOpen(!isOpen)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          {children}
          <Button
            size="compact-sm"
            disabled={isBlocked}
            onClick={() => {
              setOpen(false);
              onApply();
            }}
          >
            {t('apply')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
