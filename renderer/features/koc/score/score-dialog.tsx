import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import {
  DEFAULT_KOC_SETTINGS,
  KOC_PARTS,
  type KocPart,
  type KocSettings,
  kocSettingsSchema,
} from '@shared/domain/koc/koc-settings.schema';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { setKocSettings } from '../koc.commands';
import { kocMessages } from '../koc.messages';
import classes from '../koc.module.css';

type ScoreDialogProps = { settings: KocSettings; onClose: () => void };

/** Weights, full marks and days of the score. */
export function ScoreDialog({ settings, onClose }: ScoreDialogProps) {
  useReturnFocus();
  const t = useMessages(kocMessages);
  const [draft, setDraft] = useState(settings);
  const [problem, setProblem] = useState<string>();
  const change = (part: KocPart, patch: Partial<KocSettings['parts'][KocPart]>) =>
    setDraft((before) => ({
      ...before,
      parts: { ...before.parts, [part]: { ...before.parts[part], ...patch } },
    }));
  const asNumber = (value: string | number) => (value === '' ? Number.NaN : Number(value));
  const shown = (value: number) => (Number.isNaN(value) ? '' : value);

  async function save(event: FormEvent) {
    event.preventDefault();
    const { data } = kocSettingsSchema.safeParse(draft);
    if (!data || KOC_PARTS.every((part) => data.parts[part].weight === 0)) {
      setProblem(t('settingsProblem'));
      return;
    }
    try {
      await execute(setKocSettings, { settings: data });
      onClose();
      showDone(t('settingsSaved'), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('settingsTitle')}
      size={560}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form noValidate onSubmit={(event) => void save(event)} data-testid="koc-scoring">
        <Stack gap="sm">
          <Text size="sm">{t('settingsText')}</Text>
          <NumberInput
            hideControls
            label={t('days')}
            data-testid="koc-days"
            data-autofocus
            w={160}
            min={7}
            max={730}
            allowDecimal={false}
            value={shown(draft.days)}
            onChange={(value) => setDraft((before) => ({ ...before, days: asNumber(value) }))}
          />
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('partName')}</th>
                <th>{t('weight')}</th>
                <th>{t('fullAt')}</th>
              </tr>
            </thead>
            <tbody>
              {KOC_PARTS.map((part) => (
                <tr key={part}>
                  <td>{t(`partLong.${part}`)}</td>
                  {(['weight', 'fullAt'] as const).map((field) => (
                    <td key={field}>
                      <NumberInput
                        hideControls
                        size="xs"
                        w={96}
                        min={0}
                        aria-label={`${t(`part.${part}`)} ${t(field)}`}
                        data-testid={`koc-${field}-${part}`}
                        value={shown(draft.parts[part][field])}
                        onChange={(value) => change(part, { [field]: asNumber(value) })}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {problem !== undefined && (
            <div role="alert" className={classes.problem}>
              {problem}
            </div>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={() => setDraft(DEFAULT_KOC_SETTINGS)}>
              {t('reset')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" data-testid="koc-scoring-save">
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
