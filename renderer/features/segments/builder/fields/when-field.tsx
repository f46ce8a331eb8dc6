import type { Condition } from '@shared/domain/rules/rule.schema';
import { useMessages } from '@/app/i18n/messages';
import { EventField } from './event-field';
import { fieldsMessages } from './fields.messages';
import { OneField } from './one-field';
import { RangeField } from './range-field';
import { DaySpan } from './window-field';

type WhenRule = Extract<Condition, { kind: 'when' }>;
const WAYS = ['daysAgo', 'between'] as const;

/** "最近一次 下单 至少 30 天前". */
export function WhenField({
  value,
  onChange,
}: {
  value: WhenRule;
  onChange: (rule: WhenRule) => void;
}) {
  const t = useMessages(fieldsMessages);
  const way = value.between === undefined ? 'daysAgo' : 'between';
  const { daysAgo: _, between: __, ...rest } = value;
  return (
    <>
      <OneField
        label={t('whichLabel')}
        widthPx={104}
        value={value.which}
        options={['last', 'first'] as const}
        say={(it) => t(`which.${it}`)}
        onChange={(which) => onChange({ ...value, which })}
      />
      <EventField value={value.event} onChange={(event) => onChange({ ...value, event })} />
      <OneField
        label={t('whenLabel')}
        widthPx={128}
        value={way}
        options={WAYS}
        say={(it) => t(`when.${it}`)}
        onChange={(next) =>
          next !== way &&
          onChange(
            next === 'between' ? { ...rest, between: {} } : { ...rest, daysAgo: { min: 30 } },
          )
        }
      />
      {way === 'daysAgo' ? (
        <RangeField
          unit="daysAgo"
          value={value.daysAgo ?? {}}
          onChange={(daysAgo) => onChange({ ...rest, daysAgo })}
        />
      ) : (
        <DaySpan
          value={value.between ?? {}}
          onChange={(between) => onChange({ ...rest, between })}
        />
      )}
    </>
  );
}
