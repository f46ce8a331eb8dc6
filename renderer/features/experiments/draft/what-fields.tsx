import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { offeredColumns } from '@shared/domain/calendar/column.rules';
import { EXPERIMENT_FACTORS } from '@shared/domain/experiments/experiment.schema';
import { useMessages } from '@/app/i18n/messages';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { useColumns } from '@/features/content-items';
import { type Draft, rekeyed } from '../experiment-draft';
import { experimentsMessages } from '../experiments.messages';
import classes from '../experiments.module.css';
import { ArmsField } from './arms-field';
import { draftMessages } from './draft.messages';

type WhatFieldsProps = { draft: Draft; change: (patch: Partial<Draft>) => void };

const readColumns = () => readDb.rows('contentColumns').all();

/** Name, hypothesis, the one factor, the versions and what they share. */
export function WhatFields({ draft, change }: WhatFieldsProps) {
  const t = useMessages(draftMessages);
  const words = useMessages(experimentsMessages);
  const columns = useColumns(useLive(readColumns, []) ?? []);
  const { factor } = draft;
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          label={t('name')}
          placeholder={t('namePlaceholder')}
          data-testid="experiment-name"
          maxLength={100}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Select
          label={t('factor')}
          description={t('factorHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          allowDeselect={false}
          value={factor}
          data={EXPERIMENT_FACTORS.map((value) => ({ value, label: words(`factor.${value}`) }))}
          onChange={(value) => {
            const next = EXPERIMENT_FACTORS.find((it) => it === value);
            if (next) change({ factor: next });
          }}
        />
      </div>
      <Textarea
        label={t('hypothesis')}
        placeholder={t('hypothesisPlaceholder')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={1000}
        value={draft.hypothesis}
        onChange={(event) => change({ hypothesis: event.currentTarget.value })}
      />
      <ArmsField
        factor={factor}
        arms={draft.arms}
        onChange={(arms) => change({ arms: rekeyed(arms) })}
      />
      <div>
        <SegmentedControl
          size="xs"
          aria-label={t('design')}
          value={draft.design}
          data={(['parallel', 'halving'] as const).map((value) => ({
            value,
            label: words(`design.${value}`),
          }))}
          onChange={(value) => change({ design: value === 'halving' ? 'halving' : 'parallel' })}
        />
        <p className={classes.quiet}>{t('designHint')}</p>
      </div>
      <div className={classes.pair}>
        {factor !== 'title' && (
          <TextInput
            label={t('commonTitle')}
            data-testid="experiment-common-title"
            maxLength={200}
            value={draft.commonTitle ?? ''}
            onChange={(event) => change({ commonTitle: event.currentTarget.value })}
          />
        )}
        <Select
          label={t('column')}
          placeholder={t('noColumn')}
          clearable
          value={draft.columnId ?? null}
          data={offeredColumns(columns, draft.columnId).map(({ id, name }) => ({
            value: id,
            label: name,
          }))}
          onChange={(value) => change({ columnId: value ?? undefined })}
        />
      </div>
      {factor !== 'text' && (
        <Textarea
          label={t('commonText')}
          description={t('commonHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={20_000}
          value={draft.commonText ?? ''}
          onChange={(event) => change({ commonText: event.currentTarget.value })}
        />
      )}
    </>
  );
}
