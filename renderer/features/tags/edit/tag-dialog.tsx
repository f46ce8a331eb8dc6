import { Button, Group, Modal, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { TAG_KINDS, type Tag } from '@shared/domain/tags/tag.schema';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { createTag, editTag } from './tags.commands';
import { tagsMessages } from './tags.messages';

/** A tag's name, kind and meaning; without `tag` a new one. */
export function TagDialog({ tag, onClose }: { tag?: Tag; onClose: () => void }) {
  useReturnFocus();
  const t = useMessages(tagsMessages);
  const words = useMessages(wordsMessages);
  const [name, setName] = useState(tag?.name ?? '');
  const [kind, setKind] = useState(tag?.kind ?? 'base');
  const [note, setNote] = useState(tag?.note ?? '');
  const [problem, setProblem] = useState<string>();

  async function save(event: FormEvent) {
    event.preventDefault();
    const fields = { name: name.trim(), kind, note: note.trim() };
    if (fields.name === '') {
      setProblem(t('nameMissing'));
      return;
    }
    try {
      if (tag) await execute(editTag, { ...fields, tagId: tag.id });
      else await execute(createTag, fields);
      onClose();
      showDone(t(tag ? 'saved' : 'created', { name: fields.name }), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  return (
    <Modal opened onClose={onClose} title={t(tag ? 'edit' : 'add')} size={400}>
      <form noValidate onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <TextInput
            label={t('name')}
            data-testid="tag-name"
            data-autofocus
            maxLength={60}
            value={name}
            error={problem}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <SegmentedControl
            aria-label={t('kind')}
            value={kind}
            data={TAG_KINDS.map((value) => ({ value, label: words(`tagKind.${value}`) }))}
            onChange={(value) => setKind(TAG_KINDS.find((it) => it === value) ?? 'base')}
          />
          <Textarea
            label={t('note')}
            placeholder={t('notePlaceholder')}
            autosize
            minRows={2}
            maxRows={4}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" data-testid="tag-save">
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
