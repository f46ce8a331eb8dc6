import { Group as Row, Select, TextInput } from '@mantine/core';
import { type ContentItem, SPEAKER_KINDS } from '@shared/domain/calendar/content.schema';
import { useMessages } from '@/app/i18n/messages';
import { LONGEST } from './item-draft';
import { kindMessages } from './kind.messages';
import { usePanel } from './panel-context';

/** Who carries the piece: the kind of speaker and the name, or one of the house's characters. */
export function SpeakerFields({ item }: { item: ContentItem }) {
  const t = useMessages(kindMessages);
  const { draft, type, save, choose, characters, columnRows } = usePanel();
  const usual = item.columnId === undefined ? undefined : columnRows.get(item.columnId)?.speaker;
  const length = draft.speakerName.trim().length;
  return (
    <>
      <Row grow gap="sm" align="flex-start" wrap="nowrap">
        <Select
          label={t('speaker')}
          placeholder={usual === undefined ? t('speakerNone') : t(`speaker.${usual}`)}
          clearable
          value={item.speaker ?? null}
          data={SPEAKER_KINDS.map((value) => ({ value, label: t(`speaker.${value}`) }))}
          onChange={(speaker) => choose({ speaker })}
        />
        <TextInput
          label={t('speakerName')}
          value={draft.speakerName}
          error={
            length > LONGEST.speakerName && t('longer', { most: LONGEST.speakerName, n: length })
          }
          onChange={(event) => type({ speakerName: event.currentTarget.value })}
          onBlur={save}
        />
      </Row>
      {(characters.length > 0 || item.characterId !== undefined) && (
        <Select
          label={t('character')}
          placeholder={t('characterNone')}
          clearable
          value={item.characterId ?? null}
          data={characters.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(characterId) =>
            choose({ characterId, ...(characterId && { speaker: 'internalIp' }) })
          }
        />
      )}
    </>
  );
}
