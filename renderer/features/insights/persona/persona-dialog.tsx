import { NumberInput, Stack } from '@mantine/core';
import {
  type NamedPersona,
  type PersonaSettings,
  personaSettingsSchema,
} from '@shared/domain/insights/persona/persona-settings.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { saveSettings } from '../insights.commands';
import { SettingsDialog } from '../settings/settings-dialog';
import { BandFields } from './band-fields';
import { frequencyBandsOf, frequencyLimits, valueBandsOf, valueLimits } from './bands.rules';
import { personaMessages } from './persona.messages';
import { PersonaEffect } from './persona-effect';
import { PersonaRules } from './persona-rules';

type PersonaDialogProps = { settings: PersonaSettings; onClose: () => void };

/** Bands, window and the rules of the named kinds, with what they would change. */
export function PersonaDialog({ settings, onClose }: PersonaDialogProps) {
  const t = useMessages(personaMessages);
  const [draft, setDraft] = useState(settings);
  const checked = personaSettingsSchema.safeParse(draft);
  const change = (patch: Partial<PersonaSettings>) => setDraft({ ...draft, ...patch });
  return (
    <SettingsDialog
      model="persona"
      title={t('settings')}
      size={860}
      isValid={checked.success}
      effect={checked.success && <PersonaEffect settings={checked.data} />}
      onSave={() => execute(saveSettings, { model: 'persona', settings: draft })}
      onClose={onClose}
    >
      <NumberInput
        hideControls
        label={t('windowDays')}
        w={220}
        min={7}
        max={365}
        data-testid="persona-window"
        value={draft.windowDays}
        onChange={(value) => change({ windowDays: Number(value) })}
      />
      <BandFields
        label={t('frequencyBands')}
        testId="persona-frequency"
        limits={frequencyLimits(draft.frequencyBands)}
        step={1}
        onChange={(limits) => change({ frequencyBands: frequencyBandsOf(limits) })}
      />
      <BandFields
        label={t('valueBands')}
        testId="persona-value"
        limits={valueLimits(draft.orderValueBands)}
        step={10}
        onChange={(limits) => change({ orderValueBands: valueBandsOf(limits) })}
      />
      <Stack gap={6}>
        <PersonaRules named={draft.named} onChange={(named: NamedPersona[]) => change({ named })} />
      </Stack>
    </SettingsDialog>
  );
}
