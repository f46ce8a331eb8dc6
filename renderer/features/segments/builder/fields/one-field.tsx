import { Select } from '@mantine/core';

type OneFieldProps<T extends string> = {
  label: string;
  value: T;
  options: readonly T[];
  say: (value: T) => string;
  onChange: (value: T) => void;
  widthPx?: number;
};

/** Exactly one of a few words within a sentence. */
export function OneField<T extends string>(props: OneFieldProps<T>) {
  const { label, value, options, say, onChange, widthPx = 116 } = props;
  return (
    <Select
      size="xs"
      w={widthPx}
      aria-label={label}
      allowDeselect={false}
      value={value}
      data={options.map((it) => ({ value: it, label: say(it) }))}
      onChange={(next) => {
        const chosen = options.find((it) => it === next);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}
