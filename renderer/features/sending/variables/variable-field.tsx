import { TextInput } from '@mantine/core';
import { hasBraces } from '@shared/domain/calendar/send-variables.schema';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { sendMessages } from '../send.messages';

type VariableFieldProps = {
  label: string;
  placeholder: string;
  value: string;
  onSave: (value: string) => Promise<boolean>;
};

/** One value, kept when the field is left or Enter is pressed. */
export function VariableField({ label, placeholder, value, onSave }: VariableFieldProps) {
  const t = useMessages(sendMessages);
  const [typed, setTyped] = useState(value);
  const isTyping = useRef(false);
  useEffect(() => {
    if (!isTyping.current) setTyped(value);
  }, [value]);
  const isBroken = hasBraces(typed);
  const save = () => {
    isTyping.current = false;
    if (!isBroken && typed.trim() !== value) void onSave(typed);
  };
  return (
    <TextInput
      size="xs"
      maxLength={500}
      label={label}
      placeholder={placeholder}
      value={typed}
      error={isBroken && t('fillBraces')}
      onChange={(event) => {
        isTyping.current = true;
        setTyped(event.currentTarget.value);
      }}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
      }}
    />
  );
}
