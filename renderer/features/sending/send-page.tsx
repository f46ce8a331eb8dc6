import { ActionIcon, Button } from '@mantine/core';
import { SLOTS } from '@shared/domain/calendar/slots';
import { addDays } from '@shared/lib/time';
import {
  IconChevronLeft,
  IconChevronRight,
  IconKeyboard,
  IconSend,
  IconVariable,
} from '@tabler/icons-react';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useNow, useToday } from '@/app/use-today';
import { LimitMeter } from '@/features/flow-tools';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { AdherenceCard } from './adherence/adherence-card';
import { AskDialog } from './card/ask-dialog';
import { SendCard } from './card/send-card';
import { KeysHelp } from './desk/keys-help';
import { useSendDesk } from './desk/use-send-desk';
import { useSendKeys } from './desk/use-send-keys';
import { DayState } from './list/day-state';
import { WorkList } from './list/work-list';
import { inOrder } from './list/work-order';
import { sendMessages } from './send.messages';
import classes from './send-page.module.css';
import { useDayList } from './use-day-list';
import { VariablesDialog } from './variables/variables-dialog';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A click leaves the keys with the list. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** `/calendar/send[/<day>[/<slot>]]`. */
function useAddress() {
  const [location, go] = useLocation();
  const [, , , day = '', slot = ''] = location.split('/');
  return {
    day: DAY.test(day) ? day : undefined,
    slot: SLOTS.find((it) => it === slot),
    go: (to: string) => go(`/calendar/send/${to}`),
  };
}

/** The day as it is sent: four slots, the text for every group, and what was left undone. */
export function SendPage() {
  const t = useMessages(sendMessages);
  const format = useFormat();
  const nowMs = useNow();
  const today = useToday();
  const address = useAddress();
  const day = address.day ?? today;
  const list = useDayList(day, nowMs);
  // While another day is read, the old one stays on screen but is not worked on.
  const current = list?.work.day === day ? list : undefined;
  const desk = useSendDesk(current, address.slot);
  const [dialog, setDialog] = useState<'keys' | 'variables'>();
  useSendKeys({
    c: () => void desk.copy(),
    ' ': () => void desk.copyAndMark(),
    Enter: () => void desk.mark(),
    a: () => void desk.markAll(),
    s: () => desk.askSkip(),
    e: () => desk.edit(true),
    j: () => desk.move(1),
    k: () => desk.move(-1),
    ArrowLeft: () => desk.moveGroup(-1),
    ArrowRight: () => desk.moveGroup(1),
    '?': () => setDialog('keys'),
    ...Object.fromEntries(SLOTS.map((slot, at) => [String(at + 1), () => desk.chooseSlot(slot)])),
  });
  const frame = useRef<HTMLDivElement>(null);
  const isReady = current !== undefined;
  const hasTaken = useRef(false);
  useEffect(() => {
    // What was clicked to come here would take Enter and Space for itself.
    if (!isReady || hasTaken.current) return;
    hasTaken.current = true;
    frame.current?.focus({ preventScroll: true });
  }, [isReady]);
  const isEmpty = current !== undefined && inOrder(current.work).length === 0;
  const turn = (days: number) => address.go(addDays(day, days));
  return (
    <Page
      testId="page-calendar-send"
      title={
        <span className={classes.title}>
          {t(day === today ? 'title' : 'titleOther')}
          <ActionIcon
            variant="subtle"
            aria-label={t('previousDay')}
            data-testid="send-previous-day"
            onMouseDown={keepFocus}
            onClick={() => turn(-1)}
          >
            <IconChevronLeft size={18} />
          </ActionIcon>
          <span className={classes.date} data-testid="send-day" data-day={day}>
            {format.dayWithWeekday(day)}
          </span>
          <ActionIcon
            variant="subtle"
            aria-label={t('nextDay')}
            data-testid="send-next-day"
            onMouseDown={keepFocus}
            onClick={() => turn(1)}
          >
            <IconChevronRight size={18} />
          </ActionIcon>
          {day !== today && (
            <Button
              size="compact-xs"
              variant="default"
              onMouseDown={keepFocus}
              onClick={() => address.go(today)}
            >
              {t('backToToday')}
            </Button>
          )}
        </span>
      }
      subtitle={current ? <DayState list={current} /> : ' '}
      actions={
        <>
          <Button
            variant="subtle"
            leftSection={<IconKeyboard size={16} aria-hidden />}
            onClick={() => setDialog('keys')}
          >
            {t('help')}
          </Button>
          <Button
            variant="default"
            data-testid="send-open-variables"
            leftSection={<IconVariable size={16} aria-hidden />}
            onClick={() => setDialog('variables')}
          >
            {t('variables')}
          </Button>
        </>
      }
      ready={current !== undefined}
    >
      {current && current.work.aheadOfClock > 0 && (
        <p className={classes.notice} role="status">
          {t('clockAhead', { count: current.work.aheadOfClock })}
        </p>
      )}
      {current && isEmpty && (
        <EmptyState
          icon={IconSend}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={
            <Button component={Link} href="/calendar">
              {t('toPlan')}
            </Button>
          }
        />
      )}
      {current && (
        <div ref={frame} tabIndex={-1} className={classes.columns} data-empty={isEmpty}>
          {!isEmpty && <WorkList list={current} desk={desk} />}
          <div className={classes.side}>
            {!isEmpty && <SendCard desk={desk} />}
            <AdherenceCard day={day} today={today} nowMs={nowMs} nameOf={desk.nameOf} />
            {day === today && !isEmpty && <LimitMeter limit="massSends" />}
          </div>
        </div>
      )}
      <AskDialog desk={desk} />
      {dialog === 'keys' && <KeysHelp onClose={() => setDialog(undefined)} />}
      {dialog === 'variables' && current && (
        <VariablesDialog
          list={current}
          setVariable={desk.actions.setVariable}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Page>
  );
}
