import { SegmentedControl, Select } from '@mantine/core';
import { MEASURES, type Measure } from '@shared/domain/content-results/measures.rules';
import { PERIODS, type Period, spanOf } from '@shared/domain/content-results/period.rules';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { ExportButton } from '@/features/export';
import { Page } from '@/ui/page';
import { CharactersView } from './characters/characters-view';
import { CompareCard } from './compare/compare-card';
import { HitsCard } from './hits/hits-card';
import { NothingSent } from './overview/nothing-sent';
import { Overview } from './overview/overview';
import { overviewMessages } from './overview/overview.messages';
import classes from './overview/overview.module.css';
import { SensesCard } from './senses/senses-card';
import { useMeasureWords } from './use-measure-words';
import { type Results, useResults } from './use-results';

const VIEWS = ['overview', 'compare', 'senses', 'characters', 'hits'] as const;
type View = (typeof VIEWS)[number];

/** What content brought: where in the week, which kinds, which senses, which characters. */
export function ResultsPage() {
  const t = useMessages(overviewMessages);
  const format = useFormat();
  const say = useMeasureWords();
  const today = useToday();
  const [period, setPeriod] = useState<Period>('fourWeeks');
  const [view, setView] = useState<View>('overview');
  const [picked, setPicked] = useState<Measure>();
  const span = spanOf(period, today);
  const results = useResults(span);
  const measure = picked ?? measureWithFigures(results);
  const hasMeasure = view === 'overview' || view === 'compare';
  const measured = results?.entries.filter(({ figures }) => Object.keys(figures).length > 0).length;
  const all = results?.credit?.period.all.orders ?? 0;
  return (
    <Page
      testId="page-calendar-results"
      title={t('title')}
      subtitle={
        results && [
          t('state', {
            from: format.day(span.from),
            to: format.day(span.to),
            sent: format.count(results.entries.length),
            measured: format.count(measured ?? 0),
          }),
          all > 0 &&
            ` · ${t('stateOrders', {
              all: format.count(all),
              credited: format.count(results.credit?.period.toItems.orders ?? 0),
            })}`,
        ]
      }
      actions={<ExportButton list="contentResults" label={t('export')} />}
      filters={
        <div className={classes.filters}>
          <SegmentedControl
            size="xs"
            aria-label={t('view')}
            value={view}
            data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
            onChange={(value) => setView(VIEWS.find((it) => it === value) ?? 'overview')}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('period')}
            value={period}
            data={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
            onChange={(value) => setPeriod(PERIODS.find((it) => it === value) ?? 'fourWeeks')}
          />
          {hasMeasure && (
            <Select
              size="xs"
              w={140}
              aria-label={t('measure')}
              data-testid="results-measure"
              allowDeselect={false}
              value={measure}
              data={MEASURES.map((value) => ({ value, label: say.name(value) }))}
              onChange={(value) => setPicked(MEASURES.find((it) => it === value) ?? measure)}
            />
          )}
        </div>
      }
      ready={results !== undefined}
    >
      {results && <Body results={results} view={view} measure={measure} today={today} />}
    </Page>
  );
}

type BodyProps = { results: Results; view: View; measure: Measure; today: string };

function Body({ results, view, measure, today }: BodyProps) {
  const { entries } = results;
  if (view === 'characters') return <CharactersView results={results} today={today} />;
  if (view === 'senses') return <SensesCard results={results} today={today} />;
  if (view === 'overview') return <Overview results={results} measure={measure} today={today} />;
  if (entries.length === 0) return <NothingSent />;
  if (view === 'compare') return <CompareCard entries={entries} measure={measure} />;
  return <HitsCard results={results} />;
}

/** What was typed says more than what was credited: opens first, then what there is. */
function measureWithFigures(results: Results | undefined): Measure {
  const has = (key: 'opens' | 'participants') =>
    results?.entries.some(({ figures }) => figures[key] !== undefined && figures.reach);
  if (has('opens')) return 'openRate';
  return has('participants') ? 'participation' : 'buyRate';
}
