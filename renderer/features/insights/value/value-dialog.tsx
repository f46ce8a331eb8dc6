import { NumberInput, SegmentedControl, SimpleGrid } from '@mantine/core';
import {
  type LtvSettings,
  ltvSettingsSchema,
} from '@shared/domain/insights/ltv/ltv-settings.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { saveSettings } from '../insights.commands';
import { SettingsDialog } from '../settings/settings-dialog';
import { valueMessages } from './value.messages';

/** How far the value looks ahead, and when the plain way is taken. */
export function ValueDialog({ settings, onClose }: { settings: LtvSettings; onClose: () => void }) {
  const t = useMessages(valueMessages);
  const [draft, setDraft] = useState(settings);
  const change = (patch: Partial<LtvSettings>) => setDraft({ ...draft, ...patch });
  return (
    <SettingsDialog
      model="ltv"
      title={t('settings')}
      size={520}
      isValid={ltvSettingsSchema.safeParse(draft).success}
      onSave={() => execute(saveSettings, { model: 'ltv', settings: draft })}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label={t('way')}
        value={draft.way}
        data={[
          { value: 'auto', label: t('wayAuto') },
          { value: 'plain', label: t('wayPlain') },
        ]}
        onChange={(value) => change({ way: value === 'plain' ? 'plain' : 'auto' })}
      />
      <SimpleGrid cols={2}>
        <NumberInput
          hideControls
          label={t('horizonDays')}
          min={7}
          max={1830}
          value={draft.horizonDays}
          onChange={(value) => change({ horizonDays: Number(value) })}
        />
        <NumberInput
          hideControls
          label={t('discount')}
          min={0}
          max={100}
          suffix="%"
          value={Math.round(draft.discountPerYear * 1000) / 10}
          onChange={(value) => change({ discountPerYear: Number(value) / 100 })}
        />
        <NumberInput
          hideControls
          label={t('minRepeat')}
          min={2}
          max={10_000}
          value={draft.minRepeatCustomers}
          onChange={(value) => change({ minRepeatCustomers: Number(value) })}
        />
        <NumberInput
          hideControls
          label={t('paceDays')}
          min={14}
          max={730}
          value={draft.plainPaceDays}
          onChange={(value) => change({ plainPaceDays: Number(value) })}
        />
      </SimpleGrid>
    </SettingsDialog>
  );
}
