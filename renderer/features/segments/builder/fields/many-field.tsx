import { MultiSelect, TagsInput } from '@mantine/core';

const WIDTH_PX = 210;

export type Option = { value: string; label: string };
export type OptionGroup = { group: string; items: Option[] };

type ManyFieldProps = {
  label: string;
  /** Shown while nothing is chosen. */
  none?: string;
  value: readonly string[];
  data: readonly Option[] | readonly OptionGroup[];
  onChange: (values: string[]) => void;
  /** The last one cannot be taken away. */
  needsOne?: boolean;
};

/** Some of a known list, searchable. */
export function ManyField({ label, none, value, data, onChange, needsOne }: ManyFieldProps) {
  return (
    <MultiSelect
      size="xs"
      miw={WIDTH_PX}
      maw={420}
      searchable
      aria-label={label}
      hidePickedOptions
      value={[...value]}
      data={withChosen(data, value)}
      {...(value.length === 0 ? { placeholder: none ?? label } : {})}
      onChange={(next) => {
        if (next.length > 0 || needsOne !== true) onChange(next);
      }}
    />
  );
}

/** What a rule names and the data no longer have is still shown, so that it can be taken away. */
function withChosen(
  data: readonly Option[] | readonly OptionGroup[],
  chosen: readonly string[],
): (Option | OptionGroup)[] {
  const list: (Option | OptionGroup)[] = [...data];
  const known = new Set(
    list.flatMap((it) => ('items' in it ? it.items : [it])).map((it) => it.value),
  );
  const lost = chosen.filter((value) => !known.has(value));
  if (lost.length === 0) return list;
  const options = lost.map((value) => ({ value, label: value }));
  const first = list[0];
  return first && 'items' in first
    ? [...list, { group: '—', items: options }]
    : [...list, ...options];
}

type WordsFieldProps = {
  label: string;
  none?: string;
  value: readonly string[];
  suggestions: readonly string[];
  onChange: (words: string[]) => void;
  needsOne?: boolean;
};

/** Words typed freely, with what the data have as suggestions. */
export function WordsField(props: WordsFieldProps) {
  const { label, none, value, suggestions, onChange, needsOne } = props;
  return (
    <TagsInput
      size="xs"
      miw={WIDTH_PX}
      maw={420}
      aria-label={label}
      acceptValueOnBlur
      maxTags={50}
      maxLength={100}
      value={[...value]}
      data={[...new Set(suggestions)]}
      {...(value.length === 0 ? { placeholder: none ?? label } : {})}
      onChange={(next) => {
        const words = next.map((word) => word.trim()).filter((word) => word !== '');
        if (words.length > 0 || needsOne !== true) onChange(words);
      }}
    />
  );
}
