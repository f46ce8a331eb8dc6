import type { ReactNode } from 'react';
import classes from './chip.module.css';

type ChipProps = { children: ReactNode; tone?: 'plain' | 'teal' | 'green' | 'yellow' | 'red' };

/** A short word on a soft ground. */
export function Chip({ children, tone = 'plain' }: ChipProps) {
  return (
    <span className={classes.chip} data-tone={tone}>
      {children}
    </span>
  );
}
