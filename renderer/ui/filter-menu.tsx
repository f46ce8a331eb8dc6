import { Button, Checkbox, Popover, ScrollArea, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './filter-menu.module.css';

/** From here on a list is searched rather than read. */
const SEARCHED_FROM = 10;
const SHOWN_AT_MOST = 200;

export type FilterOption = {
  value: string;
  label: string;
  count?: string;
  /** Options of one group follow each other under its name. */
  group?: string;
};

type FilterMenuProps = {
  label: string;
  testId: string;
  options: readonly FilterOption[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  words: { search: string; nothing: string; clear: string };
};

/** One filter: a button that says what is chosen, and a list to tick, made when first opened. */
export function FilterMenu(props: FilterMenuProps) {
  const { label, options, chosen } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const first = options.find((option) => option.value === chosen[0])?.label ?? '';
  const said = chosen.length === 1 ? `${label}: ${first}` : `${label} · ${chosen.length}`;
  const button = (
    <button
      type="button"
      className={classes.button}
      data-testid={props.testId}
      data-chosen={chosen.length > 0}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={() => {
        setWasOpened(true);
        setIsOpen(!isOpen);
      }}
    >
      <span className={classes.said}>{chosen.length > 0 ? said : label}</span>
      <IconChevronDown size={14} stroke={1.75} aria-hidden />
    </button>
  );
  if (!wasOpened) return button;
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-start"
      shadow="md"
      width={240}
      trapFocus
      returnFocus
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown p={8}>
        <OptionList {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}

function OptionList({ options, chosen, onChange, words }: FilterMenuProps) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const shown = options
    .filter((option) => option.label.toLowerCase().includes(wanted))
    .slice(0, SHOWN_AT_MOST);
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((it) => it !== value) : [...chosen, value]);
  return (
    <>
      {options.length > SEARCHED_FROM && (
        <TextInput
          size="xs"
          mb={8}
          placeholder={words.search}
          aria-label={words.search}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <ScrollArea.Autosize
        mah={280}
        type="auto"
        scrollbars="y"
        classNames={{ content: classes.options }}
      >
        {shown.map((option, i) => [
          option.group !== undefined && option.group !== shown[i - 1]?.group && (
            <p key={`group ${option.group}`} className={classes.group}>
              {option.group}
            </p>
          ),
          <Checkbox
            key={option.value}
            size="xs"
            classNames={{ body: classes.option, labelWrapper: classes.labelWrapper }}
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
            label={
              <span className={classes.label}>
                <span className={classes.name}>{option.label}</span>
                <span className={classes.count}>{option.count}</span>
              </span>
            }
          />,
        ])}
        {shown.length === 0 && <p className={classes.nothing}>{words.nothing}</p>}
      </ScrollArea.Autosize>
      {chosen.length > 0 && (
        <Button mt={8} size="compact-xs" variant="subtle" onClick={() => onChange([])}>
          {words.clear}
        </Button>
      )}
    </>
  );
}
