import { IconCheck } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { rescueMessages } from './rescue.messages';
import classes from './rescue.module.css';

const ROW_PX = 34;

export type RescuePerson = { memberId: string; isDone: boolean; name: string | undefined };

type PersonListProps = {
  people: readonly RescuePerson[];
  current: string | undefined;
  onChoose: (memberId: string) => void;
};

/** A task's people; only those in view exist. */
export function PersonList({ people, current, onChoose }: PersonListProps) {
  const t = useMessages(rescueMessages);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    initialRect: { width: 260, height: 500 },
  });
  const at = people.findIndex(({ memberId }) => memberId === current);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  if (people.length === 0) return <p className={classes.quiet}>{t('empty')}</p>;
  return (
    <div ref={scroller} className={classes.people}>
      <div className={classes.space} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const person = people[index];
          if (!person) return null;
          return (
            <button
              key={person.memberId}
              type="button"
              className={classes.person}
              style={{ transform: `translateY(${start}px)` }}
              data-testid="rescue-person"
              data-done={person.isDone}
              aria-current={person.memberId === current}
              onClick={() => onChoose(person.memberId)}
            >
              {person.isDone && <IconCheck size={14} aria-label={t('seen')} />}
              {person.name ?? t('noName')}
            </button>
          );
        })}
      </div>
    </div>
  );
}
