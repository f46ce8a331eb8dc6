import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { tagPickerMessages } from './tag-picker.messages';
import classes from './tag-picker.module.css';
import { useTags } from './use-tags';

const SHOWN_AT_MOST = 12;
const NEW = 'new:';

/** A tag that exists, or the name of one to create. */
export type PickedTag = { tagId?: string; name: string };

type TagPickerProps = {
  /** Tags that are on already. */
  except?: readonly string[];
  testId: string;
  autoFocus?: boolean;
  /** The tags stand below the field, in the flow, where a list hanging down would leave the window. */
  isInline?: boolean;
  onPick: (tag: PickedTag) => void;
  onCancel?: () => void;
};

/** Finds a tag by typing, or makes a new one of what was typed. */
export function TagPicker(props: TagPickerProps) {
  const { except = [], testId, autoFocus, isInline, onPick, onCancel } = props;
  const t = useMessages(tagPickerMessages);
  const { tags } = useTags();
  const [text, setText] = useState('');
  const combobox = useCombobox({
    defaultOpened: autoFocus === true,
    onDropdownClose: () => combobox.resetSelectedOption(),
  });
  const wanted = text.trim();
  const fitting = tags
    .filter((tag) => !except.includes(tag.id))
    .filter((tag) => tag.name.toLowerCase().includes(wanted.toLowerCase()))
    // One gives by hand what no rule gives.
    .sort((a, b) => Number(a.rule !== undefined) - Number(b.rule !== undefined))
    .slice(0, SHOWN_AT_MOST);
  const isNew = wanted !== '' && !tags.some((tag) => tag.name === wanted);

  function submit(value: string) {
    const tag = tags.find((it) => it.id === value);
    combobox.closeDropdown();
    setText('');
    if (tag) onPick({ tagId: tag.id, name: tag.name });
    else if (value.startsWith(NEW)) onPick({ name: value.slice(NEW.length) });
  }

  const options = (
    <Combobox.Options mah={isInline ? 200 : 240} className={classes.options}>
      {fitting.map((tag) => (
        <Combobox.Option key={tag.id} value={tag.id}>
          {tag.name}
          {tag.rule && <small className={classes.rule}>{t('byRule')}</small>}
        </Combobox.Option>
      ))}
      {isNew && (
        <Combobox.Option value={`${NEW}${wanted}`}>
          <IconPlus size={12} stroke={2} aria-hidden /> {t('create', { name: wanted })}
        </Combobox.Option>
      )}
      {fitting.length === 0 && !isNew && <Combobox.Empty>{t('nothing')}</Combobox.Empty>}
    </Combobox.Options>
  );

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={submit}
      shadow="md"
      withinPortal={false}
      // The tags come after the list has opened: only then is it known whether it fits below.
      preventPositionChangeWhenVisible={false}
    >
      <Combobox.Target>
        <TextInput
          size="xs"
          w={180}
          maxLength={60}
          autoFocus={autoFocus === true}
          data-testid={testId}
          placeholder={t('placeholder')}
          aria-label={t('placeholder')}
          value={text}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            onCancel?.();
          }}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex('active');
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.preventDefault();
              onCancel?.();
            }
            if (event.key === 'Enter' && combobox.getSelectedOptionIndex() < 0 && wanted !== '') {
              event.preventDefault();
              const exact = tags.find((tag) => tag.name === wanted);
              submit(exact ? exact.id : `${NEW}${wanted}`);
            }
          }}
        />
      </Combobox.Target>
      {isInline ? options : <Combobox.Dropdown>{options}</Combobox.Dropdown>}
    </Combobox>
  );
}
