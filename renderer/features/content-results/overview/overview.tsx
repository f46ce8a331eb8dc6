import { Button } from '@mantine/core';
import type { Measure } from '@shared/domain/content-results/measures.rules';
import { weekdayOf } from '@shared/lib/time';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { MatchCard } from '../figures/match-card';
import { QuickTable } from '../figures/quick-table';
import type { Results } from '../use-results';
import { CreditCard } from './credit-card';
import { cellKey, HeatCard } from './heat-card';
import { ItemList } from './item-list';
import { NothingSent } from './nothing-sent';
import { overviewMessages } from './overview.messages';
import classes from './overview.module.css';
import { TrendCard } from './trend-card';

type OverviewProps = { results: Results; measure: Measure; today: string };

/** What came of the period at a glance: where in the week, over time, item by item. */
export function Overview({ results, measure, today }: OverviewProps) {
  const t = useMessages(overviewMessages);
  const [chosen, setChosen] = useState<{ key: string; where: string }>();
  const { entries, span } = results;
  const shown = chosen
    ? entries.filter(
        ({ item }) => cellKey({ slot: item.slot, weekday: weekdayOf(item.date) }) === chosen.key,
      )
    : entries;
  if (entries.length === 0) {
    return (
      <div className={classes.stack}>
        <MatchCard span={span} />
        <NothingSent />
      </div>
    );
  }
  return (
    <div className={classes.stack}>
      <MatchCard span={span} />
      <div className={classes.halves}>
        <HeatCard
          entries={entries}
          measure={measure}
          chosen={chosen?.key}
          onChoose={(cell, where) => setChosen({ key: cellKey(cell), where })}
        />
        <CreditCard results={results} />
      </div>
      <QuickTable today={today} />
      <ItemList
        key={chosen?.key ?? 'all'}
        testId="results-items"
        title={chosen ? t('listOf', { where: chosen.where, n: shown.length }) : t('list')}
        entries={shown}
        measure={measure}
        actions={
          chosen && (
            <Button size="compact-sm" variant="subtle" onClick={() => setChosen(undefined)}>
              {t('all')}
            </Button>
          )
        }
      />
      <TrendCard entries={entries} measure={measure} />
    </div>
  );
}
