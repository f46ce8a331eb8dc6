import { Select } from '@mantine/core';
import {
  longestWindow,
  WINDOW_UNITS,
  type WindowUnit,
  windowMsOf,
  windowParts,
} from '@shared/domain/sop/step-window.rules';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { DraftNumber } from './draft-number';
import { editorMessages } from './editor.messages';
import classes from './editor.module.css';

type WindowFieldsProps = {
  windowMs: number | undefined;
  /** Nothing when any time counts. */
  onChange: (windowMs: number | undefined) => void;
};

/** How long after the step before this one still counts. */
export function WindowFields({ windowMs, onChange }: WindowFieldsProps) {
  const t = useMessages(editorMessages);
  const [wanted, setWanted] = useState<WindowUnit>('days');
  const { amount, unit } =
    windowMs === undefined ? { amount: undefined, unit: wanted } : windowParts(windowMs);
  const setUnit = (next: WindowUnit) => {
    setWanted(next);
    if (amount !== undefined) onChange(windowMsOf(amount, next));
  };
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('stepWindow')}</legend>
      <div className={classes.inline}>
        <DraftNumber
          width={110}
          label={t('stepWindowAmount')}
          testId="step-window"
          least={1}
          most={longestWindow(unit)}
          isWhole
          value={amount}
          onChange={(next) => onChange(next ? windowMsOf(next, unit) : undefined)}
        />
        <Select
          aria-label={t('stepWindowUnit')}
          data-testid="step-window-unit"
          allowDeselect={false}
          data={WINDOW_UNITS.map((value) => ({ value, label: t(`windowUnit_${value}`) }))}
          value={unit}
          onChange={(next) => next && setUnit(next as WindowUnit)}
        />
      </div>
      <p className={classes.quiet}>{t('stepWindowHint')}</p>
    </fieldset>
  );
}
