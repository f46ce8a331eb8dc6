import { useEffect } from 'react';
import { deferred } from '@/ui/deferred';
import { closeQuickReply, isQuickReplyOpen, openQuickReply, useQuickStart } from './quick-state';

const panel = deferred(async () => (await import('./quick-panel')).QuickPanel);
const QuickPanel = panel.Part;

/** Ctrl/Cmd+J, wherever one is: the palette of ready answers, fetched when first asked for. */
export function QuickReplyDoor() {
  const start = useQuickStart();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== 'j' || event.defaultPrevented || event.repeat) return;
      event.preventDefault();
      if (isQuickReplyOpen()) closeQuickReply();
      else openQuickReply();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return start ? <QuickPanel start={start} /> : null;
}
