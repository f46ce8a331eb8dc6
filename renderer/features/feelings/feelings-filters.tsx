import { Button, SegmentedControl } from '@mantine/core';
import { COMMENT_TOPICS, FEELINGS } from '@shared/domain/feelings/comment.schema';
import { useMessages } from '@/app/i18n/messages';
import { useNamedThings } from '@/features/segments';
import { FilterMenu } from '@/ui/filter-menu';
import { feelingsMessages } from './feelings.messages';
import {
  changeView,
  clearView,
  type FeelingsView,
  isNarrowed,
  STATE_CHOICES,
  TIME_CHOICES,
} from './feelings-view';
import { strengthKey } from './list/feeling-chip';

/** What the list is narrowed to, and in which order it stands. */
export function FeelingsFilters({ view }: { view: FeelingsView }) {
  const t = useMessages(feelingsMessages);
  const { groups } = useNamedThings();
  const words = { search: t('filterSearch'), nothing: t('filterNothing'), clear: t('filterClear') };
  const menus = [
    {
      field: 'feelings' as const,
      label: t('filterFeeling'),
      options: FEELINGS.map((value) => ({ value, label: t(`feeling.${value}`) })),
    },
    {
      field: 'topics' as const,
      label: t('filterTopic'),
      options: COMMENT_TOPICS.map((value) => ({ value, label: t(`topic.${value}`) })),
    },
    {
      field: 'intensities' as const,
      label: t('filterIntensity'),
      options: [3, 2, 1, 0].map((value) => ({
        value: String(value),
        label: t(strengthKey(value)),
      })),
    },
    {
      field: 'groupIds' as const,
      label: t('filterGroup'),
      options: groups.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      field: 'days' as const,
      label: t('filterTime'),
      options: TIME_CHOICES.map((value) => ({ value, label: t(`time.${value}`) })),
    },
    {
      field: 'states' as const,
      label: t('filterMore'),
      options: STATE_CHOICES.map((value) => ({ value, label: t(`more.${value}`) })),
    },
  ];
  return (
    <>
      {menus.map(({ field, label, options }) => (
        <FilterMenu
          key={field}
          testId={`feelings-filter-${field}`}
          label={label}
          options={options}
          chosen={view[field]}
          // Of several stretches of time the last one ticked counts.
          onChange={(chosen) =>
            changeView({ [field]: field === 'days' ? chosen.slice(-1) : chosen })
          }
          words={words}
        />
      ))}
      {isNarrowed(view) && (
        <Button size="compact-sm" variant="subtle" onClick={clearView}>
          {t('clearFilters')}
        </Button>
      )}
      <SegmentedControl
        size="xs"
        data-testid="feelings-order"
        value={view.order}
        onChange={(order) => changeView({ order: order as FeelingsView['order'] })}
        data={[
          { value: 'newest', label: t('orderNewest') },
          { value: 'severest', label: t('orderSeverest') },
        ]}
      />
    </>
  );
}
