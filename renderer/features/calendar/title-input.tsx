import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { calendarMessages } from './calendar.messages';

const LONGEST_TITLE = 200;

type TitleInputProps = {
  start?: string;
  /** Resolves false when the title was refused and the input should stay. */
  onSave: (title: string) => Promise<boolean>;
  onClose: () => void;
};

/** A title written in its place: Enter saves, Escape leaves; clicking away keeps what was typed. */
export function TitleInput({ start = '', onSave, onClose }: TitleInputProps) {
  const t = useMessages(calendarMessages);
  const [title, setTitle] = useState(start);
  const isClosing = useRef(false);
  const isTooLong = title.trim().length > LONGEST_TITLE;

  const close = () => {
    isClosing.current = true;
    onClose();
  };
  const save = async () => {
    if (isClosing.current || isTooLong) return;
    if (title.trim() === '' || title.trim() === start) return close();
    isClosing.current = true;
    const isSaved = await onSave(title.trim());
    isClosing.current = isSaved;
    if (isSaved) onClose();
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
      aria-label={start === '' ? t('add') : t('rename')}
      error={isTooLong && t('titleTooLong', { n: title.trim().length })}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTitle(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => void save()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}
