import { Chip, Group } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { timelineMessages } from './timeline.messages';
import { TIMELINE_FILTERS, type TimelineFilter } from './timeline.rules';

type TimelineFiltersProps = {
  counts: Record<TimelineFilter, number>;
  chosen: readonly TimelineFilter[];
  onChange: (chosen: TimelineFilter[]) => void;
};

/** Which kinds are shown; none chosen shows all. */
export function TimelineFilters({ counts, chosen, onChange }: TimelineFiltersProps) {
  const t = useMessages(timelineMessages);
  const format = useFormat();
  const present = TIMELINE_FILTERS.filter((it) => counts[it] > 0);
  if (present.length < 2) return null;
  return (
    <Chip.Group
      multiple
      value={[...chosen]}
      onChange={(values: string[]) =>
        onChange(TIMELINE_FILTERS.filter((it) => values.includes(it)))
      }
    >
      <Group gap={4} mb={4} role="group" aria-label={t('filters')}>
        {present.map((filter) => (
          <Chip key={filter} value={filter} size="xs" data-testid={`timeline-filter-${filter}`}>
            {t(`filter.${filter}`)} {format.count(counts[filter])}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
