import type { Condition } from '@shared/domain/rules/rule.schema';
import { assertNever } from '@shared/lib/errors';
import { useMessages } from '@/app/i18n/messages';
import { SegmentPicker } from '../segment-picker';
import { EventField } from './fields/event-field';
import { fieldsMessages } from './fields/fields.messages';
import { ManyField } from './fields/many-field';
import { OneField } from './fields/one-field';
import { RangeField } from './fields/range-field';
import { SequenceField } from './fields/sequence-field';
import { WhenField } from './fields/when-field';
import { WindowField } from './fields/window-field';
import { MemberCondition } from './member-condition';
import { PlaceCondition } from './place-condition';
import { ScoreCondition } from './score-condition';
import { useSuggestions } from './suggestions';

export type EditorProps<C extends Condition = Condition> = {
  value: C;
  onChange: (condition: Condition) => void;
};

const MEASURES = ['netFen', 'averageFen', 'largestFen', 'refundFen'] as const;

type ConditionEditorProps = EditorProps & { exceptSegmentId?: string | undefined };

/** The parts of one condition, in the order in which one would say it. */
export function ConditionEditor({ value, onChange, exceptSegmentId }: ConditionEditorProps) {
  const t = useMessages(fieldsMessages);
  const { tags, snapshots } = useSuggestions();
  switch (value.kind) {
    case 'attribute':
    case 'filled':
    case 'text':
    case 'age':
    case 'birthday':
    case 'known':
      return <MemberCondition value={value} onChange={onChange} />;
    case 'times':
    case 'days':
    case 'share':
      return <CountCondition value={value} onChange={onChange} />;
    case 'money':
      return (
        <>
          <WindowField value={value.within} onChange={(within) => onChange({ ...value, within })} />
          <EventField
            value={value.event ?? { of: 'order' }}
            isOrderOnly
            onChange={(event) => onChange({ ...value, event })}
          />
          <OneField
            label={t('measure')}
            value={value.measure}
            options={MEASURES}
            say={(it) => t(`measure.${it}`)}
            onChange={(measure) => onChange({ ...value, measure })}
          />
          <RangeField
            unit="yuan"
            value={value.range}
            onChange={(range) => onChange({ ...value, range })}
          />
        </>
      );
    case 'when':
      return <WhenField value={value} onChange={onChange} />;
    case 'sequence':
      return <SequenceField value={value} onChange={onChange} />;
    case 'inGroup':
      return <PlaceCondition value={value} onChange={onChange} />;
    case 'tag':
      return (
        <ManyField
          label={t('tags')}
          needsOne
          value={value.tagIds}
          data={tags}
          onChange={(tagIds) => onChange({ ...value, tagIds })}
        />
      );
    case 'segment':
      return (
        <SegmentPicker
          value={value}
          {...(exceptSegmentId === undefined ? {} : { exceptSegmentId })}
          onChange={(picked) => picked && onChange(picked)}
        />
      );
    case 'snapshot':
      return (
        <OneField
          label={t('snapshot')}
          widthPx={260}
          value={value.snapshotId}
          options={snapshots.map((it) => it.value)}
          say={(id) => snapshots.find((it) => it.value === id)?.label ?? id}
          onChange={(snapshotId) => onChange({ ...value, snapshotId })}
        />
      );
    case 'rfm':
    case 'quadrant':
    case 'persona':
    case 'level':
    case 'ltv':
      return <ScoreCondition value={value} onChange={onChange} />;
    default:
      return assertNever(value, 'ConditionEditor');
  }
}

type Counted = Extract<Condition, { kind: 'times' | 'days' | 'share' }>;

function CountCondition({ value, onChange }: EditorProps<Counted>) {
  return (
    <>
      <WindowField value={value.within} onChange={(within) => onChange({ ...value, within })} />
      <EventField
        value={value.event}
        isOrderOnly={value.kind === 'share'}
        onChange={(event) => onChange({ ...value, event })}
      />
      {value.kind === 'times' && (
        <RangeField
          unit="times"
          value={value.times}
          onChange={(times) => onChange({ ...value, times })}
        />
      )}
      {value.kind === 'days' && (
        <RangeField
          unit="orderDays"
          value={value.days}
          onChange={(days) => onChange({ ...value, days })}
        />
      )}
      {value.kind === 'share' && (
        <RangeField
          unit="percent"
          max={100}
          value={value.share}
          onChange={(share) => onChange({ ...value, share })}
        />
      )}
    </>
  );
}
