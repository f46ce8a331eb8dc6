import { Select } from '@mantine/core';
import { HIT_CASES } from '@shared/domain/content-results/case-references';
import { type HitSide, type HitsAnswer, hitsOf } from '@shared/domain/content-results/hits.rules';
import { MEASURES } from '@shared/domain/content-results/measures.rules';
import { useMemo } from 'react';
import type { z } from 'zod';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { Card } from '@/ui/card';
import { DataTable } from '@/ui/charts/data-table';
import { Why } from '@/ui/why';
import { saveResultsSettings } from '../content-results.commands';
import { contentResultsMessages } from '../content-results.messages';
import { DayField } from '../day-field';
import { ItemList } from '../overview/item-list';
import { useMeasureWords } from '../use-measure-words';
import type { Results } from '../use-results';
import { hitsMessages } from './hits.messages';
import classes from './hits.module.css';

type ResultsChanges = z.input<typeof saveResultsSettings.input>;
const PERCENTILES = [0.8, 0.9, 0.95];

/** Whether a change of how things are done brought more hits and cheaper items. */
export function HitsCard({ results }: { results: Results }) {
  const t = useMessages(hitsMessages);
  const base = useMessages(contentResultsMessages);
  const say = useMeasureWords();
  const { entries, settings } = results;
  const { hitMeasure: measure, hitPercentile: percentile, changeDay } = settings;
  const answer = useMemo(
    () => hitsOf(entries, { measure, percentile, day: changeDay ?? '9999-12-31' }),
    [entries, measure, percentile, changeDay],
  );
  const save = (changes: ResultsChanges) =>
    execute(saveResultsSettings, changes).catch(showProblem);
  const choices = [...new Set([...PERCENTILES, percentile])].sort((a, b) => a - b);
  return (
    <div className={classes.stack}>
      <Card
        title={t('title')}
        actions={
          <Why word={base('why')}>
            {t('why', { measure: say.name(measure), percentile: Math.round(percentile * 100) })}
          </Why>
        }
      >
        <p className={classes.quiet}>{t('lead')}</p>
        <div className={classes.fields}>
          <Select
            label={t('measure')}
            allowDeselect={false}
            value={measure}
            data={MEASURES.map((value) => ({ value, label: say.name(value) }))}
            onChange={(value) => {
              const hitMeasure = MEASURES.find((it) => it === value);
              if (hitMeasure) void save({ hitMeasure });
            }}
          />
          <Select
            label={t('percentile')}
            allowDeselect={false}
            value={String(percentile)}
            data={choices.map((it) => ({ value: String(it), label: String(Math.round(it * 100)) }))}
            onChange={(value) => value && void save({ hitPercentile: Number(value) })}
          />
          <DayField
            label={t('day')}
            description={t('dayHint')}
            value={changeDay}
            isClearable
            onChange={(day) => void save({ changeDay: day ?? null })}
          />
        </div>
        <p className={classes.quiet} data-testid="hits-line">
          {answer.line === undefined
            ? t('noLine', { measure: say.name(measure) })
            : t('line', { measure: say.name(measure), value: say.value(measure, answer.line) })}
        </p>
        {changeDay === undefined ? (
          <p className={classes.quiet}>{t('noDay')}</p>
        ) : (
          <HitsTable answer={answer} />
        )}
      </Card>
      {answer.hits.length > 0 && (
        <ItemList
          testId="results-hits-items"
          title={t('list')}
          entries={answer.hits}
          measure={measure}
        />
      )}
    </div>
  );
}

function HitsTable({ answer }: { answer: HitsAnswer }) {
  const t = useMessages(hitsMessages);
  const format = useFormat();
  const { before, after, rateTest, costTest } = answer;
  const hitsText = ({ hits, items, rate }: HitSide) =>
    [
      t('hitsOf', { hits: format.count(hits), items: format.count(items) }),
      rate && format.percent(rate.value, items),
      rate && `${format.percent(rate.low)}–${format.percent(rate.high)}`,
    ]
      .filter(Boolean)
      .join(' · ');
  const costText = ({ costFen, costItems }: HitSide) =>
    costFen === undefined
      ? t('costNone')
      : t('costOf', { money: format.money(Math.round(costFen)), n: costItems });
  const hundred = (value: number) => (value * 100).toFixed(1);
  const yuan = (value: number) => format.money(Math.round(value));
  return (
    <DataTable
      testId="results-hits"
      label={t('title')}
      columns={[
        { key: 'what', label: t('what') },
        { key: 'before', label: t('before') },
        { key: 'after', label: t('after') },
        { key: 'change', label: t('change') },
        { key: 'case', label: t('case') },
      ]}
      rows={[
        {
          key: 'hits',
          cells: [
            t('hits'),
            hitsText(before),
            hitsText(after),
            rateTest
              ? t('points', {
                  sign: rateTest.diff < 0 ? '' : '+',
                  n: hundred(rateTest.diff),
                  low: hundred(rateTest.low),
                  high: hundred(rateTest.high),
                })
              : t('notSure'),
            t('caseHits', { factor: HIT_CASES.hitsFactor }),
          ],
        },
        {
          key: 'cost',
          cells: [
            t('cost'),
            costText(before),
            costText(after),
            costTest
              ? t('money', {
                  sign: costTest.diff < 0 ? '' : '+',
                  money: yuan(costTest.diff),
                  low: yuan(costTest.low),
                  high: yuan(costTest.high),
                })
              : '—',
            t('caseCost', { percent: Math.round(HIT_CASES.costChange * 100) }),
          ],
        },
      ]}
    />
  );
}
