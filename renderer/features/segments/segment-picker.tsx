import { Select } from '@mantine/core';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useSegmentCount } from './count/use-segment-count';
import { segmentsMessages } from './segments.messages';
import { useNamedThings } from './words/names-store';

/** Takes either as a condition: people of a saved rule, or of a fixed list. */
export type PickedSegment = Extract<Rule, { kind: 'segment' | 'snapshot' }>;

type SegmentPickerProps = {
  value: PickedSegment | undefined;
  onChange: (picked: PickedSegment | undefined) => void;
  label?: string;
  testId?: string;
  /** A segment whose own rule is being written cannot stand in it. */
  exceptSegmentId?: string;
};

const keyOf = (picked: PickedSegment) =>
  picked.kind === 'segment' ? `segment:${picked.segmentId}` : `snapshot:${picked.snapshotId}`;

function pickedOf(key: string): PickedSegment {
  const id = key.slice(key.indexOf(':') + 1);
  return key.startsWith('segment:')
    ? { kind: 'segment', segmentId: id }
    : { kind: 'snapshot', snapshotId: id };
}

/** A segment or a snapshot, with how many people the chosen one holds now. */
export function SegmentPicker(props: SegmentPickerProps) {
  const { value, onChange, label, testId = 'segment-picker', exceptSegmentId } = props;
  const t = useMessages(segmentsMessages);
  const format = useFormat();
  const { segments, snapshots } = useNamedThings();
  const { count } = useSegmentCount(value, 0);
  const shown = segments.filter(
    (it) =>
      it.id !== exceptSegmentId &&
      (it.isArchived !== true || (value?.kind === 'segment' && value.segmentId === it.id)),
  );
  return (
    <Select
      data-testid={testId}
      size="xs"
      searchable
      clearable={false}
      {...(label === undefined ? { 'aria-label': t('pick') } : { label })}
      placeholder={t('pick')}
      nothingFoundMessage={t('pickNothing')}
      value={value ? keyOf(value) : null}
      data={[
        {
          group: t('pickSegments'),
          items: shown.map((it) => ({ value: `segment:${it.id}`, label: it.name })),
        },
        {
          group: t('pickSnapshots'),
          items: snapshots.map((it) => ({
            value: `snapshot:${it.id}`,
            label: `${it.name} · ${t('people', { count: it.count, n: format.count(it.count) })}`,
          })),
        },
      ]}
      onChange={(key) => onChange(key === null ? undefined : pickedOf(key))}
      rightSectionWidth={value && count ? 84 : 28}
      rightSectionPointerEvents="none"
      rightSection={
        value && count ? (
          <span style={{ color: 'var(--q-ink-quiet)', fontSize: 'var(--q-size-12)' }}>
            {t('people', { count: count.n, n: format.count(count.n) })}
          </span>
        ) : undefined
      }
    />
  );
}
