import { Select } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import classes from './lazy-select.module.css';

type Props = {
  label: string;
  testId: string;
  value: string;
  data: readonly { value: string; label: string }[];
  isQuiet?: boolean;
  isSearchable?: boolean;
  onChange: (value: string) => void;
};

/**
 * A choice that becomes a real list when it is opened: a sheet may have a hundred columns, and as
 * many lists at once take the window a noticeable moment.
 */
export function LazySelect(props: Props) {
  const { label, testId, value, data, isQuiet = false, isSearchable = false, onChange } = props;
  const [isOpen, setIsOpen] = useState(false);
  const wasOpen = useRef(false);
  if (!isOpen) {
    return (
      <button
        ref={(button) => {
          if (!wasOpen.current || !button) return;
          wasOpen.current = false;
          button.focus({ preventScroll: true });
        }}
        type="button"
        className={classes.button}
        data-testid={testId}
        data-value={value}
        data-quiet={isQuiet}
        aria-haspopup="listbox"
        aria-expanded={false}
        aria-label={label}
        onClick={() => setIsOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setIsOpen(true);
        }}
      >
        <span>{data.find((option) => option.value === value)?.label}</span>
        <IconChevronDown size={14} stroke={1.75} aria-hidden />
      </button>
    );
  }
  const close = () => {
    wasOpen.current = true;
    setIsOpen(false);
  };
  return (
    <Select
      size="xs"
      autoFocus
      defaultDropdownOpened
      aria-label={label}
      data-testid={testId}
      allowDeselect={false}
      searchable={isSearchable}
      data={[...data]}
      value={value}
      onChange={(next) => {
        if (next !== null && next !== value) onChange(next);
        close();
      }}
      onDropdownClose={close}
      comboboxProps={{ width: 200, position: 'bottom-start' }}
      maxDropdownHeight={320}
    />
  );
}
