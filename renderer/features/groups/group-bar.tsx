import classes from './group-bar.module.css';

type GroupBarProps = {
  count: number;
  /** So many more are about to come in. */
  more?: number;
  capacity: number;
  /** Beyond it nobody joins by scanning; a mark on the bar. */
  scanLimit: number;
};

/** How full a group is and will be, with the mark beyond which people are invited one by one. */
export function GroupBar({ count, more = 0, capacity, scanLimit }: GroupBarProps) {
  const share = (n: number) => `${Math.min(1, n / capacity) * 100}%`;
  return (
    <span className={classes.bar} aria-hidden>
      <span className={classes.inside} style={{ width: share(count) }} />
      <span
        className={classes.more}
        style={{ left: share(count), width: share(Math.min(more, Math.max(0, capacity - count))) }}
      />
      {scanLimit < capacity && <span className={classes.mark} style={{ left: share(scanLimit) }} />}
    </span>
  );
}
