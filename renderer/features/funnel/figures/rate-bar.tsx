import type { CSSProperties } from 'react';
import classes from './rate-bar.module.css';

export type RateBarProps = {
  /** In words, for those who do not see it. */
  label: string;
  /** Shares, 0–1. */
  rate: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
  target?: number | undefined;
  /** What others reached: dashed and grey. */
  caseRate?: number | undefined;
  /** Where the bar would be in the question “what if”. */
  ghost?: number | undefined;
  /** The share at the right end; 1 where absent. */
  top?: number | undefined;
  /** `quiet`: too few people; `other`: what it is compared with. */
  tone?: 'plain' | 'quiet' | 'other' | 'problem';
};

/** A share as a bar, its 95 % interval as a whisker, its target and what others reached as lines. */
export function RateBar(props: RateBarProps) {
  const { label, rate, low, high, target, caseRate, ghost, top = 1, tone = 'plain' } = props;
  const at = (share: number) => Math.min(100, Math.max(0, (share / top) * 100));
  const place = (left: number, width?: number) =>
    ({
      left: `${left}%`,
      ...(width === undefined ? {} : { width: `${width}%` }),
    }) satisfies CSSProperties;
  return (
    <span className={classes.track} role="img" aria-label={label} title={label} data-tone={tone}>
      {ghost !== undefined && <i className={classes.ghost} style={place(0, at(ghost))} />}
      {rate !== undefined && <i className={classes.fill} style={place(0, at(rate))} />}
      {low !== undefined && high !== undefined && (
        <i className={classes.whisker} style={place(at(low), at(high) - at(low))} />
      )}
      {target !== undefined && <i className={classes.target} style={place(at(target))} />}
      {caseRate !== undefined && <i className={classes.case} style={place(at(caseRate))} />}
    </span>
  );
}
