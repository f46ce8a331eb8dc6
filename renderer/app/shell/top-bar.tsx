import { Tooltip } from '@mantine/core';
import { IconDeviceLaptop, IconSearch } from '@tabler/icons-react';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { useMessages } from '../i18n/messages';
import { openSearch, useIsSearchOpen } from '../search/search-state';
import { readPendingOps } from './outbox.queries';
import { PrivacyToggle } from './privacy-toggle';
import { shellMessages } from './shell.messages';
import { UndoButtons } from './undo-buttons';

const SEARCH_KEY = navigator.userAgent.includes('Mac') ? '⌘ K' : 'Ctrl K';

/** Search, workspace, sync state in words, privacy mask, undo. */
export function TopBar({ isOpen }: { isOpen: boolean }) {
  const t = useMessages(shellMessages);
  const isSearching = useIsSearchOpen();
  return (
    <header className="q-bar">
      <button
        type="button"
        className="q-search"
        {...(isSearching ? {} : { 'data-testid': 'search' })}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={openSearch}
      >
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <span className="q-search-words">{t('search')}</span>
        <kbd className="q-key">{SEARCH_KEY}</kbd>
      </button>
      <div className="q-bar-gap" />
      {isOpen && <WorkspaceState />}
      <PrivacyToggle />
      {isOpen && <UndoButtons />}
    </header>
  );
}

function WorkspaceState() {
  const t = useMessages(shellMessages);
  const workspace = useLive(() => readDb.rows('workspace').get('workspace'), []);
  const pending = useLive(() => readPendingOps(), []);
  return (
    <>
      <span className="q-workspace">{workspace?.name || t('untitledWorkspace')}</span>
      <Tooltip label={t('syncOffHint')} multiline w={240}>
        <span
          className="q-sync"
          data-testid="sync-state"
          data-state="off"
          data-pending={pending ?? 0}
        >
          <IconDeviceLaptop size={16} stroke={1.75} aria-hidden />
          {t('syncOff')}
        </span>
      </Tooltip>
    </>
  );
}
