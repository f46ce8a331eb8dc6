import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { resetSettings } from '../insights.commands';
import { insightsMessages } from '../insights.messages';

type SettingsDialogProps = {
  model: 'persona' | 'quadrants' | 'rfm' | 'ltv';
  title: string;
  size?: number;
  /** What the draft would change, below the fields. */
  effect?: ReactNode;
  isValid: boolean;
  /** Runs the command with the draft. */
  onSave: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
};

/** The editable figures of a model: saved as one change that undo takes back. */
export function SettingsDialog(props: SettingsDialogProps) {
  const { model, title, size = 640, effect, isValid, onSave, onClose, children } = props;
  useReturnFocus();
  const t = useMessages(insightsMessages);
  const [problem, setProblem] = useState<string>();

  async function run(work: () => Promise<unknown>, done: string) {
    try {
      await work();
      onClose();
      showDone(done, { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  return (
    <Modal opened onClose={onClose} title={title} size={size}>
      <Stack gap="md" data-testid={`insights-settings-${model}`}>
        {children}
        {effect}
        {(problem !== undefined || !isValid) && (
          <Text size="sm" c="red" role="alert">
            {problem ?? t('invalid')}
          </Text>
        )}
        <Group justify="space-between">
          <Button
            variant="subtle"
            color="gray"
            data-testid="insights-settings-reset"
            onClick={() => void run(() => execute(resetSettings, { model }), t('wasReset'))}
          >
            {t('reset')}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button
              disabled={!isValid}
              data-testid="insights-settings-save"
              onClick={() => void run(onSave, t('saved'))}
            >
              {t('save')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}
