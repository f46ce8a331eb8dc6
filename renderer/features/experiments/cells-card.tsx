import { NumberInput } from '@mantine/core';
import { cellsOf } from '@shared/domain/experiments/experiment-plan.rules';
import { halvingRounds } from '@shared/domain/experiments/halving.rules';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { experimentsMessages } from './experiments.messages';
import classes from './experiments.module.css';
import { decimal } from './words';

/** The figures of the article: 28 titles, 15 covers, 9 calls to action, 5 000 people. */
const CASE = { titles: 28, covers: 15, calls: 9, people: 5000 } as const;
const ENOUGH_PER_CELL = 100;

/** What testing several factors at once leaves for each combination, said before somebody tries. */
export function CellsCard({ people: own }: { people?: number }) {
  const t = useMessages(experimentsMessages);
  const format = useFormat();
  const [typed, setTyped] = useState<Partial<Record<keyof typeof CASE, number>>>({});
  const figures = { ...CASE, ...(own !== undefined && own > 0 && { people: own }), ...typed };
  const { cells, perCell } = cellsOf(
    [figures.titles, figures.covers, figures.calls],
    figures.people,
  );
  const most = Math.max(2, figures.titles, figures.covers, figures.calls);
  const rounds = halvingRounds(most, figures.people, figures.people);
  const data = {
    cells: format.count(cells),
    people: format.count(figures.people),
    per: decimal(perCell),
    most: format.count(most),
    rounds: rounds.length,
    last: format.count(rounds.at(-1)?.peoplePerArm ?? 0),
  };
  const field = (name: keyof typeof CASE, label: string) => (
    <NumberInput
      size="xs"
      label={label}
      hideControls
      allowDecimal={false}
      min={1}
      max={name === 'people' ? 10_000_000 : 999}
      value={figures[name]}
      onChange={(value) =>
        value !== '' && setTyped({ ...typed, [name]: Math.max(1, Number(value)) })
      }
    />
  );
  return (
    <Card title={t('cells')}>
      <div className={classes.stack} data-testid="experiment-cells" data-cells={cells}>
        <p className={classes.quiet}>{t('cellsLead')}</p>
        <div className={classes.four}>
          {field('titles', t('cellsTitles'))}
          {field('covers', t('cellsCovers'))}
          {field('calls', t('cellsCalls'))}
          {field('people', t('cellsPeople'))}
        </div>
        <p className={classes.say}>
          {t(perCell < ENOUGH_PER_CELL ? 'cellsFar' : 'cellsFew', data)}
        </p>
        <p className={classes.quiet}>{t('cellsReference')}</p>
      </div>
    </Card>
  );
}
