import type { ReactNode } from 'react';
import { Link } from 'wouter';
import classes from './area-frame.module.css';

export type AreaTab = { key: string; href: string; label: string };

type AreaFrameProps = {
  /** What the row of tabs is, for those who hear it. */
  label: string;
  tabs: readonly AreaTab[];
  /** Key of the open tab. */
  open: string;
  /** `<testId>-tab-<key>` are the handles of the tabs. */
  testId: string;
  children: ReactNode;
};

/** An area of several pages: its tabs, and the page that is open. */
export function AreaFrame({ label, tabs, open, testId, children }: AreaFrameProps) {
  return (
    <div className={classes.area}>
      <nav className={classes.tabs} aria-label={label}>
        {tabs.map(({ key, href, label: name }) => (
          <Link
            key={key}
            href={href}
            className={classes.tab}
            data-testid={`${testId}-tab-${key}`}
            {...(key === open ? { 'aria-current': 'page' } : {})}
          >
            {name}
          </Link>
        ))}
      </nav>
      <div className={classes.body}>{children}</div>
    </div>
  );
}
