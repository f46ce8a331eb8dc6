import { SegmentedControl } from '@mantine/core';
import { type Compared, compareKinds } from '@shared/domain/content-results/compare.rules';
import type { Entry, Measure } from '@shared/domain/content-results/measures.rules';
import { type CSSProperties, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { Why } from '@/ui/why';
import { contentResultsMessages } from '../content-results.messages';
import { type MeasureWords, useMeasureWords } from '../use-measure-words';
import { KINDS, type Kind, kindKeys, useNames } from '../use-names';
import { compareMessages } from './compare.messages';
import classes from './compare.module.css';

/** Kinds of items against each other: what helps, and how sure one may be. */
export function CompareCard({ entries, measure }: { entries: readonly Entry[]; measure: Measure }) {
  const t = useMessages(compareMessages);
  const base = useMessages(contentResultsMessages);
  const say = useMeasureWords();
  const names = useNames();
  const [kind, setKind] = useState<Kind>('column');
  const compared = useMemo(
    () => compareKinds(entries, measure, (entry) => kindKeys(kind, entry)),
    [entries, measure, kind],
  );
  const told = compared.filter(({ reading }) => reading);
  const tests = told.filter(({ againstRest }) => againstRest.kind === 'test').length;
  const nameOf = ({ key }: Compared) => names.of(kind, key);
  return (
    <ChartCard
      testId="results-compare"
      title={t('title', { measure: say.name(measure) })}
      why={<Why word={base('why')}>{t('why', { formula: base(`formula.${measure}`) })}</Why>}
      lead={t('lead', { n: tests })}
      words={{ chart: base('chart'), table: base('table'), label: base('face') }}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('kind')}
          value={kind}
          data={KINDS.map((it) => ({ value: it, label: t(`kind.${it}`) }))}
          onChange={(value) => setKind(KINDS.find((it) => it === value) ?? 'column')}
        />
      }
      chart={
        told.length === 0 ? (
          <p className={classes.quiet}>{t('none', { measure: say.name(measure) })}</p>
        ) : (
          <>
            <Verdict kind={kind} told={told} measure={measure} nameOf={nameOf} />
            <Rows told={told} measure={measure} nameOf={nameOf} say={say} />
            <p className={classes.fit}>
              <Link href="/sop/positioning">{t('fit')}</Link>
            </p>
          </>
        )
      }
      table={<ComparedTable told={told} measure={measure} nameOf={nameOf} label={t('kind')} />}
    />
  );
}

type PartProps = {
  told: readonly Compared[];
  measure: Measure;
  nameOf: (it: Compared) => string;
};

function Verdict({ kind, told, measure, nameOf }: PartProps & { kind: Kind }) {
  const t = useMessages(compareMessages);
  const base = useMessages(contentResultsMessages);
  const say = useMeasureWords();
  const best = told.find(
    ({ certainty, againstRest }) =>
      (certainty === 'certain' || certainty === 'likely') &&
      againstRest.kind === 'test' &&
      againstRest.diff > 0,
  );
  const member = kind === 'speaker' ? told.find(({ key }) => key === 'member') : undefined;
  const diff = member && say.difference(measure, member.againstRest);
  return (
    <p className={classes.verdict} data-testid="results-verdict">
      {best
        ? t('best', { name: nameOf(best), certainty: base(`certainty.${best.certainty}`) })
        : t(told.length === 1 ? 'onlyOne' : 'bestNone')}
      {member && diff !== undefined && (
        <>
          {' '}
          {t('memberBest', {
            measure: say.name(measure),
            diff,
            certainty: base(`certainty.${member.certainty}`),
          })}
        </>
      )}
    </p>
  );
}

function Rows({ told, measure, nameOf, say }: PartProps & { say: MeasureWords }) {
  const base = useMessages(contentResultsMessages);
  const t = useMessages(compareMessages);
  const most = Math.max(
    ...told.flatMap(({ reading }) =>
      reading && !reading.isThin ? [reading.high ?? reading.value] : [],
    ),
    Number.EPSILON,
  );
  return (
    <ul className={classes.rows}>
      {told.map((it) => {
        const { reading, key, againstRest, certainty } = it;
        if (!reading) return null;
        const at = (value: number | undefined) => Math.min(1, Math.max(0, (value ?? 0) / most));
        const style = {
          '--at': at(reading.value),
          '--low': at(reading.low ?? reading.value),
          '--high': at(reading.high ?? reading.value),
        } as CSSProperties;
        const diff = say.difference(measure, againstRest);
        return (
          <li
            key={key}
            className={classes.row}
            data-testid="compare-row"
            data-kind-key={key}
            data-certainty={certainty}
            title={t('row', {
              name: nameOf(it),
              value: say.reading(measure, reading),
              n: say.nItems(measure, reading),
              interval: say.interval(measure, reading) || '—',
              certainty: base(`certainty.${certainty}`),
            })}
          >
            <span className={classes.name}>{nameOf(it)}</span>
            <span className={classes.track} style={style} aria-hidden>
              {!reading.isThin && (
                <>
                  <span className={classes.whisker} />
                  <span className={classes.dot} />
                </>
              )}
            </span>
            <span className={classes.figures}>
              {say.reading(measure, reading)}{' '}
              <span className={classes.quiet}>{say.nItems(measure, reading)}</span>
              <small>
                {diff !== undefined && `${t('against')} ${diff} · `}
                {base(`certainty.${certainty}`)}
              </small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function ComparedTable({ told, measure, nameOf, label }: PartProps & { label: string }) {
  const t = useMessages(compareMessages);
  const base = useMessages(contentResultsMessages);
  const say = useMeasureWords();
  const pText = (p: number | undefined) => {
    if (p === undefined) return '';
    return p < 0.001 ? t('tiny') : t('adjusted', { p: p.toFixed(3) });
  };
  return (
    <DataTable
      label={label}
      columns={[
        { key: 'name', label: t('name') },
        { key: 'value', label: t('value'), isNumber: true },
        { key: 'interval', label: t('interval'), isNumber: true },
        { key: 'n', label: t('n'), isNumber: true },
        { key: 'against', label: t('against'), isNumber: true },
        { key: 'certainty', label: t('certainty') },
      ]}
      rows={told.map((it) => ({
        key: it.key,
        cells: [
          nameOf(it),
          it.reading ? say.reading(measure, it.reading) : '—',
          (it.reading && say.interval(measure, it.reading)) || '—',
          it.reading ? say.nItems(measure, it.reading) : '—',
          [
            say.difference(measure, it.againstRest) ?? '—',
            say.differenceRange(measure, it.againstRest),
          ]
            .filter(Boolean)
            .join(' · '),
          [base(`certainty.${it.certainty}`), pText(it.adjusted)].filter(Boolean).join(' · '),
        ],
      }))}
    />
  );
}
