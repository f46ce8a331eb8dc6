import { Checkbox } from '@mantine/core';
import type { WorkItem } from '@shared/domain/calendar/send-day.rules';
import { useEffect, useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { FormIcon } from '@/features/content-items';
import { sendMessages } from '../send.messages';
import { StateIcon } from '../state-icon';
import { useDuration } from '../use-duration';
import classes from './work-list.module.css';

type WorkRowProps = {
  piece: WorkItem;
  day: string;
  nowMs: number;
  isFocused: boolean;
  onChoose: () => void;
  /** Rows that many can be chosen of. */
  check?: { isOn: boolean; onChange: (isOn: boolean) => void };
};

/** One piece in the list: what it is, how many groups have it, what is wrong with its time. */
export function WorkRow({ piece, day, nowMs, isFocused, onChoose, check }: WorkRowProps) {
  const t = useMessages(sendMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const duration = useDuration();
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isFocused) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isFocused]);
  const { item, counts, window } = piece;
  const { total, sent, overdue } = counts;
  const slot = words(`slot.${item.slot}`);
  const isMissed = item.date < day;
  const notes = [
    overdue > 0 && isMissed && t('missedOn', { day: format.day(item.date), slot }),
    overdue > 0 && !isMissed && `${slot} ${t('lateBy', { time: duration(nowMs - window.toMs) })}`,
    item.time,
    item.carriedFrom &&
      t('carriedFrom', {
        day: format.day(item.carriedFrom.date),
        slot: words(`slot.${item.carriedFrom.slot}`),
      }),
    item.status !== 'ready' &&
      item.status !== 'sent' &&
      item.status !== 'measured' &&
      words(`contentStatus.${item.status}`),
  ].filter((note) => typeof note === 'string');
  const lead = piece.targets.find(({ state }) => state === 'late' || state === 'missed');
  return (
    <div className={classes.row} data-focused={isFocused} data-overdue={overdue > 0}>
      {check && (
        <Checkbox
          size="xs"
          aria-label={t('select', { title: item.title })}
          checked={check.isOn}
          onChange={(event) => check.onChange(event.currentTarget.checked)}
        />
      )}
      <button
        ref={row}
        type="button"
        className={classes.piece}
        data-testid="send-item"
        data-item-id={item.id}
        aria-current={isFocused}
        title={item.title}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onChoose}
      >
        <FormIcon form={item.form} />
        <span className={classes.words}>
          <span className={classes.title}>{item.title}</span>
          {notes.length > 0 && <span className={classes.notes}>{notes.join(' · ')}</span>}
        </span>
        <span
          className={classes.progress}
          data-done={total > 0 && sent === total}
          data-testid="send-progress"
          title={t('progressLabel', { sent, total })}
        >
          {lead ? <StateIcon state={lead.state} /> : null}
          {!lead && total > 0 && sent === total ? <StateIcon state="sentInSlot" /> : null}
          {total === 0 ? t('noTarget') : t('progress', { sent, total })}
        </span>
      </button>
    </div>
  );
}
