import type { SlotWork } from '@shared/domain/calendar/send-day.rules';
import type { Slot } from '@shared/domain/calendar/slots';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { sendMessages } from '../send.messages';
import classes from './work-list.module.css';

type SlotSectionProps = {
  slot: SlotWork;
  /** 1–4: the key that goes there. */
  number: number;
  isOpen: boolean;
  onToggle: (slot: Slot) => void;
  children: ReactNode;
};

/** One of the four slots: its hours, how far it is, and its pieces while it is open. */
export function SlotSection({ slot, number, isOpen, onToggle, children }: SlotSectionProps) {
  const t = useMessages(sendMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { counts, items, phase } = slot;
  const late = items.filter((piece) => piece.counts.overdue > 0).length;
  return (
    <section
      className={classes.slot}
      data-slot={slot.slot}
      data-phase={phase}
      data-testid={`send-slot-${slot.slot}`}
      aria-label={words(`slot.${slot.slot}`)}
    >
      <button
        type="button"
        className={classes.slotHead}
        aria-expanded={isOpen}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onToggle(slot.slot)}
      >
        <IconChevronRight size={16} stroke={1.8} aria-hidden className={classes.chevron} />
        <kbd>{number}</kbd>
        <b>{words(`slot.${slot.slot}`)}</b>
        <span>
          {t('slotHours', { from: format.time(slot.fromMs), to: format.time(slot.toMs) })}
        </span>
        {phase === 'now' && <em>{t('slotNow')}</em>}
        <span className={classes.slotCount}>
          {counts.total > 0 && t('progress', { sent: counts.sent, total: counts.total })}
        </span>
      </button>
      {isOpen && (
        <div className={classes.slotBody}>
          {items.length === 0 && <p className={classes.quiet}>{t('slotEmpty')}</p>}
          {children}
          {late > 0 && <p className={classes.quiet}>{t('slotOverdue', { n: late })}</p>}
        </div>
      )}
    </section>
  );
}
