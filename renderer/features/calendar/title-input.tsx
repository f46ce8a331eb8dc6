import { TextInput } from '@mantine/core';
import type { Cell } from '@shared/domain/calendar/cell.rules';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { calendarMessages } from './calendar.messages';
import { useGrid } from './grid-context';

const LONGEST_TITLE = 200;

/** A new title written in its cell: Enter saves, Escape leaves; clicking away keeps what was typed. */
export function TitleInput({ cell }: { cell: Cell }) {
  const t = useMessages(calendarMessages);
  const grid = useGrid();
  const [title, setTitle] = useState('');
  const isClosing = useRef(false);
  const isTooLong = title.trim().length > LONGEST_TITLE;

  const close = () => {
    isClosing.current = true;
    grid.stopAdding(cell);
  };
  const save = async () => {
    if (isClosing.current || isTooLong) return;
    if (title.trim() === '') return close();
    isClosing.current = true;
    const isSaved = await grid.add(cell, title.trim());
    isClosing.current = isSaved;
    if (isSaved) grid.stopAdding(cell);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    // While an input method is composing, Enter and Escape belong to it.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  };
  return (
    <TextInput
      data-testid="cal-title-input"
      size="xs"
      autoFocus
      value={title}
      placeholder={t('newTitle')}
      aria-label={t('add')}
      error={isTooLong && t('titleTooLong', { n: title.trim().length })}
      onChange={(event) => setTitle(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => void save()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}
