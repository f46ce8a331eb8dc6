import { Group as Row, Select } from '@mantine/core';
import { offeredColumns } from '@shared/domain/calendar/column.rules';
import {
  COLUMN_CATEGORIES,
  CONTENT_FORMS,
  type ContentItem,
  SENSES,
  VOICES,
} from '@shared/domain/calendar/content.schema';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { columnTemplates, FormIcon } from '@/features/content-items';
import { kindMessages } from './kind.messages';
import classes from './panel.module.css';
import { usePanel } from './panel-context';
import { SpeakerFields } from './speaker-fields';

/** What kind of piece it is: its column, form, voice, speaker and the sense it plays on. */
export function KindSection({ item }: { item: ContentItem }) {
  const t = useMessages(kindMessages);
  const words = useMessages(wordsMessages);
  const { columns, columnRows, choose } = usePanel();
  const column = item.columnId === undefined ? undefined : columnRows.get(item.columnId);
  const voice = item.voice ?? column?.voice;

  const chooseColumn = (columnId: string | null) => {
    const form =
      (columnId === null ? undefined : columnRows.get(columnId)?.form) ??
      columnTemplates.find((template) => template.id === columnId)?.form;
    // A column brings its usual form along, as long as none was chosen by hand.
    choose({ columnId, ...(form && item.form === 'article' && { form }) });
  };
  return (
    <>
      <Row grow gap="sm" align="flex-start" wrap="nowrap">
        <Select
          label={t('column')}
          placeholder={t('columnNone')}
          clearable
          searchable
          value={item.columnId ?? null}
          data={COLUMN_CATEGORIES.map((category) => ({
            group: words(`columnCategory.${category}`),
            items: offeredColumns(columns, item.columnId)
              .filter((choice) => choice.category === category)
              .map(({ id, name }) => ({ value: id, label: name })),
          }))}
          onChange={chooseColumn}
        />
        <Select
          label={t('form')}
          allowDeselect={false}
          leftSection={<FormIcon form={item.form} />}
          value={item.form}
          data={CONTENT_FORMS.map((value) => ({ value, label: words(`form.${value}`) }))}
          onChange={(form) => form && choose({ form })}
        />
      </Row>
      <Row grow gap="sm" align="flex-start" wrap="nowrap">
        <Select
          label={t('voice')}
          placeholder={
            column?.voice === undefined
              ? t('voiceNone')
              : t('voiceOfColumn', { voice: words(`membershipRole.${column.voice}`) })
          }
          clearable
          value={item.voice ?? null}
          data={VOICES.map((value) => ({ value, label: words(`membershipRole.${value}`) }))}
          onChange={(value) => choose({ voice: value })}
        />
        <Select
          label={t('sense')}
          placeholder={t('senseNone')}
          clearable
          value={item.sense ?? null}
          data={SENSES.map((value) => ({ value, label: t(`sense.${value}`) }))}
          onChange={(sense) => choose({ sense })}
        />
      </Row>
      {voice === 'seeded' && (
        <p className={classes.remark}>
          {column?.isDisclosed === true ? t('seededDisclosed') : t('seeded')}
        </p>
      )}
      <SpeakerFields item={item} />
    </>
  );
}
