import { Select } from '@mantine/core';
import type { Range } from '@shared/domain/rules/rule.schema';
import { useMessages } from '@/app/i18n/messages';
import { fieldsMessages } from './fields.messages';
import classes from './fields.module.css';
import { NumberField } from './number-field';

const MODES = ['atLeast', 'atMost', 'exactly', 'between', 'any'] as const;
type Mode = (typeof MODES)[number];

export type RangeUnit =
  | 'times'
  | 'days'
  | 'orderDays'
  | 'years'
  | 'yuan'
  | 'percent'
  | 'daysAgo'
  | 'daysAway'
  | 'groups'
  | 'score';

/** What is stored for one of what is typed: fen for yuan, hundredths for percent. */
const STORED: Partial<Record<RangeUnit, { by: number; decimals: number }>> = {
  yuan: { by: 100, decimals: 2 },
  percent: { by: 0.01, decimals: 1 },
};

function modeOf({ min, max }: Range): Mode {
  if (min === undefined) return max === undefined ? 'any' : 'atMost';
  if (max === undefined) return 'atLeast';
  return min === max ? 'exactly' : 'between';
}

function rangeOf(mode: Mode, { min, max }: Range, fallback: number): Range {
  const low = min ?? max ?? fallback;
  const high = max ?? min ?? fallback;
  if (mode === 'atLeast') return { min: low };
  if (mode === 'atMost') return { max: high };
  if (mode === 'exactly') return { min: low, max: low };
  return mode === 'between' ? { min: low, max: high === low ? high * 2 || 1 : high } : {};
}

type RangeFieldProps = {
  value: Range;
  onChange: (range: Range) => void;
  unit: RangeUnit;
  min?: number;
  max?: number;
};

/** "至少 3 次": how it is compared, with what, in which unit. */
export function RangeField({ value, onChange, unit, min = 0, max }: RangeFieldProps) {
  const t = useMessages(fieldsMessages);
  const { by, decimals } = STORED[unit] ?? { by: 1, decimals: 0 };
  const [isSwitched, mode] = [value.min !== undefined && value.min === value.max, modeOf(value)];
  const number = (end: 'min' | 'max', label: string) => (
    <NumberField
      label={label}
      testId={`range-${end}`}
      value={shown((value[end] ?? 0) / by)}
      min={min}
      decimals={decimals}
      {...(max === undefined ? {} : { max })}
      onChange={(typed) => {
        const stored = by >= 1 ? Math.round(typed * by) : shown(typed * by);
        onChange(isSwitched ? { min: stored, max: stored } : { ...value, [end]: stored });
      }}
    />
  );
  return (
    <span className={classes.part}>
      <Select
        size="xs"
        w={92}
        aria-label={t('rangeLabel')}
        allowDeselect={false}
        value={mode}
        data={MODES.map((it) => ({ value: it, label: t(`range.${it}`) }))}
        onChange={(next) => {
          const chosen = MODES.find((it) => it === next);
          if (chosen) onChange(rangeOf(chosen, value, by));
        }}
      />
      {(mode === 'atLeast' || mode === 'exactly') && number('min', t('number'))}
      {mode === 'atMost' && number('max', t('number'))}
      {mode === 'between' && (
        <>
          {number('min', t('from'))}
          {t('and')}
          {number('max', t('to'))}
        </>
      )}
      {mode !== 'any' && t(`unit.${unit}`)}
    </span>
  );
}

/** Without the dust that fractions leave. */
const shown = (value: number) => Math.round(value * 1e6) / 1e6;
