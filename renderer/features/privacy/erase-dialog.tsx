import { Button, Checkbox, Group, Modal, Text, TextInput } from '@mantine/core';
import type { Member } from '@shared/domain/members/member.schema';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useLive } from '@/db/use-live';
import { EraseFacts } from './erase-facts';
import { eraseForGood } from './erase-for-good';
import { privacyMessages } from './privacy.messages';
import { readFootprint } from './privacy.queries';

type EraseDialogProps = { member: Member; onClose: () => void; onErased: () => void };

/** Says exactly what goes and what stays before it takes the typed name for a yes. */
export function EraseDialog({ member, onClose, onErased }: EraseDialogProps) {
  const t = useMessages(privacyMessages);
  const footprint = useLive(() => readFootprint(member), [member]);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [erasesRisk, setErasesRisk] = useState(true);
  const [isBusy, setIsBusy] = useState(false);
  const { id, name } = member;
  const hasRisk = (footprint?.risks ?? 0) > 0;

  async function erase(): Promise<void> {
    setIsBusy(true);
    try {
      const keepRisk = hasRisk && !erasesRisk;
      const isWhole = await eraseForGood({ memberId: id, reason: reason.trim(), keepRisk });
      onErased();
      showDone(t(isWhole ? 'done' : 'doneLater'));
    } catch (error) {
      setIsBusy(false);
      showProblem(error);
    }
  }

  return (
    <Modal
      opened
      size="lg"
      title={t('eraseTitle', { name })}
      withCloseButton={!isBusy}
      onClose={isBusy ? () => undefined : onClose}
    >
      <Text size="sm">{t('eraseIntro')}</Text>
      {footprint && <EraseFacts footprint={footprint} />}
      {hasRisk && (
        <Checkbox
          mt="md"
          data-testid="erase-risk"
          checked={erasesRisk}
          label={t('risk', { n: footprint?.risks ?? 0 })}
          description={t('riskHint')}
          onChange={(event) => setErasesRisk(event.currentTarget.checked)}
        />
      )}
      <TextInput
        mt="md"
        data-testid="erase-reason"
        label={t('reason')}
        placeholder={t('reasonPlaceholder')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        mt="md"
        data-testid="erase-typed"
        label={t('confirmLabel', { name })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {isBusy && (
        <Text size="sm" c="dimmed" mt="md" role="status">
          {t('working')}
        </Text>
      )}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" disabled={isBusy} onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          color="red"
          data-testid="erase-confirm"
          loading={isBusy}
          disabled={typed.trim() !== name || footprint === undefined}
          onClick={() => void erase()}
        >
          {t('confirm')}
        </Button>
      </Group>
    </Modal>
  );
}
