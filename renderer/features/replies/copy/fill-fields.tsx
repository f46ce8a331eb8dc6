import { TextInput } from '@mantine/core';
import { hasBraces } from '@shared/domain/calendar/send-variables.schema';
import { useEffect, useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { repliesMessages } from '../replies.messages';
import classes from './copy.module.css';
import type { FilledAnswer } from './use-filled-answer';

type FillFieldsProps = {
  filled: FilledAnswer;
  /** Enter in the last field, with nothing left open. */
  onDone: () => void;
  /** In a dialog that opens with it. */
  isFirstFocused?: boolean;
  /** Where a dialog is open already. */
  isFocusedAtOnce?: boolean;
};

/** What only the one who answers knows; Enter goes on to the next field, and from the last one on. */
export function FillFields(props: FillFieldsProps) {
  const { filled, onDone, isFirstFocused = false, isFocusedAtOnce = false } = props;
  const t = useMessages(repliesMessages);
  const fields = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    if (isFocusedAtOnce) fields.current?.querySelector('input')?.select();
  }, [isFocusedAtOnce]);
  const { asked, written, values, open, setValue } = filled;
  return (
    <div className={classes.fields} ref={fields}>
      {asked.map((name, at) => {
        const value = values[name] ?? '';
        return (
          <TextInput
            key={name}
            size="xs"
            label={`{${written[name] ?? name}}`}
            data-testid="reply-value"
            data-name={name}
            // The palette may lie over a dialog, which would take its Escape.
            {...(isFocusedAtOnce ? { 'data-mantine-stop-propagation': true } : {})}
            {...(isFirstFocused && at === 0 ? { 'data-autofocus': true } : {})}
            maxLength={500}
            value={value}
            error={hasBraces(value) && t('noBraces')}
            onChange={(event) => setValue(name, event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              const next = asked.findIndex((other, i) => i > at && open.includes(other));
              if (open.length === 0) onDone();
              else if (!open.includes(name)) {
                const inputs = fields.current?.querySelectorAll('input');
                inputs?.[next >= 0 ? next : asked.indexOf(open[0] ?? '')]?.focus();
              }
            }}
          />
        );
      })}
    </div>
  );
}
