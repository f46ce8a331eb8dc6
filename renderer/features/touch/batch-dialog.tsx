import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { TouchPick } from '@/workers/touch/touch-types';
import { touchMessages } from './touch.messages';
import { useMark } from './use-mark';

type BatchDialogProps = {
  planId: string;
  stage: string;
  stageName: string;
  status: 'done' | 'left';
  pick: TouchPick;
  onClose: (isDone: boolean) => void;
};

/** How many and who, before all of them are noted as one change. */
export function BatchDialog({ pick, onClose, status, ...mark }: BatchDialogProps) {
  const t = useMessages(touchMessages);
  const format = useFormat();
  const send = useMark();
  const [isBusy, setBusy] = useState(false);
  const n = format.count(pick.count);
  const names = pick.sample.join(t('between'));
  const confirm = async () => {
    setBusy(true);
    const isDone = await send({ ...mark, status, members: pick.members });
    setBusy(false);
    onClose(isDone);
  };
  return (
    <Modal
      opened
      onClose={() => onClose(false)}
      title={t('batchTitle', { stage: mark.stageName, n, what: t(status) })}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Text size="sm">
        {t(pick.count > pick.sample.length ? 'batchSample' : 'batchSampleFew', { names, n })}
      </Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => onClose(false)}>
          {t('cancel')}
        </Button>
        <Button
          data-testid="touch-batch-confirm"
          loading={isBusy}
          disabled={pick.count === 0}
          onClick={() => void confirm()}
        >
          {t('confirm')}
        </Button>
      </Group>
    </Modal>
  );
}
