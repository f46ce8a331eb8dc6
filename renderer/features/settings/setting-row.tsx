import type { ReactNode } from 'react';
import classes from './setting-row.module.css';

type SettingRowProps = { label: string; hint?: string; children: ReactNode };

/** One choice: what it is on the left, the control on the right. */
export function SettingRow({ label, hint, children }: SettingRowProps) {
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <b>{label}</b>
        {hint !== undefined && <span>{hint}</span>}
      </div>
      <div className={classes.control}>{children}</div>
    </div>
  );
}
