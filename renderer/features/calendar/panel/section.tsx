import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import classes from './section.module.css';

type SectionProps = {
  /** Without one the section stands there without a head. */
  title?: string;
  /** What not everybody needs can be folded away; whether it starts open. */
  fold?: { startsOpen: boolean } | undefined;
  children: ReactNode;
};

/** One part of the item panel; what is optional can be folded away. */
export function Section({ title, fold, children }: SectionProps) {
  const [isOpen, setOpen] = useState(fold?.startsOpen ?? true);
  const id = useId();
  if (title === undefined) return <section className={classes.section}>{children}</section>;
  if (!fold) {
    return (
      <section className={classes.section}>
        <h3 className={classes.title}>{title}</h3>
        {children}
      </section>
    );
  }
  return (
    <section className={classes.section} data-open={isOpen}>
      <button
        type="button"
        className={classes.fold}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <IconChevronRight size={16} stroke={1.8} aria-hidden />
        {title}
      </button>
      {isOpen && <div id={id}>{children}</div>}
    </section>
  );
}
