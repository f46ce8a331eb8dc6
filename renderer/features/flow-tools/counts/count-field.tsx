import { TextInput } from '@mantine/core';
import { parseCount } from '@shared/domain/sop/sop-count.rules';
import { useEffect, useRef, useState } from 'react';
import { problemText } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { countsMessages } from './counts.messages';

type CountFieldProps = {
  label: string;
  value: number | undefined;
  testId?: string;
  width?: number;
  isDisabled?: boolean;
  placeholder?: string;
  /** Nothing typed takes the figure away. */
  onSave: (count: number | undefined) => Promise<unknown>;
};

/** A number as people type it (万 and full-width digits too); kept on Enter or on leaving. */
export function CountField(props: CountFieldProps) {
  const { label, value, testId, width = 96, isDisabled = false, placeholder, onSave } = props;
  const t = useMessages(countsMessages);
  const stored = value === undefined ? '' : String(value);
  const [text, setText] = useState(stored);
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // A figure that comes from elsewhere (undo, another laptop) must not overwrite what is typed.
    if (document.activeElement !== field.current) setText(stored);
  }, [stored]);
  const save = async () => {
    const input = parseCount(text);
    if (input.kind === 'refused') {
      setProblem(t(`refused_${input.reason}`));
      return;
    }
    setProblem(undefined);
    const count = input.kind === 'count' ? input.count : undefined;
    setText(count === undefined ? '' : String(count));
    if (count === value) return;
    try {
      await onSave(count);
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  return (
    <TextInput
      ref={field}
      size="xs"
      w={width}
      aria-label={label}
      data-testid={testId}
      inputMode="numeric"
      autoComplete="off"
      placeholder={placeholder}
      disabled={isDisabled}
      value={text}
      error={problem}
      onChange={(event) => {
        setProblem(undefined);
        setText(event.currentTarget.value);
      }}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') void save();
        if (event.key === 'Escape') {
          event.stopPropagation();
          setText(stored);
          setProblem(undefined);
        }
      }}
    />
  );
}
