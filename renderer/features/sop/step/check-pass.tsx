import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { stepMessages } from '../step.messages';
import type { CheckItemProps } from './check-item';
import classes from './step-panel.module.css';

/** Passed or failed; a failure is stored once its note says what is wrong. */
export function CheckPass({ item, step, isClosed, onAnswer }: CheckItemProps) {
  const t = useMessages(stepMessages);
  const say = useBilingual();
  const stored = step.answers?.[item.key];
  const [note, setNote] = useState<string>();
  const isFailing = note !== undefined || stored?.result === 'fail';
  const verdict = isFailing ? 'fail' : (stored?.result ?? '');
  const choose = (wanted: string) => {
    if (wanted === 'fail') {
      setNote(stored?.note ?? '');
      return;
    }
    setNote(undefined);
    onAnswer(wanted === 'pass' ? { result: 'pass' } : undefined);
  };
  const save = () => {
    const text = note?.trim();
    if (!text) return;
    setNote(undefined);
    if (text !== stored?.note) onAnswer({ result: 'fail', note: text });
  };
  return (
    <div>
      <div className={classes.checkRow}>
        <span className={classes.checkLabel}>{say(item.label)}</span>
        <SegmentedControl
          size="xs"
          aria-label={say(item.label)}
          disabled={isClosed}
          data={[
            { value: '', label: t('notSaid') },
            { value: 'pass', label: t('pass') },
            { value: 'fail', label: t('fail') },
          ]}
          value={verdict}
          onChange={choose}
        />
      </div>
      {item.hint && <p className={classes.checkHint}>{say(item.hint)}</p>}
      {isFailing && (
        <TextInput
          size="xs"
          mt={4}
          autoFocus={stored?.result !== 'fail'}
          aria-label={t('failNote')}
          placeholder={t('failNote')}
          maxLength={500}
          disabled={isClosed}
          error={note !== undefined && note.trim() === '' ? t('failNeedsNote') : undefined}
          value={note ?? stored?.note ?? ''}
          onChange={(event) => setNote(event.currentTarget.value)}
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
          }}
        />
      )}
    </div>
  );
}
