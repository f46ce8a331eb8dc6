import { type ReactNode, useRef } from 'react';
import { QuickReplyDoor } from '@/features/replies';
import { useMessages } from '../i18n/messages';
import { SearchDoor } from '../search/search-door';
import { NavRail } from './nav-rail';
import { shellMessages } from './shell.messages';
import { TopBar } from './top-bar';
import { useCommands } from './use-commands';

type ShellProps = {
  /** Whether the database is open; before that nothing may ask it. */
  isOpen: boolean;
  children: ReactNode;
};

/** The frame around every page: navigation on the left, tools above, one page. */
export function Shell({ isOpen, children }: ShellProps) {
  const t = useMessages(shellMessages);
  const main = useRef<HTMLElement>(null);
  useCommands(isOpen);
  return (
    <div className="q-frame">
      <button type="button" className="q-skip" onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <NavRail />
      <TopBar isOpen={isOpen} />
      <main className="q-main" ref={main} tabIndex={-1}>
        {children}
      </main>
      {isOpen && <SearchDoor />}
      {isOpen && <QuickReplyDoor />}
    </div>
  );
}
