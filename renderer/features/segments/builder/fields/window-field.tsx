import { Select } from '@mantine/core';
import type { Window } from '@shared/domain/rules/rule.schema';
import { useMessages } from '@/app/i18n/messages';
import { deferred } from '@/ui/deferred';
import { fieldsMessages } from './fields.messages';
import classes from './fields.module.css';
import { NumberField } from './number-field';

/** The calendar and its styles come only to those who name days. */
export const DaySpan = deferred(async () => (await import('./day-span')).DaySpan).Part;

const MODES = ['ever', 'lastDays', 'span'] as const;
type Mode = (typeof MODES)[number];
const DEFAULT_DAYS = 30;

const modeOf = (value: Window | undefined): Mode => {
  if (value === undefined) return 'ever';
  return 'lastDays' in value ? 'lastDays' : 'span';
};

function windowOf(mode: Mode): Window | undefined {
  if (mode === 'lastDays') return { lastDays: DEFAULT_DAYS };
  return mode === 'span' ? {} : undefined;
}

type WindowFieldProps = {
  value: Window | undefined;
  onChange: (window: Window | undefined) => void;
};

/** "最近 30 天": within which time something counts. */
export function WindowField({ value, onChange }: WindowFieldProps) {
  const t = useMessages(fieldsMessages);
  return (
    <span className={classes.part}>
      <Select
        size="xs"
        w={124}
        aria-label={t('windowLabel')}
        allowDeselect={false}
        value={modeOf(value)}
        data={MODES.map((it) => ({ value: it, label: t(`window.${it}`) }))}
        onChange={(next) => {
          const mode = MODES.find((it) => it === next);
          if (mode) onChange(windowOf(mode));
        }}
      />
      {value !== undefined && 'lastDays' in value && (
        <>
          <NumberField
            label={t('windowDays')}
            testId="window-days"
            value={value.lastDays}
            min={1}
            max={3660}
            onChange={(lastDays) => onChange({ lastDays })}
          />
          {t('unit.days')}
        </>
      )}
      {value !== undefined && !('lastDays' in value) && (
        <DaySpan value={value} onChange={onChange} />
      )}
    </span>
  );
}
