import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

type EmptyStateProps = { icon?: Icon; title: string; text: string; action?: ReactNode };

/** What will be here, why it matters, the one thing to do. */
export function EmptyState({ icon: Picture, title, text, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {Picture && <Picture size={40} stroke={1.4} aria-hidden />}
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
    </div>
  );
}
