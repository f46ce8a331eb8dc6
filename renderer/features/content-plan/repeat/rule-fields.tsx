import {
  Chip,
  Group,
  Input,
  NumberInput,
  SegmentedControl,
  Select,
  TextInput,
} from '@mantine/core';
import { REPEAT_SKIPS } from '@shared/domain/calendar/repeat.schema';
import { useMessages } from '@/app/i18n/messages';
import { DayField } from '../day-field';
import { repeatMessages } from './repeat.messages';
import { parseDays, type RepeatDraft } from './repeat-draft';
import { useWeekdayName } from './use-rule-words';

const KINDS = ['weekdays', 'monthDays', 'lunar'] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const LUNAR_MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

type RuleFieldsProps = {
  draft: RepeatDraft;
  onChange: (change: Partial<RepeatDraft>) => void;
  /** The first day stays once something came. */
  isBegun: boolean;
};

export function RuleFields({ draft, onChange, isBegun }: RuleFieldsProps) {
  const t = useMessages(repeatMessages);
  return (
    <>
      <Input.Wrapper label={t('kind')}>
        <SegmentedControl
          fullWidth
          data-testid="repeat-kind"
          value={draft.kind}
          data={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
      </Input.Wrapper>
      {draft.kind === 'weekdays' && <WeekdayFields draft={draft} onChange={onChange} />}
      {draft.kind === 'monthDays' && (
        <TextInput
          label={t('monthDays')}
          description={t('monthDaysHint')}
          value={draft.monthDays}
          error={!parseDays(draft.monthDays, 31) && t('daysInvalid', { max: 31 })}
          onChange={(event) => onChange({ monthDays: event.currentTarget.value })}
        />
      )}
      {draft.kind === 'lunar' && <LunarFields draft={draft} onChange={onChange} />}
      <Select
        label={t('skip')}
        data-testid="repeat-skip"
        allowDeselect={false}
        value={draft.skip}
        data={REPEAT_SKIPS.map((value) => ({ value, label: t(`skip.${value}`) }))}
        onChange={(skip) => skip && onChange({ skip })}
      />
      <Group grow gap="sm" align="flex-start">
        {!isBegun && (
          <DayField
            label={t('fromDay')}
            value={draft.fromDay}
            onChange={(fromDay) => fromDay && onChange({ fromDay })}
          />
        )}
        <DayField
          label={t('untilDay')}
          placeholder={t('untilNever')}
          isClearable
          minDay={draft.fromDay}
          value={draft.untilDay}
          onChange={(untilDay) => onChange({ untilDay })}
        />
      </Group>
    </>
  );
}

type PartProps = Pick<RuleFieldsProps, 'draft' | 'onChange'>;

function WeekdayFields({ draft, onChange }: PartProps) {
  const t = useMessages(repeatMessages);
  const name = useWeekdayName();
  return (
    <Group gap="sm" align="flex-end">
      <Input.Wrapper label={t('weekdays')}>
        <Chip.Group
          multiple
          value={draft.weekdays.map(String)}
          onChange={(values) => onChange({ weekdays: values.map(Number).sort() })}
        >
          <Group gap={4}>
            {WEEKDAYS.map((weekday) => (
              <Chip key={weekday} value={String(weekday)} size="xs" radius="md">
                {name(weekday)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <NumberInput
        label={t('everyWeeks')}
        w={96}
        size="xs"
        min={1}
        max={12}
        clampBehavior="strict"
        allowDecimal={false}
        value={draft.everyWeeks}
        onChange={(value) => typeof value === 'number' && onChange({ everyWeeks: value || 1 })}
      />
    </Group>
  );
}

function LunarFields({ draft, onChange }: PartProps) {
  const t = useMessages(repeatMessages);
  return (
    <Group grow gap="sm" align="flex-start">
      <Select
        label={t('lunarMonth')}
        clearable
        placeholder={t('lunarEveryMonth')}
        value={draft.lunarMonth === null ? null : String(draft.lunarMonth)}
        data={LUNAR_MONTHS.map((n) => ({ value: String(n), label: t('lunarMonthN', { n }) }))}
        onChange={(month) => onChange({ lunarMonth: month === null ? null : Number(month) })}
      />
      <TextInput
        label={t('lunarDays')}
        description={t('lunarDaysHint')}
        value={draft.lunarDays}
        error={!parseDays(draft.lunarDays, 30) && t('daysInvalid', { max: 30 })}
        onChange={(event) => onChange({ lunarDays: event.currentTarget.value })}
      />
    </Group>
  );
}
