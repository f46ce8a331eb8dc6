import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { useReturnFocus } from '@/ui/use-return-focus';
import { batchMessages } from './batch.messages';
import { WhoLine } from './who-line';

type ConfirmDialogProps = {
  title: string;
  action: string;
  memberIds: readonly string[];
  onConfirm: () => void;
  onClose: () => void;
};

/** From here on nobody sees at a glance who is concerned. */
export const ASKED_FROM = 21;

/** How many and who, before something is done with many people. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  useReturnFocus();
  const t = useMessages(batchMessages);
  return (
    <Modal opened onClose={props.onClose} title={props.title} size={440}>
      <Stack gap="sm">
        <WhoLine memberIds={props.memberIds} />
        <Text size="sm" c="dimmed">
          {t('undoHint')}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            {t('cancel')}
          </Button>
          <Button data-autofocus data-testid="batch-confirm" onClick={props.onConfirm}>
            {props.action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
