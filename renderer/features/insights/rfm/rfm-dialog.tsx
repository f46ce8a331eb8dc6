import { Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import {
  type RfmSettings,
  rfmSettingsSchema,
} from '@shared/domain/insights/rfm/rfm-settings.schema';
import { type ReactNode, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { saveSettings } from '../insights.commands';
import { SettingsDialog } from '../settings/settings-dialog';
import { rfmMessages } from './rfm.messages';

type Cuts = [number, number, number, number];
const MEASURES = ['r', 'f', 'm'] as const;
const FEN_PER_YUAN = 100;

/** How RFM scores are found. */
export function RfmDialog({ settings, onClose }: { settings: RfmSettings; onClose: () => void }) {
  const t = useMessages(rfmMessages);
  const [draft, setDraft] = useState(settings);
  const change = (patch: Partial<RfmSettings>) => setDraft({ ...draft, ...patch });
  const isValid =
    rfmSettingsSchema.safeParse(draft).success &&
    isFalling(draft.manualCuts.r) &&
    isRising(draft.manualCuts.f) &&
    isRising(draft.manualCuts.m);
  return (
    <SettingsDialog
      model="rfm"
      title={t('settings')}
      isValid={isValid}
      onSave={() => execute(saveSettings, { model: 'rfm', settings: draft })}
      onClose={onClose}
    >
      <Group align="flex-end" gap="md">
        <NumberInput
          hideControls
          label={t('windowDays')}
          min={7}
          max={3660}
          value={draft.windowDays}
          onChange={(value) => change({ windowDays: Number(value) })}
        />
        <Labelled label={t('frequencyBy')}>
          <SegmentedControl
            aria-label={t('frequencyBy')}
            value={draft.frequencyBy}
            data={[
              { value: 'orders', label: t('frequencyOrders') },
              { value: 'days', label: t('frequencyDays') },
            ]}
            onChange={(value) => change({ frequencyBy: value === 'days' ? 'days' : 'orders' })}
          />
        </Labelled>
      </Group>
      <Labelled label={t('scoresBy')}>
        <SegmentedControl
          aria-label={t('scoresBy')}
          value={draft.scoresBy}
          data={[
            { value: 'quantile', label: t('scoresQuantile') },
            { value: 'manual', label: t('scoresManual') },
          ]}
          onChange={(value) => change({ scoresBy: value === 'manual' ? 'manual' : 'quantile' })}
        />
      </Labelled>
      {draft.scoresBy === 'manual' && (
        <>
          <CutFields
            label={t('manualR')}
            cuts={draft.manualCuts.r}
            isBad={!isFalling(draft.manualCuts.r)}
            onChange={(r) => change({ manualCuts: { ...draft.manualCuts, r } })}
          />
          <CutFields
            label={t('manualF')}
            cuts={draft.manualCuts.f}
            isBad={!isRising(draft.manualCuts.f)}
            onChange={(f) => change({ manualCuts: { ...draft.manualCuts, f } })}
          />
          <CutFields
            label={t('manualM')}
            cuts={draft.manualCuts.m}
            unit={FEN_PER_YUAN}
            isBad={!isRising(draft.manualCuts.m)}
            onChange={(m) => change({ manualCuts: { ...draft.manualCuts, m } })}
          />
        </>
      )}
      <Labelled label={t('highFrom')}>
        <Group gap="sm">
          {MEASURES.map((measure) => (
            <NumberInput
              hideControls
              key={measure}
              w={90}
              aria-label={`${t('highFrom')} ${measure.toUpperCase()}`}
              prefix={`${measure.toUpperCase()} ≥ `}
              min={2}
              max={5}
              value={draft.highFrom[measure]}
              onChange={(value) =>
                change({ highFrom: { ...draft.highFrom, [measure]: Number(value) } })
              }
            />
          ))}
        </Group>
      </Labelled>
    </SettingsDialog>
  );
}

const isRising = (cuts: readonly number[]) =>
  cuts.every((cut, at) => at === 0 || cut > (cuts[at - 1] ?? cut));
const isFalling = (cuts: readonly number[]) => isRising([...cuts].reverse());

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600} component="span">
        {label}
      </Text>
      {children}
    </Stack>
  );
}

type CutFieldsProps = {
  label: string;
  cuts: Cuts;
  /** Stored units per shown unit. */
  unit?: number;
  isBad: boolean;
  onChange: (cuts: Cuts) => void;
};

function CutFields({ label, cuts, unit = 1, isBad, onChange }: CutFieldsProps) {
  const t = useMessages(rfmMessages);
  return (
    <Labelled label={label}>
      <Group gap="sm">
        {cuts.map((cut, at) => (
          <NumberInput
            hideControls
            key={at}
            w={110}
            min={0}
            error={isBad}
            aria-label={`${label} ${t('cutPlace', { n: at + 1 })}`}
            value={cut / unit}
            onChange={(value) => {
              const next: Cuts = [...cuts];
              next[at] = Math.round(Number(value) * unit);
              onChange(next);
            }}
          />
        ))}
      </Group>
    </Labelled>
  );
}
