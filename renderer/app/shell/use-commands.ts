import type { MenuCommand } from '@shared/contracts/ipc';
import { assertNever } from '@shared/lib/errors';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { bridge } from '@/platform/bridge';
import { runPrintCommand } from '@/ui/print-command';
import { redoAndSay, undoAndSay } from '../feedback';
import { openSearch } from '../search/search-state';
import { backUpAndSay } from './back-up';

/** A field keeps its own undo while somebody types in it. */
function isTyping(): boolean {
  const element = document.activeElement;
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName))
  );
}

function commandOfKey(event: KeyboardEvent): MenuCommand | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'k' && !event.shiftKey) return 'search';
  if (isTyping()) return undefined;
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  if (key === 'y' && !event.shiftKey) return 'redo';
  return undefined;
}

/** The native menu and the keyboard do the same things. */
export function useCommands(isOpen: boolean): void {
  const [, navigate] = useLocation();
  useEffect(() => {
    if (!isOpen) return undefined;

    const run = (command: MenuCommand): void => {
      switch (command) {
        case 'undo':
          if (isTyping()) document.execCommand('undo');
          else void undoAndSay();
          return;
        case 'redo':
          if (isTyping()) document.execCommand('redo');
          else void redoAndSay();
          return;
        case 'search':
          openSearch();
          return;
        case 'import':
          navigate('/import');
          return;
        case 'print':
          if (!runPrintCommand()) navigate('/calendar');
          return;
        case 'settings':
          navigate('/settings');
          return;
        case 'backup':
          void backUpAndSay();
          return;
        case 'about':
          navigate('/settings/about');
          return;
        default:
          assertNever(command, 'useCommands');
      }
    };

    const onKey = (event: KeyboardEvent) => {
      const command = event.defaultPrevented ? undefined : commandOfKey(event);
      if (command === undefined) return;
      event.preventDefault();
      run(command);
    };
    window.addEventListener('keydown', onKey);
    const stopMenu = bridge.onMenuCommand(run);
    return () => {
      window.removeEventListener('keydown', onKey);
      stopMenu();
    };
  }, [isOpen, navigate]);
}
