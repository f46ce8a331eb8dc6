import { SegmentedControl, Select } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { SearchField } from '@/ui/search-field';
import { tagsMessages } from '../tags.messages';
import { TAG_SECTIONS, TAG_STATES, type TagView } from './tag-view';

type TagFiltersProps = { view: TagView; onChange: (patch: Partial<TagView>) => void };

export function TagFilters({ view, onChange }: TagFiltersProps) {
  const t = useMessages(tagsMessages);
  return (
    <>
      <SearchField
        testId="tags-search"
        widthPx={220}
        label={t('search')}
        clearLabel={t('clear')}
        value={view.text}
        onChange={(text) => onChange({ text })}
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
