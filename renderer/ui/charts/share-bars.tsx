import { UnstyledButton } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import classes from './share-bars.module.css';

type ShareBar = {
  key: string;
  share: number;
  text: string;
  colour?: string;
  /** What others reached: dashed and grey. */
  isReference?: boolean;
};

type ShareBarsProps = {
  label: string;
  /** Room for the longest text beside a bar. */
  textWidthPx?: number;
  testId?: string;
  rows: readonly {
    key: string;
    label: ReactNode;
    note?: ReactNode;
    /** The whole row in words. */
    hint: string;
    bars: readonly ShareBar[];
    onOpen?: (() => void) | undefined;
  }[];
};

/** Named rows with one or more bars from 0 to the largest share; a row opens what it stands for. */
export function ShareBars({ label, textWidthPx = 170, testId, rows }: ShareBarsProps) {
  const largest = Math.max(0.01, ...rows.flatMap((row) => row.bars.map((bar) => bar.share)));
  return (
    <ul
      className={classes.rows}
      style={{ '--text': `${textWidthPx}px` } as CSSProperties}
      aria-label={label}
      data-testid={testId}
    >
      {rows.map((row) => {
        const inner = (
          <>
            <span className={classes.name}>
              {row.label}
              {row.note !== undefined && <small>{row.note}</small>}
            </span>
            <span className={classes.bars}>
              {row.bars.map((bar) => (
                <span key={bar.key} className={classes.bar}>
                  <i
                    data-reference={bar.isReference === true}
                    style={
                      {
                        '--share': Math.max(0, bar.share) / largest,
                        background: bar.colour,
                      } as CSSProperties
                    }
                  />
                  <span>{bar.text}</span>
                </span>
              ))}
            </span>
          </>
        );
        return (
          <li key={row.key}>
            {row.onOpen ? (
              <UnstyledButton className={classes.row} onClick={row.onOpen} aria-label={row.hint}>
                {inner}
              </UnstyledButton>
            ) : (
              <div className={classes.row} title={row.hint}>
                {inner}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
