import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import classes from './chart-card.module.css';

type ChartCardProps = {
  title: ReactNode;
  /** The small word that opens formula, inputs and source. */
  why?: ReactNode;
  /** One sentence below the title: what is seen, of how many. */
  lead?: ReactNode;
  /** Between the title and the switch: buttons of this chart. */
  actions?: ReactNode;
  words: { chart: string; table: string; label: string };
  chart: ReactNode;
  /** The same figures to read, copy and print. */
  table: ReactNode;
  testId?: string;
};

/** A chart with the table behind it. */
export function ChartCard(props: ChartCardProps) {
  const { title, why, lead, actions, words, chart, table, testId } = props;
  const [face, setFace] = useState<'chart' | 'table'>('chart');
  return (
    <section className={classes.card} data-testid={testId} data-face={face}>
      <header className={classes.head}>
        <div className={classes.titles}>
          <h2>
            {title}
            {why}
          </h2>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        <div className={classes.actions}>
          {actions}
          <SegmentedControl
            size="xs"
            aria-label={words.label}
            value={face}
            data={[
              { value: 'chart', label: words.chart },
              { value: 'table', label: words.table },
            ]}
            onChange={(value) => setFace(value === 'table' ? 'table' : 'chart')}
          />
        </div>
      </header>
      <div className={classes.body}>{face === 'chart' ? chart : table}</div>
    </section>
  );
}
