import { Tooltip } from '@mantine/core';
import { IconDeviceLaptop, IconSearch } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { consoleDb } from '@/db/db';
import { readDb } from '@/db/read';
import { readPlace } from '@/db/sync/place';
import { useLive } from '@/db/use-live';
import { deferred } from '@/ui/deferred';
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

/** Its code is fetched where there is a team; who works alone needs none of it. */
const { Part: SyncChip } = deferred(async () => (await import('@/features/sync')).SyncChip);

function WorkspaceState() {
  const t = useMessages(shellMessages);
  const workspace = useLive(() => readDb.rows('workspace').get('workspace'), []);
  const place = useLive(async () => (await readPlace(consoleDb())) ?? null, []);
  const name = workspace?.name || place?.workspaceName || t('untitledWorkspace');
  return (
    <>
      <span className="q-workspace">{name}</span>
      {place && <SyncChip />}
      {place === null && <NotShared />}
    </>
  );
}

function NotShared() {
  const t = useMessages(shellMessages);
  const [, navigate] = useLocation();
  const pending = useLive(() => readPendingOps(), []);
  return (
    <Tooltip label={t('syncOffHint')} multiline w={240}>
      <button
        type="button"
        className="q-sync"
        data-testid="sync-state"
        data-state="off"
        data-pending={pending ?? 0}
        onClick={() => navigate('/settings/sync')}
      >
        <IconDeviceLaptop size={16} stroke={1.75} aria-hidden />
        {t('syncOff')}
      </button>
    </Tooltip>
  );
}
