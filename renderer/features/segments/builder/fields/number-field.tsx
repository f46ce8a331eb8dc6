import { NumberInput } from '@mantine/core';
import { useState } from 'react';

type NumberFieldProps = {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  decimals?: number;
  testId?: string;
};

/** A number within a sentence; while it is being retyped the last one goes on counting. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, min = 0, max = 1_000_000_000, decimals = 0, testId } = props;
  const [typed, setTyped] = useState<{ of: number; text: string }>();
  return (
    <NumberInput
      size="xs"
      w={78}
      hideControls
      aria-label={label}
      {...(testId === undefined ? {} : { 'data-testid': testId })}
      min={min}
      max={max}
      decimalScale={decimals}
      allowNegative={min < 0}
      value={typed?.of === value ? typed.text : value}
      onChange={(next) => {
        const isNumber = typeof next === 'number' && next >= min && next <= max;
        setTyped({ of: isNumber ? next : value, text: String(next) });
        if (isNumber && next !== value) onChange(next);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
