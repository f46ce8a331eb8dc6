import { GROUP_PHASES } from '@shared/domain/groups/group.schema';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { groupAddress } from '@/features/group-life';
import { Sparkline } from '@/ui/charts/sparkline';
import { boardMessages } from './board.messages';
import { type BoardRow, leadingThing } from './board.rules';
import classes from './board-lanes.module.css';
import { Light } from './light';
import { RoomCount } from './room-count';
import { figure, useBoardWords } from './use-board-words';

const CARD_PX = 92;

/** The same groups, a lane for each phase, in the order of the list. */
export function BoardLanes({ rows, today }: { rows: readonly BoardRow[]; today: string }) {
  const t = useMessages(boardMessages);
  const words = useBoardWords(today);
  const lanes = useMemo(
    () =>
      GROUP_PHASES.map((phase) => ({
        phase,
        rows: rows.filter(({ group }) => group.phase === phase),
      })),
    [rows],
  );
  return (
    <div className={classes.lanes}>
      {lanes.map((lane) => (
        <section
          key={lane.phase}
          className={classes.lane}
          data-testid="life-lane"
          data-phase={lane.phase}
          data-count={lane.rows.length}
        >
          <header className={classes.head}>
            <h2>{words.phase(lane.phase)}</h2>
            <span>{t('laneCount', { count: lane.rows.length, n: lane.rows.length })}</span>
          </header>
          <Lane rows={lane.rows} today={today} />
        </section>
      ))}
    </div>
  );
}

function Lane({ rows, today }: { rows: readonly BoardRow[]; today: string }) {
  const t = useMessages(boardMessages);
  const ref = useRef<HTMLDivElement | null>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => ref.current,
    estimateSize: () => CARD_PX,
    overscan: 4,
    initialRect: { width: 260, height: 500 },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = Number(document.activeElement?.getAttribute('data-at'));
    if (step === 0 || Number.isNaN(at)) return;
    event.preventDefault();
    const next = Math.min(rows.length - 1, Math.max(0, at + step));
    virtualizer.scrollToIndex(next);
    ref.current?.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus({ preventScroll: true });
  };
  if (rows.length === 0) return <p className={classes.empty}>{t('laneEmpty')}</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows walk the links inside
    <div ref={ref} className={classes.scroller} onKeyDown={onKeyDown}>
      <div style={{ height: virtualizer.getTotalSize() }} className={classes.cards}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <LaneCard
                key={row.group.id}
                row={row}
                at={item.index}
                top={item.start}
                today={today}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

type LaneCardProps = { row: BoardRow; at: number; top: number; today: string };

function LaneCard({ row, at, top, today }: LaneCardProps) {
  const t = useMessages(boardMessages);
  const words = useBoardWords(today);
  const { group, standing } = row;
  const { health, activity, proposal, members } = standing;
  const thing = leadingThing(standing.due, today);
  return (
    <Link
      href={groupAddress(group.id)}
      className={classes.card}
      style={{ transform: `translateY(${top}px)` }}
      data-at={at}
      {...rowData(row)}
      data-testid="life-card"
    >
      <span className={classes.line}>
        <Light light={health.light} />
        <b>{group.name}</b>
      </span>
      <span className={classes.line}>
        <span className={classes.quiet}>
          {t(`health.${health.why}`)}
          {members !== undefined && (
            <>
              {' · '}
              <RoomCount group={group} members={members} today={today} />
            </>
          )}
        </span>
        <span className={classes.right}>
          {activity.score === undefined ? t('noData') : figure(activity.score, 0)}
          <Sparkline
            values={standing.weeks}
            top={100}
            width={48}
            height={16}
            label={t('sparkLabel', { n: standing.weeks.length })}
          />
        </span>
      </span>
      <span className={classes.line}>
        {proposal ? (
          <span className={classes.proposal}>
            {t('proposeFull', { phase: words.phase(proposal.to) })}
          </span>
        ) : (
          <span className={classes.quiet}>
            {thing
              ? `${t(`due.${thing.what}`)} ${words.when(thing)}`
              : words.clock(group, standing)}
          </span>
        )}
      </span>
    </Link>
  );
}

/** What tells a row apart from outside. */
export const rowData = ({ group, standing }: BoardRow): Record<string, string> => ({
  'data-group-id': group.id,
  'data-light': standing.health.light,
  'data-state': standing.quiet.state,
  'data-phase': group.phase,
  'data-activity': standing.activity.score === undefined ? '' : figure(standing.activity.score),
});
