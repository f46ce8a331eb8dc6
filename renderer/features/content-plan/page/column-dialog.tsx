import {
  Button,
  Checkbox,
  Chip,
  Group,
  Input,
  Modal,
  NumberInput,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { ColumnChoice } from '@shared/domain/calendar/column.schema';
import {
  COLUMN_CATEGORIES,
  CONTENT_FORMS,
  type ContentColumn,
  SPEAKER_KINDS,
  VOICES,
} from '@shared/domain/calendar/content.schema';
import { SLOTS } from '@shared/domain/calendar/slots';
import { useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { execute } from '@/db/client';
import { columnTemplates } from '@/features/content-items';
import { useReturnFocus } from '@/ui/use-return-focus';
import { dropColumn, saveColumn } from '../column.commands';
import { pageMessages } from './page.messages';

type ColumnDialogProps = {
  /** Without one a new column. */
  column: ColumnChoice | undefined;
  /** It differs from how it came, or is one's own. */
  isEdited: boolean;
  onClose: () => void;
};
type Draft = Omit<ContentColumn, 'id'>;

/** A column with everything that it brings to its items; editing a built-in one makes one's own edition. */
export function ColumnDialog({ column, isEdited, onClose }: ColumnDialogProps) {
  useReturnFocus();
  const t = useMessages(pageMessages);
  const [draft, setDraft] = useState<Draft>(() => {
    if (!column) return { name: '', category: 'service' };
    const { id: _, ...fields } = column;
    return fields;
  });
  const [problem, setProblem] = useState<string>();
  const isBuiltIn = columnTemplates.some(({ id }) => id === column?.id);
  const change = (fields: { [K in keyof Draft]?: Draft[K] | undefined }) =>
    setDraft((was) => {
      const next = Object.entries({ ...was, ...fields });
      return Object.fromEntries(next.filter(([, value]) => value !== undefined)) as Draft;
    });
  const attempt = async (work: () => Promise<string>) => {
    try {
      const said = await work();
      onClose();
      showDone(said, { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  const save = () =>
    attempt(async () => {
      const name = draft.name.trim();
      await execute(saveColumn, {
        ...(column && { id: column.id }),
        column: { ...draft, name },
      });
      return t('saved');
    });
  const drop = ({ id, name }: ColumnChoice) =>
    attempt(async () => {
      await execute(dropColumn, { id, name });
      return t(isBuiltIn ? 'resetDone' : 'dropped', { name });
    });
  return (
    <Modal
      opened
      onClose={onClose}
      title={column ? t('edit', { name: column.name }) : t('add')}
      size={560}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (draft.name.trim() !== '') void save();
        }}
      >
        <Stack gap="sm" data-testid="column-dialog">
          <ColumnFields draft={draft} change={change} />
          {problem !== undefined && (
            <Text role="alert" size="sm" c="var(--q-red-text)">
              {problem}
            </Text>
          )}
          <Group justify="space-between">
            {column && isEdited ? (
              <Button variant="subtle" c="var(--q-red-text)" onClick={() => void drop(column)}>
                {t(isBuiltIn ? 'reset' : 'drop')}
              </Button>
            ) : (
              <span />
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button type="submit" data-testid="column-save" disabled={draft.name.trim() === ''}>
                {t('save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

type FieldsProps = {
  draft: Draft;
  change: (fields: { [K in keyof Draft]?: Draft[K] | undefined }) => void;
};

function ColumnFields({ draft, change }: FieldsProps) {
  const t = useMessages(pageMessages);
  const words = useMessages(wordsMessages);
  return (
    <>
      <Group grow gap="sm" align="flex-start">
        <TextInput
          label={t('name')}
          data-autofocus
          maxLength={40}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Select
          label={t('category')}
          allowDeselect={false}
          value={draft.category}
          data={COLUMN_CATEGORIES.map((value) => ({
            value,
            label: words(`columnCategory.${value}`),
          }))}
          onChange={(category) => category && change({ category })}
        />
      </Group>
      <Input.Wrapper label={t('usualSlots')}>
        <Chip.Group
          multiple
          value={draft.slots ?? []}
          onChange={(values) => {
            const slots = SLOTS.filter((slot) => (values as string[]).includes(slot));
            change({ slots: slots.length > 0 ? slots : undefined });
          }}
        >
          <Group gap={4}>
            {SLOTS.map((slot) => (
              <Chip key={slot} value={slot} size="xs" radius="md">
                {words(`slot.${slot}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Group grow gap="sm" align="flex-start">
        <Select
          label={t('form')}
          clearable
          placeholder={t('none')}
          value={draft.form ?? null}
          data={CONTENT_FORMS.map((value) => ({ value, label: words(`form.${value}`) }))}
          onChange={(form) => change({ form: form ?? undefined })}
        />
        <NumberInput
          label={t('perWeek')}
          placeholder={t('perWeekNone')}
          min={1}
          max={28}
          allowDecimal={false}
          clampBehavior="strict"
          data-testid="column-per-week"
          value={draft.perWeek ?? ''}
          onChange={(value) =>
            change({ perWeek: typeof value === 'number' && value > 0 ? value : undefined })
          }
        />
      </Group>
      <Group grow gap="sm" align="flex-start">
        <Select
          label={t('voice')}
          clearable
          placeholder={t('none')}
          value={draft.voice ?? null}
          data={VOICES.map((value) => ({ value, label: t(`voice.${value}`) }))}
          onChange={(voice) =>
            change({
              voice: voice ?? undefined,
              ...(voice !== 'seeded' && { isDisclosed: undefined }),
            })
          }
        />
        <Select
          label={t('speaker')}
          clearable
          placeholder={t('none')}
          value={draft.speaker ?? null}
          data={SPEAKER_KINDS.map((value) => ({ value, label: t(`speaker.${value}`) }))}
          onChange={(speaker) => change({ speaker: speaker ?? undefined })}
        />
      </Group>
      {draft.voice === 'seeded' && (
        <Checkbox
          label={t('disclosed')}
          description={t('seededHint')}
          checked={draft.isDisclosed === true}
          onChange={(event) => change({ isDisclosed: event.currentTarget.checked })}
        />
      )}
      <Textarea
        label={t('purpose')}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={300}
        value={draft.purpose ?? ''}
        onChange={(event) => change({ purpose: event.currentTarget.value || undefined })}
      />
      <Checkbox
        label={t('archived')}
        checked={draft.isArchived === true}
        onChange={(event) => change({ isArchived: event.currentTarget.checked || undefined })}
      />
    </>
  );
}
