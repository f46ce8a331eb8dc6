import { Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCloudOff,
  IconDeviceLaptop,
  IconRefresh,
} from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useSyncStatus } from '@/sync/use-sync-status';
import { syncMessages } from '../sync.messages';
import classes from './sync-chip.module.css';
import { SyncPanel } from './sync-panel';

const ICONS = {
  off: IconDeviceLaptop,
  offline: IconCloudOff,
  syncing: IconRefresh,
  upToDate: IconCircleCheck,
  error: IconAlertTriangle,
} as const;

/** In the top bar: how this laptop and the team are with each other; opens the details. */
export function SyncChip() {
  const t = useMessages(syncMessages);
  const format = useFormat();
  const status = useSyncStatus();
  const [isOpen, open] = useDisclosure(false);
  // Nothing is known yet in the moments after the start.
  const state = status && status.state !== 'off' ? status.state : 'syncing';
  const pending = status?.pending ?? 0;
  const Icon = ICONS[state];
  const words = t(`state.${state}`);
  return (
    <Popover
      opened={isOpen}
      onChange={open.toggle}
      position="bottom-end"
      shadow="md"
      width={340}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.chip}
          data-testid="sync-state"
          data-state={state}
          data-pending={pending}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          aria-label={t('chipLabel', { state: words, n: format.count(pending) })}
          onClick={open.toggle}
        >
          <Icon size={16} stroke={1.75} aria-hidden />
          <span>{words}</span>
          {status?.workspace?.role === 'viewer' && <span>· {t('role.viewer')}</span>}
          {pending > 0 && (
            <span className={classes.pending}>
              {t('chipPending', { n: format.count(pending) })}
            </span>
          )}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={16} aria-label={t('panelLabel')}>
        {status && <SyncPanel status={status} onLeave={open.close} />}
      </Popover.Dropdown>
    </Popover>
  );
}
