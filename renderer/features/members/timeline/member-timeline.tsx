import type { Member } from '@shared/domain/members/member.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import panel from '../panel/panel.module.css';
import { timelineMessages } from './timeline.messages';
import classes from './timeline.module.css';
import { type TimelineFilter, timelineRows } from './timeline.rules';
import { TimelineFilters } from './timeline-filters';
import { TimelineItem } from './timeline-item';
import { useTimeline } from './use-timeline';
import { useTimelineNames } from './use-timeline-names';

const MONTH_PX = 36;
const ENTRY_PX = 44;

type MemberTimelineProps = {
  member: Member;
  /** The panel's scrolling part; the timeline is windowed by it. */
  scrollRef: RefObject<HTMLDivElement | null>;
};

/** Everything that happened to the member, newest first, by month. */
export function MemberTimeline({ member, scrollRef }: MemberTimelineProps) {
  const t = useMessages(timelineMessages);
  const format = useFormat();
  const timeline = useTimeline(member);
  const names = useTimelineNames();
  const [filters, setFilters] = useState<TimelineFilter[]>([]);
  const rows = useMemo(
    () => timelineRows(timeline?.entries ?? [], filters, DEFAULT_TIME_ZONE),
    [timeline, filters],
  );
  const listRef = useRef<HTMLDivElement | null>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => setScrollMargin(listRef.current?.offsetTop ?? 0));
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: (index) => (rows[index]?.kind === 'month' ? MONTH_PX : ENTRY_PX),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
    scrollMargin,
  });
  const monthName = new Intl.DateTimeFormat(currentLanguage(), {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });

  return (
    <section className={panel.section}>
      <h3>{t('title')}</h3>
      {timeline && (
        <TimelineFilters counts={timeline.counts} chosen={filters} onChange={setFilters} />
      )}
      {timeline && rows.length === 0 && (
        <p className={panel.none}>{t(filters.length === 0 ? 'empty' : 'nothingFits')}</p>
      )}
      <div ref={listRef} className={classes.list} style={{ height: virtualizer.getTotalSize() }}>
        {timeline &&
          virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            const style = { transform: `translateY(${item.start - scrollMargin}px)` };
            return row.kind === 'month' ? (
              <h4 key={item.key} className={classes.month} style={style}>
                {monthName.format(new Date(`${row.month}-01T00:00:00Z`))}
                <span>{t('count', { n: format.count(row.count) })}</span>
              </h4>
            ) : (
              <div
                key={item.key}
                className={classes.entry}
                style={style}
                data-testid="timeline-entry"
                data-kind={row.kind}
              >
                <TimelineItem entry={row} groups={timeline.groups} names={names} />
              </div>
            );
          })}
      </div>
      {timeline?.cuts.map(({ what, shown, total }) => (
        <p key={what} className={panel.none}>
          {t(`cut.${what}`, { n: format.count(shown), total: format.count(total) })}
        </p>
      ))}
    </section>
  );
}
