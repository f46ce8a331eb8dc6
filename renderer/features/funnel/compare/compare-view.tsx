import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { Card } from '@/ui/card';
import type { FunnelAnswer } from '@/workers/funnel/funnel-types';
import type { FunnelRun } from '../funnel.queries';
import { compareMessages } from './compare.messages';
import classes from './compare.module.css';
import { ComparisonTable } from './comparison-table';
import { TargetTable } from './target-table';
import { type ComparedWith, useCompared } from './use-compared';

const CHOICES = ['run', 'week', 'target'] as const;

/** Two bars a step, how far apart they are, and whether that is more than chance. */
export function CompareView({ open, answer }: { open: FunnelRun; answer: FunnelAnswer }) {
  const t = useMessages(compareMessages);
  const [chosen, setChosen] = useState<ComparedWith>(open.earlier.length > 0 ? 'run' : 'week');
  const [runId, setRunId] = useState(open.earlier[0]?.id);
  const compared = useCompared(open, answer, chosen, runId);
  return (
    <Card title={t('title')}>
      <div className={classes.controls}>
        <SegmentedControl
          size="xs"
          aria-label={t('with')}
          value={chosen}
          data={CHOICES.map((value) => ({ value, label: t(`with.${value}`) }))}
          onChange={(value) => setChosen(CHOICES.find((it) => it === value) ?? chosen)}
        />
        {chosen === 'run' && open.earlier.length > 0 && (
          <Select
            size="xs"
            w={240}
            aria-label={t('run')}
            allowDeselect={false}
            value={runId ?? null}
            data={open.earlier.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(value) => setRunId(value ?? runId)}
          />
        )}
      </div>
      {chosen === 'week' && <p className={classes.note}>{t('weekNote')}</p>}
      {chosen === 'target' ? (
        <TargetTable answer={answer} />
      ) : compared ? (
        compared.a.answer &&
        compared.b.answer && (
          <ComparisonTable
            a={{ name: compared.a.name, bars: compared.a.answer.steps.map(({ bar }) => bar) }}
            b={{ name: compared.b.name, bars: compared.b.answer.steps.map(({ bar }) => bar) }}
            steps={[...compared.b.answer.steps, ...compared.a.answer.steps]}
          />
        )
      ) : (
        <p className={classes.note}>{t('noEarlier')}</p>
      )}
    </Card>
  );
}
