import { Button, Group } from '@mantine/core';

type ChoiceButtonsProps<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: string; testId: string }[];
  chosen: Value;
  isDisabled: boolean;
  onChoose: (value: Value) => void;
};

/** A few answers of which one holds. */
export function ChoiceButtons<Value extends string>(props: ChoiceButtonsProps<Value>) {
  return (
    <Group gap={6} role="group" aria-label={props.label}>
      {props.options.map(({ value, label, testId }) => (
        <Button
          key={value}
          size="compact-sm"
          variant={value === props.chosen ? 'light' : 'default'}
          aria-pressed={value === props.chosen}
          disabled={props.isDisabled}
          data-testid={testId}
          onClick={() => props.onChoose(value)}
        >
          {label}
        </Button>
      ))}
    </Group>
  );
}
