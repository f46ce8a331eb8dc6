import type { ReactNode } from 'react';
import classes from './card.module.css';

type CardProps = {
  title?: ReactNode;
  /** On the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A titled surface: one hairline around it, nothing boxed inside. */
export function Card({ title, actions, children }: CardProps) {
  return (
    <section className={classes.card}>
      {title !== undefined && (
        <header className={classes.head}>
          <h2>{title}</h2>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}
