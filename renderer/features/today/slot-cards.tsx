import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { DayWork, SlotWork } from '@shared/domain/calendar/send-day.rules';
import { slotAtTime, slotHoursLabel } from '@shared/domain/calendar/slot.rules';
import type { SlotSettings } from '@shared/domain/calendar/slot-settings.schema';
import { SLOTS, type Slot } from '@shared/domain/calendar/slots';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { SlotProgress } from '@/features/sending';
import classes from './slot-cards.module.css';
import { todayMessages } from './today.messages';

const MOST_SHOWN = 3;

type SlotCardsProps = {
  items: readonly ContentItem[];
  slots: SlotSettings;
  nowMs: number;
  day: string;
  /** `undefined` until it is read. */
  work: DayWork | undefined;
};

/** Today's four slots with what goes out in each. */
export function SlotCards({ items, slots, nowMs, day, work }: SlotCardsProps) {
  const t = useMessages(todayMessages);
  const format = useFormat();
  const current = slotAtTime(slots, format.time(nowMs));
  return (
    <section aria-label={t('slotsTitle')}>
      <div className={classes.head}>
        <h2>{t('slotsTitle')}</h2>
        <Link href="/calendar">{t('openCalendar')}</Link>
      </div>
      <div className={classes.slots}>
        {SLOTS.map((slot) => (
          <SlotCard
            key={slot}
            slot={slot}
            hours={slotHoursLabel(slots.slots[slot])}
            items={items.filter((item) => item.slot === slot)}
            isNow={slot === current}
            href={`/calendar/send/${day}/${slot}`}
            work={work?.slots.find((it) => it.slot === slot)}
          />
        ))}
      </div>
    </section>
  );
}

type SlotCardProps = {
  slot: Slot;
  hours: string;
  items: readonly ContentItem[];
  isNow: boolean;
  /** Where its pieces are sent. */
  href: string;
  work: SlotWork | undefined;
};

function SlotCard({ slot, hours, items, isNow, href, work }: SlotCardProps) {
  const t = useMessages(todayMessages);
  const words = useMessages(wordsMessages);
  const ordered = [...items].sort((a, b) => a.position - b.position);
  return (
    <div className={classes.card} data-slot={slot} data-now={isNow}>
      <div className={classes.name}>
        <b>{words(`slot.${slot}`)}</b>
        <span>{hours}</span>
        {isNow && <em>{t('slotNow')}</em>}
      </div>
      {ordered.length === 0 ? (
        <p className={classes.empty}>
          {t('slotEmpty')} <Link href="/calendar">{t('plan')}</Link>
        </p>
      ) : (
        <ul className={classes.items}>
          {ordered.slice(0, MOST_SHOWN).map((item) => (
            <li key={item.id}>
              <span className={classes.title}>{item.title}</span>
              <span className={classes.meta}>
                {words(`form.${item.form}`)} · {words(`contentStatus.${item.status}`)}
              </span>
            </li>
          ))}
          {ordered.length > MOST_SHOWN && (
            <li className={classes.meta}>{t('more', { n: ordered.length - MOST_SHOWN })}</li>
          )}
          {work !== undefined && work.counts.total > 0 && (
            <li className={classes.progress} data-late={work.counts.overdue > 0}>
              <Link href={href} data-testid={`today-slot-${slot}`}>
                <SlotProgress slot={work} />
              </Link>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
