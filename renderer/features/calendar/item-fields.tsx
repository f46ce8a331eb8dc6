import {
  Button,
  MultiSelect,
  Group as Row,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import {
  COLUMN_CATEGORIES,
  CONTENT_FORMS,
  CONTENT_STATUSES,
  type ContentItem,
} from '@shared/domain/calendar/content.schema';
import { IconCopy, IconCopyPlus, IconTrash } from '@tabler/icons-react';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { columnTemplates, FormIcon, StatusIcon } from '@/features/content-items';
import { itemMessages } from './item.messages';
import type { ItemPanelProps } from './item-panel';
import { useItemDraft } from './use-item-draft';
import { WhenFields } from './when-fields';

type ItemFieldsProps = Omit<ItemPanelProps, 'item' | 'onClose'> & { item: ContentItem };

const LONGEST = { title: 200, text: 20_000, owner: 60 } as const;

/** Everything about one item, from what it says to who sends it. */
export function ItemFields({ item, columns, groups, onDuplicate, onRemove }: ItemFieldsProps) {
  const t = useMessages(itemMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { draft, type, save, choose, place } = useItemDraft(item);

  const chooseColumn = (columnId: string | null) => {
    const form = columnTemplates.find((template) => template.id === columnId)?.form;
    // A column brings its usual form along, as long as none was chosen by hand.
    choose({ columnId, ...(form && item.form === 'article' && { form }) });
  };
  const copyText = async () => {
    await navigator.clipboard.writeText(draft.text);
    showDone(t('textCopied'));
  };
  return (
    <Stack gap="sm">
      <Textarea
        data-autofocus
        label={t('titleField')}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={LONGEST.title}
        value={draft.title}
        error={draft.title.trim() === '' && t('titleEmpty')}
        onChange={(event) => type({ title: event.currentTarget.value.replaceAll('\n', ' ') })}
        onBlur={save}
      />
      <WhenFields item={item} onPlace={place} />
      <Select
        label={t('column')}
        placeholder={t('columnNone')}
        clearable
        searchable
        value={item.columnId ?? null}
        data={COLUMN_CATEGORIES.map((category) => ({
          group: words(`columnCategory.${category}`),
          items: columns
            .filter((column) => column.category === category)
            .map(({ id, name }) => ({ value: id, label: name })),
        }))}
        onChange={chooseColumn}
      />
      <Row grow gap="sm">
        <Select
          label={t('form')}
          allowDeselect={false}
          leftSection={<FormIcon form={item.form} />}
          value={item.form}
          data={CONTENT_FORMS.map((value) => ({ value, label: words(`form.${value}`) }))}
          onChange={(form) => form && choose({ form })}
        />
        <Select
          label={t('status')}
          allowDeselect={false}
          leftSection={<StatusIcon status={item.status} />}
          value={item.status}
          data={CONTENT_STATUSES.map((value) => ({
            value,
            label: words(`contentStatus.${value}`),
          }))}
          onChange={(status) => status && choose({ status })}
        />
      </Row>
      {item.sentAt !== undefined && (
        <Text size="xs" c="dimmed">
          {t('sentAt', { time: format.dateTime(item.sentAt) })}
        </Text>
      )}
      <TextInput
        label={t('owner')}
        maxLength={LONGEST.owner}
        value={draft.owner}
        onChange={(event) => type({ owner: event.currentTarget.value })}
        onBlur={save}
      />
      {groups.length > 0 && (
        <MultiSelect
          label={t('groups')}
          placeholder={item.groupIds.length === 0 ? t('groupsAll') : ''}
          value={item.groupIds}
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(groupIds) => choose({ groupIds })}
        />
      )}
      <Textarea
        label={t('text')}
        description={t('textHint')}
        autosize
        minRows={5}
        maxRows={14}
        maxLength={LONGEST.text}
        value={draft.text}
        onChange={(event) => type({ text: event.currentTarget.value })}
        onBlur={save}
      />
      <Row justify="space-between">
        <Text size="xs" c="dimmed">
          {t('textCount', { n: format.count([...draft.text].length) })}
        </Text>
        <Button
          variant="light"
          size="compact-sm"
          disabled={draft.text.trim() === ''}
          leftSection={<IconCopy size={14} aria-hidden />}
          onClick={() => void copyText()}
        >
          {t('copyText')}
        </Button>
      </Row>
      <Row justify="space-between" mt="xs">
        <Button
          variant="default"
          leftSection={<IconCopyPlus size={16} aria-hidden />}
          onClick={() => onDuplicate(item)}
        >
          {t('duplicate')}
        </Button>
        <Button
          variant="subtle"
          c="var(--q-red-text)"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => onRemove(item)}
        >
          {t('remove')}
        </Button>
      </Row>
    </Stack>
  );
}
