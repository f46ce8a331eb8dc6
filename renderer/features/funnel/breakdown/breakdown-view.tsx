import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { Card } from '@/ui/card';
import {
  ATTRIBUTIONS,
  type Attribution,
  FUNNEL_DIMENSIONS,
  type FunnelAnswer,
  type FunnelDimension,
  type FunnelQuestion,
} from '@/workers/funnel/funnel-types';
import compareClasses from '../compare/compare.module.css';
import { useShares } from '../figures/use-shares';
import type { FunnelRun } from '../funnel.queries';
import { useBreakdown } from '../use-funnel';
import { breakdownMessages } from './breakdown.messages';
import { breakdownRows, lastPosition, type Measure } from './breakdown-rows';
import { BreakdownTable } from './breakdown-table';

type BreakdownViewProps = { open: FunnelRun; answer: FunnelAnswer };

/** Which placement, channel, region … brings people further. */
export function BreakdownView({ open, answer }: BreakdownViewProps) {
  const t = useMessages(breakdownMessages);
  const say = useBilingual();
  const { format } = useShares();
  const [by, setBy] = useState<FunnelDimension>('placement');
  const [attribution, setAttribution] = useState<Attribution>('first');
  const [measure, setMeasure] = useState<Measure>('whole');
  const breakdown = useBreakdown(questionOf(open, by), by, attribution);
  const rows = breakdown && breakdownRows(breakdown.groups, measure);
  const last = lastPosition(breakdown?.groups ?? []);
  const lastStep = answer.steps.find(({ position }) => position === last);
  const isKnown = rows?.some(({ kind }) => kind === 'value') === true;
  return (
    <Card title={t('title')}>
      <div className={compareClasses.controls}>
        <Select
          size="xs"
          aria-label={t('by')}
          allowDeselect={false}
          value={by}
          data={FUNNEL_DIMENSIONS.map((value) => ({ value, label: t(`by.${value}`) }))}
          onChange={(value) => setBy(FUNNEL_DIMENSIONS.find((it) => it === value) ?? by)}
        />
        <Select
          size="xs"
          w={300}
          aria-label={t('measure')}
          allowDeselect={false}
          value={String(measure)}
          data={[
            {
              value: 'whole',
              label: t('whole', { position: last, title: lastStep ? say(lastStep.title) : '' }),
            },
            ...answer.steps
              .filter(({ bar }) => bar.base !== undefined)
              .map(({ position, title }) => ({
                value: String(position),
                label: t('step', { position, title: say(title) }),
              })),
          ]}
          onChange={(value) => setMeasure(value === 'whole' ? 'whole' : Number(value))}
        />
        {(breakdown?.severalValues ?? 0) > 0 && (
          <SegmentedControl
            size="xs"
            aria-label={t('attribution')}
            value={attribution}
            data={ATTRIBUTIONS.map((value) => ({ value, label: t(`attribution.${value}`) }))}
            onChange={(value) =>
              setAttribution(ATTRIBUTIONS.find((it) => it === value) ?? attribution)
            }
          />
        )}
      </div>
      {breakdown && breakdown.severalValues > 0 && (
        <p className={compareClasses.note}>
          {t('severalValues', { count: format.count(breakdown.severalValues) })}
        </p>
      )}
      {breakdown && isKnown && breakdown.untold.length > 0 && (
        <p className={compareClasses.note}>
          {t('untold', { positions: breakdown.untold.join(', ') })}
        </p>
      )}
      {rows && !isKnown && (
        <p className={compareClasses.note}>{t('noGroups', { by: t(`by.${by}`) })}</p>
      )}
      {rows && isKnown && (
        <BreakdownTable open={open} answer={answer} by={by} rows={rows} last={last} />
      )}
    </Card>
  );
}

/** Runs are broken down over all runs of the flow; everything else within this one. */
function questionOf({ run, earlier }: FunnelRun, by: FunnelDimension): FunnelQuestion {
  const others = by === 'run' ? earlier.map(({ id }) => id) : [];
  return { scope: { of: 'runs', runIds: [run.id, ...others] } };
}
