import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { StartPlayDialog } from '@/features/plays';
import { showPeople } from '@/features/segments';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { MarkSample } from '@/ui/charts/mark';
import { Why } from '@/ui/why';
import type { QuadrantAnswer } from '@/workers/insights/insights-types';
import { CaseMark } from '../figures/case-mark';
import { useFigures } from '../figures/use-figures';
import { quadrantsMessages } from './quadrants.messages';
import classes from './quadrants.module.css';
import { QUADRANT_LOOKS, useQuadrantName } from './use-quadrant-name';

type Quadrant = QuadrantAnswer['quadrants'][number];

/** The four kinds beside each other: people, money, profit, and the play for each. */
export function QuadrantCards({ answer }: { answer: QuadrantAnswer }) {
  const t = useMessages(quadrantsMessages);
  const { format, t: words, share, interval, plainPercent, n } = useFigures();
  const { nameOf, aboutOf } = useQuadrantName();
  const [, navigate] = useLocation();
  const [playing, setPlaying] = useState<Quadrant>();
  const buyers = answer.quadrants.reduce((sum, it) => sum + it.n, 0);
  const part = (rate: number | undefined) =>
    rate === undefined ? t('noShare') : format.percent(rate, buyers);
  const open = (quadrant: Quadrant) => () =>
    showPeople({ title: nameOf(quadrant.key), rule: quadrant.rule });
  return (
    <>
      <ChartCard
        testId="quadrants-four"
        title={t('four')}
        why={<Why word={words('why')}>{t('fourWhy', { arpuDays: answer.arpuDays })}</Why>}
        lead={`${t('fourLead')} ${n(buyers)}`}
        words={{ chart: words('chart'), table: words('table'), label: words('faceLabel') }}
        chart={
          <ul className={classes.cards}>
            {QUADRANT_LOOKS.map((look) => {
              const quadrant = answer.quadrants.find((it) => it.key === look.key);
              if (!quadrant) return null;
              const range = interval(quadrant.n, buyers);
              const bars = [
                ['ofPeople', buyers > 0 ? quadrant.n / buyers : 0, share(quadrant.n, buyers)],
                ['ofMoney', quadrant.shareOfNet, part(quadrant.shareOfNet)],
                ['ofProfit', quadrant.shareOfProfit, part(quadrant.shareOfProfit)],
              ] as const;
              return (
                <li
                  key={look.key}
                  className={classes.card}
                  data-testid={`quadrant-${look.key}`}
                  data-n={quadrant.n}
                >
                  <h3>
                    <MarkSample shape={look.shape} colour={look.colour} />
                    {nameOf(look.key)}
                  </h3>
                  <p className={classes.about}>{aboutOf(look.key)}</p>
                  <p className={classes.count}>
                    {words('people', { n: format.count(quadrant.n) })}
                  </p>
                  <p className={classes.quiet}>
                    {range ? `95% ${range}` : n(quadrant.n)} ·{' '}
                    {format.moneySummary(quadrant.netFen)}
                  </p>
                  <dl className={classes.bars}>
                    {bars.map(([word, rate, text]) => (
                      <div key={word}>
                        <dt>{t(word)}</dt>
                        <dd>
                          <i
                            style={{
                              width: `${Math.max(0, Math.min(1, rate ?? 0)) * 100}%`,
                              background: look.colour,
                            }}
                          />
                        </dd>
                        <dd>{text}</dd>
                      </div>
                    ))}
                  </dl>
                  <CaseMark
                    text={[
                      plainPercent(quadrant.caseShare),
                      ...(quadrant.caseShareOfProfit === undefined
                        ? []
                        : [t('caseProfit', { share: plainPercent(quadrant.caseShareOfProfit) })]),
                    ].join(' · ')}
                  />
                  <div className={classes.buttons}>
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={quadrant.n === 0}
                      onClick={open(quadrant)}
                    >
                      {t('see')}
                    </Button>
                    <Button
                      size="compact-sm"
                      variant="light"
                      disabled={quadrant.n === 0}
                      data-testid={`quadrant-play-${look.key}`}
                      onClick={() => setPlaying(quadrant)}
                    >
                      {t('startPlay')}
                    </Button>
                  </div>
                </li>
              );
            })}
          </ul>
        }
        table={
          <DataTable
            label={t('four')}
            columns={[
              { key: 'quadrant', label: t('columnQuadrant') },
              { key: 'n', label: words('columnPeople'), isNumber: true },
              { key: 'share', label: words('columnShare'), isNumber: true },
              { key: 'interval', label: words('columnInterval'), isNumber: true },
              { key: 'money', label: t('ofMoney'), isNumber: true },
              { key: 'profit', label: t('ofProfit'), isNumber: true },
              { key: 'arpu', label: t('columnArpu'), isNumber: true },
              { key: 'ltv', label: t('columnLtv'), isNumber: true },
              { key: 'case', label: t('columnCasePeople'), isNumber: true },
            ]}
            rows={answer.quadrants.map((quadrant) => ({
              key: quadrant.key,
              cells: [
                nameOf(quadrant.key),
                format.count(quadrant.n),
                share(quadrant.n, buyers),
                interval(quadrant.n, buyers) ?? '—',
                part(quadrant.shareOfNet),
                part(quadrant.shareOfProfit),
                format.money(quadrant.arpuFen),
                format.moneySummary(quadrant.ltvFen),
                plainPercent(quadrant.caseShare),
              ],
              onOpen: quadrant.n > 0 ? open(quadrant) : undefined,
            }))}
          />
        }
      />
      {playing && (
        <StartPlayDialog
          quadrant={playing.key}
          name={nameOf(playing.key)}
          rule={playing.rule}
          onClose={() => setPlaying(undefined)}
          onStarted={(playId) => navigate(`/members/insights/plays/${playId}`)}
        />
      )}
    </>
  );
}
