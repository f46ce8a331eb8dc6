import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect } from 'react';
import classes from './side-panel.module.css';

type SidePanelProps = {
  testId: string;
  /** What the panel is about, for those who do not see it. */
  label: string;
  closeLabel: string;
  title: ReactNode;
  /** On the right of the title, before the closing cross. */
  actions?: ReactNode;
  onClose: () => void;
  /** The part that scrolls; long lists inside are windowed by it. */
  bodyRef?: RefObject<HTMLDivElement | null>;
  children: ReactNode;
};

/** Details over the list, which stays usable beside it; Escape returns to where one was. */
export function SidePanel(props: SidePanelProps) {
  const { testId, label, closeLabel, title, actions, onClose, bodyRef, children } = props;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Open menus, dialogs and fields being edited take their own Escape first.
      if (event.key !== 'Escape' || event.defaultPrevented || isTakenInside(event.target)) return;
      onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);

  return (
    <aside className={classes.panel} role="dialog" aria-label={label} data-testid={testId}>
      <header className={classes.head}>
        <div className={classes.title}>{title}</div>
        {actions}
        <ActionIcon variant="subtle" color="gray" aria-label={closeLabel} onClick={onClose}>
          <IconX size={18} stroke={1.75} />
        </ActionIcon>
      </header>
      <div className={classes.body} ref={bodyRef}>
        {children}
      </div>
    </aside>
  );
}

function isTakenInside(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.getAttribute('aria-expanded') === 'true') return true;
  return target.closest('[role="menu"],[role="listbox"],[aria-modal="true"]') !== null;
}
