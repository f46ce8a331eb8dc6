import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useReturnFocus } from '@/ui/use-return-focus';
import { batchMessages } from './batch.messages';
import { WhoLine } from './who-line';

export type BatchNote = { text: string; as: 'line' | 'event' };
const PLACES = ['line', 'event'] as const;

type NoteDialogProps = {
  memberIds: readonly string[];
  onSave: (note: BatchNote) => void;
  onClose: () => void;
};

/** One line about everybody who is ticked, into their notes or their timelines. */
export function NoteDialog({ memberIds, onSave, onClose }: NoteDialogProps) {
  useReturnFocus();
  const t = useMessages(batchMessages);
  const format = useFormat();
  const [text, setText] = useState('');
  const [as, setAs] = useState<BatchNote['as']>('line');
  const [problem, setProblem] = useState<string>();

  function save(event: FormEvent) {
    event.preventDefault();
    if (text.trim() === '') setProblem(t('noteMissing'));
    else onSave({ text, as });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('confirmNote', { n: format.count(memberIds.length) })}
      size={440}
    >
      <form noValidate onSubmit={save}>
        <Stack gap="sm">
          <WhoLine memberIds={memberIds} />
          <Textarea
            label={t('noteText')}
            data-testid="batch-note-text"
            data-autofocus
            autosize
            minRows={2}
            maxRows={5}
            maxLength={500}
            placeholder={t('notePlaceholder')}
            value={text}
            error={problem}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Radio.Group
            label={t('noteAs')}
            value={as}
            onChange={(next) => setAs(PLACES.find((it) => it === next) ?? 'line')}
          >
            <Stack gap={6} mt={4}>
              {PLACES.map((place) => (
                <Radio
                  key={place}
                  size="xs"
                  value={place}
                  label={t(`noteAs.${place}`)}
                  data-testid={`batch-note-${place}`}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" data-testid="batch-note-save">
              {t('doNote')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
