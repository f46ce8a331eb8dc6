import { NumberInput } from '@mantine/core';
import { useState } from 'react';

type DraftNumberProps = {
  label: string;
  value: number | undefined;
  least?: number;
  most?: number;
  isWhole?: boolean;
  width?: number;
  testId?: string;
  /** Nothing when the field was emptied. */
  onChange: (value: number | undefined) => void;
};

/** A number that is kept when one leaves the field, so that 12.5 is one change and not three. */
export function DraftNumber(props: DraftNumberProps) {
  const { label, value, least = 0, most, isWhole, width, testId, onChange } = props;
  const [typed, setTyped] = useState<number | string>();
  const keep = () => {
    if (typed === undefined) return;
    setTyped(undefined);
    const next = typed === '' ? undefined : Number(typed);
    if (next !== value && (next === undefined || Number.isFinite(next))) onChange(next);
  };
  return (
    <NumberInput
      hideControls
      {...(width === undefined ? { label } : { 'aria-label': label, w: width })}
      {...(testId === undefined ? {} : { 'data-testid': testId })}
      {...(most === undefined ? {} : { max: most })}
      min={least}
      allowNegative={false}
      allowDecimal={isWhole !== true}
      clampBehavior="strict"
      value={typed ?? value ?? ''}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
}
