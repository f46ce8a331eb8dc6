import { Button, Checkbox, Menu } from '@mantine/core';
import type { WorkItem } from '@shared/domain/calendar/send-day.rules';
import { SLOTS, type Slot } from '@shared/domain/calendar/slots';
import { addDays } from '@shared/lib/time';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import type { DayList } from '../day-list.queries';
import type { SendDesk } from '../desk/use-send-desk';
import { sendMessages } from '../send.messages';
import classes from './work-list.module.css';
import { WorkRow } from './work-row';

type OverdueSectionProps = { list: DayList; pieces: readonly WorkItem[]; desk: SendDesk };

/** What is late or was missed, and its three ways out, for many at once. */
export function OverdueSection({ list, pieces, desk }: OverdueSectionProps) {
  const t = useMessages(sendMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const chosen = pieces.filter(({ item }) => marked.has(item.id));
  const isAll = chosen.length === pieces.length;
  const choose = (id: string, isOn: boolean) => {
    const next = new Set(marked);
    if (isOn) next.add(id);
    else next.delete(id);
    setMarked(next);
  };
  const carry = async (date: string, slot: Slot) => {
    const ids = chosen.map(({ item }) => item.id);
    const day = date === list.today ? t('today') : format.day(date);
    const where = `${day} ${words(`slot.${slot}`)}`;
    if (await desk.actions.carry(ids, { date, slot }, where)) setMarked(new Set());
  };
  const isSlotLeft = (slot: Slot) =>
    list.work.day === list.today &&
    list.work.slots.find((it) => it.slot === slot)?.phase !== 'past';
  const places = [
    { date: list.today, name: t('today'), slots: SLOTS.filter(isSlotLeft) },
    { date: addDays(list.today, 1), name: t('tomorrow'), slots: SLOTS },
  ];
  return (
    <section className={classes.overdue} data-testid="send-overdue" aria-label={t('overdueTitle')}>
      <div className={classes.overdueHead}>
        <Checkbox
          size="xs"
          label={<b>{t('overdueCount', { n: format.count(pieces.length) })}</b>}
          aria-label={t('selectAll')}
          checked={isAll}
          indeterminate={!isAll && chosen.length > 0}
          onChange={() => setMarked(new Set(isAll ? [] : pieces.map(({ item }) => item.id)))}
        />
        {chosen.length > 0 && (
          <span className={classes.ways}>
            {t('selected', { n: chosen.length })}
            <Button
              size="compact-xs"
              variant="default"
              data-testid="send-now"
              onClick={() => chosen[0] && desk.chooseItem(chosen[0])}
            >
              {t('sendNow')}
            </Button>
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <Button size="compact-xs" variant="default" data-testid="send-carry">
                  {t('moveTo')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {places.map(({ date, name, slots }) =>
                  slots.map((slot) => (
                    <Menu.Item
                      key={`${date}-${slot}`}
                      data-testid={`send-carry-${date}-${slot}`}
                      onClick={() => void carry(date, slot)}
                    >
                      {name} {words(`slot.${slot}`)}
                    </Menu.Item>
                  )),
                )}
              </Menu.Dropdown>
            </Menu>
            <Button
              size="compact-xs"
              variant="default"
              data-testid="send-give-up"
              onClick={() => desk.askSkipMany(chosen)}
            >
              {t('giveUp')}
            </Button>
          </span>
        )}
      </div>
      {pieces.map((piece) => (
        <WorkRow
          key={piece.item.id}
          piece={piece}
          day={list.today}
          nowMs={list.nowMs}
          isFocused={desk.focus?.itemId === piece.item.id}
          onChoose={() => desk.chooseItem(piece)}
          check={{
            isOn: marked.has(piece.item.id),
            onChange: (isOn) => choose(piece.item.id, isOn),
          }}
        />
      ))}
    </section>
  );
}
