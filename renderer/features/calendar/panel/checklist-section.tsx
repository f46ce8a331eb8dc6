import { ActionIcon, Checkbox, TextInput } from '@mantine/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { checklistMessages } from './checklist.messages';
import { type CheckItem, checksOf, LONGEST_CHECK, MOST_CHECKS, moveCheck } from './checklist.rules';
import classes from './panel.module.css';
import { usePanel } from './panel-context';

/** What has to be ready before it goes out: added, ticked, put in order. */
export function ChecklistSection({ item }: { item: ContentItem }) {
  const t = useMessages(checklistMessages);
  const { choose } = usePanel();
  const list = item.checklist ?? [];
  const store = (checklist: CheckItem[]) => choose({ checklist });
  const change = (index: number, patch: Partial<CheckItem>) =>
    store(list.map((entry, at) => (at === index ? { ...entry, ...patch } : entry)));
  return (
    <>
      <ul className={classes.checks}>
        {list.map((entry, index) => (
          <Entry
            key={`${index} ${entry.text}`}
            entry={entry}
            onChange={(patch) => change(index, patch)}
            onStep={(step) => store(moveCheck(list, index, step))}
            onRemove={() => store(list.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      {list.length < MOST_CHECKS ? (
        <NewEntry
          onAdd={(texts) => {
            const added = texts.map((text) => ({ text, isDone: false }));
            store([...list, ...added].slice(0, MOST_CHECKS));
          }}
          room={MOST_CHECKS - list.length}
        />
      ) : (
        <p className={classes.quiet}>{t('full', { most: MOST_CHECKS })}</p>
      )}
    </>
  );
}

type EntryProps = {
  entry: CheckItem;
  onChange: (patch: Partial<CheckItem>) => void;
  onStep: (step: -1 | 1) => void;
  onRemove: () => void;
};

function Entry({ entry, onChange, onStep, onRemove }: EntryProps) {
  const t = useMessages(checklistMessages);
  const [text, setText] = useState(entry.text);
  const isTooLong = text.trim().length > LONGEST_CHECK;
  const save = () => {
    const clean = text.trim();
    if (clean === entry.text || isTooLong) return;
    if (clean === '') onRemove();
    else onChange({ text: clean });
  };
  return (
    <li className={classes.check} data-done={entry.isDone}>
      <Checkbox
        size="xs"
        aria-label={entry.text}
        checked={entry.isDone}
        onChange={(event) => onChange({ isDone: event.currentTarget.checked })}
      />
      <TextInput
        flex={1}
        size="xs"
        variant="unstyled"
        aria-label={t('entry')}
        value={text}
        error={isTooLong && t('tooLong', { most: LONGEST_CHECK, n: text.trim().length })}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
            event.preventDefault();
            onStep(event.key === 'ArrowUp' ? -1 : 1);
          }
        }}
      />
      <ActionIcon.Group>
        <ActionIcon variant="subtle" size="sm" aria-label={t('up')} onClick={() => onStep(-1)}>
          <IconChevronUp size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" size="sm" aria-label={t('down')} onClick={() => onStep(1)}>
          <IconChevronDown size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size="sm"
          color="gray"
          aria-label={t('remove')}
          onClick={onRemove}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </ActionIcon.Group>
    </li>
  );
}

function NewEntry({ onAdd, room }: { onAdd: (texts: string[]) => void; room: number }) {
  const t = useMessages(checklistMessages);
  const [text, setText] = useState('');
  const isTooLong = text.trim().length > LONGEST_CHECK;
  const add = () => {
    if (text.trim() === '' || isTooLong) return;
    onAdd([text.trim()]);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
  };
  const onPaste = (event: ClipboardEvent) => {
    const lines = checksOf(event.clipboardData.getData('text/plain'));
    if (lines.length < 2) return;
    event.preventDefault();
    const fits = lines.filter((line) => line.length <= LONGEST_CHECK).slice(0, room);
    onAdd(fits);
    // What did not fit stays in the field instead of being dropped.
    setText(lines.filter((line) => !fits.includes(line)).join(' '));
  };
  return (
    <TextInput
      size="xs"
      placeholder={t('add')}
      aria-label={t('add')}
      value={text}
      error={isTooLong && t('tooLong', { most: LONGEST_CHECK, n: text.trim().length })}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onBlur={add}
    />
  );
}
