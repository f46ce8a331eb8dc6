import type { ReactNode } from 'react';
import { useFormat } from '@/app/use-format';
import classes from './timeline.module.css';

type TimelineLineProps = { at: number; icon: ReactNode; detail?: ReactNode; children: ReactNode };

export function TimelineLine({ at, icon, detail, children }: TimelineLineProps) {
  const format = useFormat();
  return (
    <>
      <span className={classes.icon}>{icon}</span>
      <span className={classes.words}>
        <span className={classes.what}>{children}</span>
        <span className={classes.detail}>{detail}</span>
      </span>
      <time className={classes.when} dateTime={new Date(at).toISOString()}>
        {format.dateTime(at)}
      </time>
    </>
  );
}
