import { Autocomplete, Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import classes from './inline-edit.module.css';

type InlineEditProps = {
  label: string;
  /** What is stored, as one types it. */
  value: string;
  /** How it reads while nobody edits it. */
  shown?: string;
  /** Said where nothing is stored. */
  placeholder: string;
  isLong?: boolean;
  suggestions?: readonly string[];
  testId?: string;
  /** Returns what is wrong, in words; nothing when it was saved. */
  onSave: (text: string) => Promise<string | undefined>;
};

/** A value that becomes a field when one clicks it: Enter or leaving saves, Escape leaves it as it was. */
export function InlineEdit(props: InlineEditProps) {
  const { label, value, shown, placeholder, onSave } = props;
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();

  async function save(text: string) {
    if (text.trim() !== value) {
      const wrong = await onSave(text.trim());
      if (wrong !== undefined) {
        setProblem(wrong);
        return;
      }
    }
    leave();
  }
  function leave() {
    setDraft(undefined);
    setProblem(undefined);
  }

  if (draft === undefined) {
    return (
      <UnstyledButton
        className={classes.shown}
        data-empty={value === ''}
        data-testid={props.testId}
        aria-label={`${label}: ${value === '' ? placeholder : (shown ?? value)}`}
        onClick={() => setDraft(value)}
      >
        {value === '' ? placeholder : (shown ?? value)}
      </UnstyledButton>
    );
  }
  const field = {
    'aria-label': label,
    'data-testid': props.testId ? `${props.testId}-input` : undefined,
    autoFocus: true,
    size: 'xs' as const,
    value: draft,
    error: problem,
    errorProps: { fz: 'var(--q-size-12)' },
    onBlur: () => void save(draft),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        // Only the field closes, not the panel around it.
        event.preventDefault();
        leave();
      }
      if (event.key === 'Enter' && !(props.isLong && event.shiftKey)) {
        event.preventDefault();
        void save(draft);
      }
    },
  };
  if (props.suggestions) {
    return <Autocomplete {...field} data={[...props.suggestions]} limit={8} onChange={setDraft} />;
  }
  const onChange = (event: { currentTarget: { value: string } }) =>
    setDraft(event.currentTarget.value);
  return props.isLong ? (
    <Textarea {...field} autosize minRows={2} maxRows={8} onChange={onChange} />
  ) : (
    <TextInput {...field} onChange={onChange} />
  );
}
