import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './flow-tools.module.css';

type AddItemProps = {
  /** 添加位置 */
  word: string;
  hint: string;
  testId: string;
  onAdd: (label: string) => Promise<string | undefined>;
};

/** One more entry of a list: a button that becomes a field, and stays open for the next. */
export function AddItem({ word, hint, testId, onAdd }: AddItemProps) {
  const [text, setText] = useState<string>();
  const [problem, setProblem] = useState<string>();
  if (text === undefined) {
    return (
      <Button
        className={classes.addButton}
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        data-testid={testId}
        onClick={() => setText('')}
      >
        {word}
      </Button>
    );
  }
  const add = async () => {
    if (text.trim() === '') return;
    const wrong = await onAdd(text.trim());
    setProblem(wrong);
    if (wrong === undefined) setText('');
  };
  return (
    <TextInput
      size="xs"
      w={260}
      autoFocus
      maxLength={100}
      aria-label={word}
      placeholder={hint}
      data-testid={`${testId}-input`}
      value={text}
      error={problem}
      onChange={(event) => {
        setProblem(undefined);
        setText(event.currentTarget.value);
      }}
      onBlur={() => text.trim() === '' && setText(undefined)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') void add();
        if (event.key === 'Escape') {
          event.stopPropagation();
          setText(undefined);
          setProblem(undefined);
        }
      }}
    />
  );
}
