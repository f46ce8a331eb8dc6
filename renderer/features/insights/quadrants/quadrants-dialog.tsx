import { Group, NumberInput } from '@mantine/core';
import {
  type QuadrantSettings,
  quadrantSettingsSchema,
} from '@shared/domain/insights/quadrants/quadrant-settings.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { dataWorker, execute } from '@/db/client';
import { useFigures } from '../figures/use-figures';
import { saveSettings } from '../insights.commands';
import { SettingsDialog } from '../settings/settings-dialog';
import { useTrial } from '../settings/use-trial';
import { quadrantsMessages } from './quadrants.messages';
import classes from './quadrants.module.css';
import { RuleRows } from './rule-rows';
import { useQuadrantName } from './use-quadrant-name';

const FEN_PER_YUAN = 100;
const PER_CENT = 100;

type QuadrantsDialogProps = { settings: QuadrantSettings; onClose: () => void };

/** The rule table and what it stands on, with what it would change. */
export function QuadrantsDialog({ settings, onClose }: QuadrantsDialogProps) {
  const t = useMessages(quadrantsMessages);
  const [draft, setDraft] = useState(settings);
  const checked = quadrantSettingsSchema.safeParse(draft);
  const change = (patch: Partial<QuadrantSettings>) => setDraft({ ...draft, ...patch });
  const silence = (patch: Partial<QuadrantSettings['silent']>) =>
    change({ silent: { ...draft.silent, ...patch } });
  return (
    <SettingsDialog
      model="quadrants"
      title={t('settings')}
      size={980}
      isValid={checked.success}
      effect={checked.success && <Effect settings={checked.data} />}
      onSave={() => execute(saveSettings, { model: 'quadrants', settings: draft })}
      onClose={onClose}
    >
      <RuleRows rows={draft.table} onChange={(table) => change({ table })} />
      <Group align="flex-end" gap="sm">
        <NumberInput
          hideControls
          w={172}
          label={t('arpuDays')}
          min={7}
          max={730}
          value={draft.arpuDays}
          onChange={(value) => change({ arpuDays: Number(value) })}
        />
        <NumberInput
          hideControls
          w={172}
          label={t('aliveBelow')}
          min={0}
          max={100}
          suffix="%"
          value={Math.round(draft.silent.aliveBelow * PER_CENT)}
          onChange={(value) => silence({ aliveBelow: Number(value) / PER_CENT })}
        />
        <NumberInput
          hideControls
          w={172}
          label={t('daysFrom')}
          min={1}
          max={3660}
          value={draft.silent.daysFrom}
          onChange={(value) => silence({ daysFrom: Number(value) })}
        />
        <NumberInput
          hideControls
          w={172}
          label={t('margin')}
          min={0}
          max={100}
          suffix="%"
          value={Math.round(draft.margin * PER_CENT * 10) / 10}
          onChange={(value) => change({ margin: Number(value) / PER_CENT })}
        />
        <NumberInput
          hideControls
          w={172}
          label={t('costPerOrder')}
          min={0}
          decimalScale={2}
          value={draft.costPerOrderFen / FEN_PER_YUAN}
          onChange={(value) =>
            change({ costPerOrderFen: Math.round(Number(value) * FEN_PER_YUAN) })
          }
        />
      </Group>
    </SettingsDialog>
  );
}

const tryOut = (settings: QuadrantSettings) => dataWorker().insights.tryQuadrants(settings);

function Effect({ settings }: { settings: QuadrantSettings }) {
  const t = useMessages(quadrantsMessages);
  const { format, share } = useFigures();
  const { nameOf } = useQuadrantName();
  const counts = useTrial(settings, tryOut);
  if (!counts) return <p className={classes.effect}>{t('effectWaiting')}</p>;
  const all = counts.reduce((sum, it) => sum + it.n, 0);
  return (
    <p className={classes.effect} role="status" data-testid="quadrants-effect">
      {t('effect')}
      {counts
        .map(({ key, n }) =>
          t('effectOf', { name: nameOf(key), n: format.count(n), share: share(n, all) }),
        )
        .join(' · ')}
    </p>
  );
}
