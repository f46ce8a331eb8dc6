import { TextInput } from '@mantine/core';
import { parseCount } from '@shared/domain/sop/sop-count.rules';
import { useState } from 'react';
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

type Draft = {
  text: string;
  isTyped: boolean;
  /** What was stored when the field was left. */
  leftOver?: string | undefined;
};

/** A number as people type it (万 and full-width digits too); kept on Enter or on leaving. */
export function CountField(props: CountFieldProps) {
  const { label, value, testId, width = 96, isDisabled = false, placeholder, onSave } = props;
  const t = useMessages(countsMessages);
  const stored = value === undefined ? '' : String(value);
  const [draft, setDraft] = useState<Draft>();
  const [problem, setProblem] = useState<string>();
  // What was typed is shown until the stored figure has followed.
  if (draft?.leftOver !== undefined && draft.leftOver !== stored) setDraft(undefined);
  const text = draft ? draft.text : stored;
  const save = async (leftOver?: string) => {
    if (!draft?.isTyped) return;
    const input = parseCount(text);
    if (input.kind === 'refused') {
      setProblem(t(`refused_${input.reason}`));
      return;
    }
    setProblem(undefined);
    const count = input.kind === 'count' ? input.count : undefined;
    setDraft({ text: count === undefined ? '' : String(count), isTyped: false, leftOver });
    if (count === value) return;
    try {
      await onSave(count);
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  const leave = () => {
    // Left as it was entered, the field shows again what is stored by now.
    if (draft?.isTyped) void save(stored);
    else setDraft(undefined);
  };
  return (
    <TextInput
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
      // From here on a figure that comes from elsewhere (undo, a click beside it) waits, or it would
      // move the caret under the hand that types.
      onFocus={() => setDraft({ text, isTyped: draft?.isTyped ?? false })}
      onChange={(event) => {
        setProblem(undefined);
        setDraft({ text: event.currentTarget.value, isTyped: true });
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') void save();
        if (event.key === 'Escape') {
          event.stopPropagation();
          setDraft({ text: stored, isTyped: false });
          setProblem(undefined);
        }
      }}
    />
  );
}
