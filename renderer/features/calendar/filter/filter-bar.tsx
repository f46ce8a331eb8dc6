import { Button } from '@mantine/core';
import {
  COLUMN_CATEGORIES,
  CONTENT_FORMS,
  CONTENT_STATUSES,
  VOICES,
} from '@shared/domain/calendar/content.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { FilterMenu, type FilterOption } from '@/ui/filter-menu';
import { filterMessages } from './filter.messages';
import { type ItemFilter, isFiltered, NO_FILTER } from './item-filter';

type FilterBarProps = {
  filter: ItemFilter;
  groups: readonly Group[];
  owners: readonly string[];
  onFilter: (filter: ItemFilter) => void;
};

/** What of the plan is shown, by group, column, form, status, owner and voice. */
export function FilterBar({ filter, groups, owners, onFilter }: FilterBarProps) {
  const t = useMessages(filterMessages);
  const words = useMessages(wordsMessages);
  const menuWords = { search: t('search'), nothing: t('nothing'), clear: t('clear') };
  const menus: { field: keyof ItemFilter; options: FilterOption[] }[] = [
    { field: 'groups', options: groups.map(({ id, name }) => ({ value: id, label: name })) },
    {
      field: 'categories',
      options: COLUMN_CATEGORIES.map((value) => ({
        value,
        label: words(`columnCategory.${value}`),
      })),
    },
    {
      field: 'forms',
      options: CONTENT_FORMS.map((value) => ({ value, label: words(`form.${value}`) })),
    },
    {
      field: 'statuses',
      options: CONTENT_STATUSES.map((value) => ({
        value,
        label: words(`contentStatus.${value}`),
      })),
    },
    {
      field: 'owners',
      options: [
        ...owners.map((value) => ({ value, label: value })),
        { value: '', label: t('nobody') },
      ],
    },
    {
      field: 'voices',
      options: VOICES.map((value) => ({ value, label: words(`membershipRole.${value}`) })),
    },
  ];
  return (
    <>
      {menus
        // Without groups or owners there is nothing to tell apart by them.
        .filter(({ field, options }) => options.length > 1 || (field === 'groups' && options[0]))
        .map(({ field, options }) => (
          <FilterMenu
            key={field}
            label={t(field)}
            testId={`cal-filter-${field}`}
            options={options}
            chosen={filter[field]}
            onChange={(chosen) => onFilter({ ...filter, [field]: chosen })}
            words={menuWords}
          />
        ))}
      {isFiltered(filter) && (
        <Button size="compact-sm" variant="subtle" onClick={() => onFilter(NO_FILTER)}>
          {t('clearAll')}
        </Button>
      )}
    </>
  );
}
