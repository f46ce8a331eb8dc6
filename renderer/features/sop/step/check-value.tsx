import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { stepMessages } from '../step.messages';
import type { CheckItemProps } from './check-item';

/** A value that has to be written down. */
export function CheckValue({ item, step, isClosed, onAnswer }: CheckItemProps) {
  const t = useMessages(stepMessages);
  const say = useBilingual();
  const stored = step.answers?.[item.key]?.value ?? '';
  const [draft, setDraft] = useState<string>();
  const save = () => {
    if (draft === undefined) return;
    setDraft(undefined);
    const value = draft.trim();
    if (value !== stored) onAnswer(value === '' ? undefined : { result: 'value', value });
  };
  return (
    <TextInput
      size="xs"
      label={say(item.label)}
      placeholder={item.hint ? say(item.hint) : t('valuePlaceholder')}
      maxLength={500}
      disabled={isClosed}
      value={draft ?? stored}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
      }}
    />
  );
}
