import { Button, Popover, TextInput } from '@mantine/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { isSentState, type SendTarget } from '@shared/domain/calendar/send-state.rules';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useZone } from '@/app/use-today';
import { sendMessages } from '../send.messages';
import { StateIcon } from '../state-icon';
import { clockOnDay } from './clock-on-day';
import classes from './send-card.module.css';
import { useLateness } from './use-lateness';

type SendLineProps = {
  item: ContentItem;
  target: SendTarget;
  name: string;
  onUnmark: () => void;
  /** Answers whether it was written. */
  onSetTime: (at: number) => Promise<boolean>;
};

/** One group that got it or will not: when, how that stands to the plan, who marked it, and why. */
export function SendLine({ item, target, name, onUnmark, onSetTime }: SendLineProps) {
  const t = useMessages(sendMessages);
  const format = useFormat();
  const lateness = useLateness();
  const { state, at, send } = target;
  const isSent = isSentState(state);
  const facts = [
    at !== undefined && format.dateTime(at),
    isSent && lateness(item, target),
    send?.by !== undefined && t('log.by', { name: send.by }),
    send?.reason !== undefined && t('log.reason', { reason: send.reason }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <div
      className={classes.line}
      data-testid="send-line"
      data-group-id={target.groupId}
      data-state={state}
    >
      <StateIcon state={state} />
      <b>{name}</b>
      <span className={classes.lineState}>{t(`state.${state}`)}</span>
      <span className={classes.quiet}>{facts.join(' · ')}</span>
      <span className={classes.push} />
      {isSent && send && at !== undefined && <TimeEdit at={at} onSetTime={onSetTime} />}
      {(isSent || state === 'givenUp') && (
        <Button size="compact-xs" variant="subtle" data-testid="send-unmark" onClick={onUnmark}>
          {t('unmark')}
        </Button>
      )}
    </div>
  );
}

function TimeEdit({ at, onSetTime }: Pick<SendLineProps, 'onSetTime'> & { at: number }) {
  const t = useMessages(sendMessages);
  const format = useFormat();
  const zone = useZone();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const meant = clockOnDay(typed, at, zone);
  const save = async () => {
    if (meant !== undefined && (await onSetTime(meant))) setOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} width={260} shadow="md" withArrow trapFocus>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          data-testid="send-time"
          onClick={() => {
            setTyped(format.time(at));
            setOpen(!isOpen);
          }}
        >
          {t('log.setTime')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          size="xs"
          data-autofocus
          label={t('log.time')}
          value={typed}
          error={typed !== '' && meant === undefined && t('log.badTime')}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void save();
          }}
          rightSectionWidth={56}
          rightSection={
            <Button
              size="compact-xs"
              variant="light"
              disabled={meant === undefined}
              onClick={() => void save()}
            >
              {t('save')}
            </Button>
          }
        />
      </Popover.Dropdown>
    </Popover>
  );
}
