import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';

type SearchFieldProps = {
  /** Read aloud; shown in the empty field too, where no placeholder says more. */
  label: string;
  placeholder?: string;
  /** What the cross at the end is called; without it there is none. */
  clearLabel?: string;
  value: string;
  onChange: (text: string) => void;
  widthPx?: number;
  testId?: string;
  ref?: Ref<HTMLInputElement>;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
};

/** What a list is searched by. */
export function SearchField(props: SearchFieldProps) {
  const {
    label,
    placeholder = label,
    clearLabel,
    value,
    onChange,
    widthPx,
    testId,
    ...rest
  } = props;
  return (
    <TextInput
      {...rest}
      size="xs"
      {...(widthPx !== undefined && { w: widthPx })}
      data-testid={testId}
      placeholder={placeholder}
      aria-label={label}
      leftSection={<IconSearch size={15} stroke={1.75} aria-hidden />}
      rightSection={
        clearLabel !== undefined &&
        value !== '' && (
          <CloseButton size="xs" aria-label={clearLabel} onClick={() => onChange('')} />
        )
      }
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
