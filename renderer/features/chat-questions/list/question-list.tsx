import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { chatQuestionsMessages } from '../chat-questions.messages';
import type { QuestionList as List } from '../use-questions';
import classes from './question-list.module.css';
import { QuestionRow, type QuestionRowProps } from './question-row';

const ROW_PX = 64;

type QuestionListProps = { list: List } & Pick<QuestionRowProps, 'onMakeReply'>;

/** Questions, one below the other; only what is in view exists. */
export function QuestionList({ list, onMakeReply }: QuestionListProps) {
  const t = useMessages(chatQuestionsMessages);
  const { total = 0, rowAt, onRange, key } = list;
  const scroller = useRef<HTMLDivElement | null>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    initialRect: { width: 1000, height: 560 },
  });
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items[items.length - 1]?.index ?? 0;
  useEffect(() => onRange(from, to), [from, to, onRange]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at the top
  useEffect(() => void scroller.current?.scrollTo({ top: 0 }), [key]);
  return (
    <div ref={scroller} className={classes.scroller}>
      <ul
        className={classes.list}
        aria-label={t('listLabel')}
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map(({ key: place, index, start }) => {
          const line = rowAt(index);
          return (
            <li
              key={place}
              ref={virtual.measureElement}
              data-index={index}
              className={classes.place}
              style={{ transform: `translateY(${start}px)` }}
            >
              {line && <QuestionRow line={line} onMakeReply={onMakeReply} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
