import { CloseButton, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { tagsMessages } from '../tags.messages';
import { TAG_SECTIONS, TAG_STATES, type TagView } from './tag-view';

type TagFiltersProps = { view: TagView; onChange: (patch: Partial<TagView>) => void };

export function TagFilters({ view, onChange }: TagFiltersProps) {
  const t = useMessages(tagsMessages);
  return (
    <>
      <TextInput
        data-testid="tags-search"
        w={220}
        size="xs"
        placeholder={t('search')}
        aria-label={t('search')}
        leftSection={<IconSearch size={15} stroke={1.75} />}
        rightSection={
          view.text !== '' && (
            <CloseButton size="xs" aria-label={t('clear')} onClick={() => onChange({ text: '' })} />
          )
        }
        value={view.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <SegmentedControl
        size="xs"
        data-testid="tags-section"
        aria-label={t('kind')}
        value={view.section}
        data={[
          { value: 'all', label: t('all') },
          ...TAG_SECTIONS.map((value) => ({ value, label: t(`kind.${value}`) })),
        ]}
        onChange={(value) =>
          onChange({ section: TAG_SECTIONS.find((section) => section === value) ?? 'all' })
        }
      />
      <Select
        size="xs"
        w={120}
        data-testid="tags-state"
        aria-label={t('showLabel')}
        allowDeselect={false}
        value={view.state}
        data={TAG_STATES.map((value) => ({ value, label: t(`show.${value}`) }))}
        onChange={(value) =>
          onChange({ state: TAG_STATES.find((state) => state === value) ?? 'any' })
        }
      />
    </>
  );
}
