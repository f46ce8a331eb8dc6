import { TextInput } from '@mantine/core';
import { figureText, parseFigure } from '@shared/domain/content-results/figure-input.rules';
import type { FigureKey } from '@shared/domain/content-results/figures.rules';
import type { ExperimentUnit } from '@shared/domain/experiments/experiment.schema';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import classes from '../experiments.module.css';
import { runMessages } from './run.messages';

export const READING_FIELDS = [
  'exposed',
  'converted',
  'shared',
  'dwellSeconds',
  'dwellSd',
] as const;
export type ReadingField = (typeof READING_FIELDS)[number];

const KEY_OF: Record<ReadingField, FigureKey> = {
  exposed: 'reach',
  converted: 'orders',
  shared: 'shares',
  dwellSeconds: 'averageSeconds',
  dwellSd: 'averageSeconds',
};

/** A figure as one reads it, a dash where there is none. */
export const readingText = (unit: ExperimentUnit, field: ReadingField): string =>
  figureText(unit[field], KEY_OF[field]) || '—';

type ReadingCellProps = {
  unit: ExperimentUnit;
  field: ReadingField;
  label: string;
  isLocked: boolean;
  onWrite: (value: number | null) => void;
};

/** One figure of one line: written when one leaves it; Enter goes to the line below. */
export function ReadingCell({ unit, field, label, isLocked, onWrite }: ReadingCellProps) {
  const t = useMessages(runMessages);
  const stored = unit[field];
  const [text, setText] = useState(() => figureText(stored, KEY_OF[field]));
  const [problem, setProblem] = useState<string>();
  useEffect(() => setText(figureText(stored, KEY_OF[field])), [stored, field]);
  const isTooLarge =
    (field === 'converted' || field === 'shared') &&
    stored !== undefined &&
    unit.exposed !== undefined &&
    stored > unit.exposed;

  const write = () => {
    const { exposed } = unit;
    const others = exposed === undefined ? {} : { reach: exposed, opens: exposed };
    const read = parseFigure(text, KEY_OF[field], others);
    if (read.kind === 'refused') {
      setProblem(t('notNumber'));
      return;
    }
    setProblem(undefined);
    const value = read.kind === 'empty' ? null : read.value;
    if ((value ?? undefined) !== stored) onWrite(value);
    else setText(figureText(stored, KEY_OF[field]));
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const row = event.currentTarget.closest('tr');
    const below = row?.nextElementSibling?.querySelector<HTMLInputElement>(
      `input[data-field="${field}"]`,
    );
    if (below) below.focus();
    else event.currentTarget.blur();
  };
  return (
    <TextInput
      size="xs"
      className={classes.figure}
      aria-label={label}
      data-field={field}
      disabled={isLocked}
      inputMode="decimal"
      value={text}
      error={problem ?? (isTooLarge ? t('tooLarge') : undefined)}
      onChange={(event) => setText(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={write}
      onKeyDown={onKey}
    />
  );
}
