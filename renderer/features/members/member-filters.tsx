import { Button } from '@mantine/core';
import { TAG_KINDS } from '@shared/domain/tags/tag.schema';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import {
  clearPeopleChoice,
  showPeople,
  useNamedThings,
  usePeopleChoice,
} from '@/features/segments';
import { useTags } from '@/features/tags';
import { FilterMenu, type FilterOption } from '@/ui/filter-menu';
import { SearchField } from '@/ui/search-field';
import type { FacetValue, MemberFacets } from '@/workers/index/list-types';
import { changeFilter, changeView, clearFilters, isFiltered, type MemberView } from './member-view';
import { membersMessages } from './members.messages';

type MemberFiltersProps = { view: MemberView; facets: MemberFacets | undefined };

/** Search and filters; each value says how many members have it. */
export function MemberFilters({ view, facets }: MemberFiltersProps) {
  const t = useMessages(membersMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { tags, tagOf } = useTags();
  const menuWords = {
    search: t('filterSearch'),
    nothing: t('filterNothing'),
    clear: t('filterClear'),
  };
  const options = (values: FacetValue[] | undefined, say: (value: string) => string) =>
    (values ?? []).map(
      ({ value, count }): FilterOption => ({
        value,
        label: value === '' ? t('notFilled') : say(value),
        count: format.count(count),
      }),
    );
  const tagCounts = new Map(facets?.tags.map(({ value, count }) => [value, count]));
  const byKind = [...tags].sort((a, b) => TAG_KINDS.indexOf(a.kind) - TAG_KINDS.indexOf(b.kind));
  const tagOptions = byKind.map((tag) => ({
    value: tag.id,
    label: tag.name,
    group: words(`tagKind.${tag.kind}`),
    count: format.count(tagCounts.get(tag.id) ?? 0),
  }));
  const { filter } = view;
  const segments = useNamedThings().segments.filter((it) => it.isArchived !== true);
  const choice = usePeopleChoice();
  const menus = [
    {
      field: 'identity' as const,
      label: t('identity'),
      options: options(facets?.identity, (value) =>
        words(`identity.${value as 'store' | 'online' | 'consumer' | 'unknown'}`),
      ),
    },
    {
      field: 'channel' as const,
      label: t('channel'),
      options: options(facets?.channel, (value) => value),
    },
    {
      field: 'region' as const,
      label: t('region'),
      options: options(facets?.region, (value) => value),
    },
    { field: 'tagIds' as const, label: t('tags'), options: tagOptions },
    {
      field: 'source' as const,
      label: t('source'),
      options: options(facets?.source, (value) =>
        words(`memberSource.${value as 'import' | 'order' | 'manual' | 'sample'}`),
      ),
    },
  ];

  return (
    <>
      <SearchField
        testId="members-search"
        widthPx={260}
        label={t('search')}
        clearLabel={t('filterClear')}
        value={view.text}
        onChange={(text) => changeView({ text })}
      />
      {menus.map((menu) => (
        <FilterMenu
          key={menu.field}
          testId={`filter-${menu.field}`}
          label={menu.label}
          options={menu.options}
          chosen={(filter[menu.field] ?? []).filter(
            (value) => menu.field !== 'tagIds' || tagOf(value) !== undefined,
          )}
          onChange={(chosen) => changeFilter({ [menu.field]: chosen })}
          words={menuWords}
        />
      ))}
      {segments.length > 0 && (
        <FilterMenu
          testId="filter-segment"
          label={t('segment')}
          options={segments.map((it) => ({ value: it.id, label: it.name }))}
          chosen={choice?.segmentId === undefined ? [] : [choice.segmentId]}
          onChange={(chosen) => {
            const segment = segments.find((it) => it.id === chosen[chosen.length - 1]);
            if (!segment) clearPeopleChoice();
            else {
              const rule = { kind: 'segment', segmentId: segment.id } as const;
              showPeople({ title: segment.name, rule, segmentId: segment.id });
            }
          }}
          words={menuWords}
        />
      )}
      <FilterMenu
        testId="filter-orders"
        label={t('buying')}
        options={[
          { value: 'yes', label: t('hasOrders') },
          { value: 'no', label: t('noOrders') },
        ]}
        chosen={filter.hasOrders === undefined ? [] : [filter.hasOrders ? 'yes' : 'no']}
        onChange={(chosen) => {
          const newest = chosen[chosen.length - 1];
          changeFilter({ hasOrders: newest === undefined ? undefined : newest === 'yes' });
        }}
        words={menuWords}
      />
      {isFiltered(view) && (
        <Button size="compact-md" fz="var(--q-size-13)" variant="subtle" onClick={clearFilters}>
          {t('clearFilters')}
        </Button>
      )}
    </>
  );
}
