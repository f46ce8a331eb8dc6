import type { Slot } from '@shared/domain/calendar/slots';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import type { DayList } from '../day-list.queries';
import type { SendDesk } from '../desk/use-send-desk';
import { sendMessages } from '../send.messages';
import { OverdueSection } from './overdue-section';
import { SlotSection } from './slot-section';
import classes from './work-list.module.css';
import { overdueOf, restOfSlot } from './work-order';
import { WorkRow } from './work-row';

/** The day's pieces: what is overdue on top, then the four slots, the present one open. */
export function WorkList({ list, desk }: { list: DayList; desk: SendDesk }) {
  const t = useMessages(sendMessages);
  const { work } = list;
  const [toggled, setToggled] = useState<Partial<Record<Slot, boolean>>>({});
  const overdue = overdueOf(work);
  const present =
    work.slots.find(({ phase }) => phase === 'now') ??
    work.slots.find(({ phase, items }) => phase === 'ahead' && items.length > 0);
  // A day that is over or still far has no present slot: everything is open then.
  const startsOpen = (slot: Slot) =>
    work.day !== list.today || present === undefined || slot === present.slot;
  return (
    <div className={classes.list}>
      {overdue.length > 0 && <OverdueSection list={list} pieces={overdue} desk={desk} />}
      {work.slots.map((slot, index) => {
        const own = restOfSlot(work, slot.slot);
        const holdsFocus = own.some(({ item }) => item.id === desk.focus?.itemId);
        const isOpen = toggled[slot.slot] ?? (startsOpen(slot.slot) || holdsFocus);
        return (
          <SlotSection
            key={slot.slot}
            slot={slot}
            number={index + 1}
            isOpen={isOpen}
            onToggle={(name) => setToggled({ ...toggled, [name]: !isOpen })}
          >
            {own.map((piece) => (
              <WorkRow
                key={piece.item.id}
                piece={piece}
                day={list.today}
                nowMs={list.nowMs}
                isFocused={desk.focus?.itemId === piece.item.id}
                onChoose={() => desk.chooseItem(piece)}
              />
            ))}
          </SlotSection>
        );
      })}
      {work.strays.length > 0 && (
        <section className={classes.strays} data-testid="send-strays">
          <b>{t('log.strays')}</b>
          {work.strays.map((send) => (
            <span key={send.id}>
              {send.title ?? t('goneGroup')} · {desk.nameOf(send.groupId)}
            </span>
          ))}
        </section>
      )}
    </div>
  );
}
