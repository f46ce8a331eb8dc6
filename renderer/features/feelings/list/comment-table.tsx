import { type RefObject, useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Chip } from '@/ui/chip';
import type { TableColumn } from '@/ui/table/table-types';
import { WindowTable } from '@/ui/table/window-table';
import type { CommentLine } from '@/workers/feelings/comment-types';
import { feelingsMessages } from '../feelings.messages';
import classes from './comment-table.module.css';
import { FeelingChip, StrengthChip } from './feeling-chip';
import { MarkedText } from './marked-text';

type CommentTableProps = {
  list: {
    key: string;
    total: number | undefined;
    rowAt: (index: number) => CommentLine | undefined;
    onRange: (from: number, to: number) => void;
  };
  openId: string | undefined;
  onOpen: (comment: CommentLine) => void;
  scrollRef: RefObject<HTMLDivElement | null>;
};

const rowData = (comment: CommentLine) => ({
  'data-comment-id': comment.id,
  'data-feeling': comment.feeling,
  'data-intensity': String(comment.intensity),
  'data-topic': comment.topic,
  'data-corrected': String(comment.isCorrected),
});

/** Comments, one a row, the words that decided marked. */
export function CommentTable({ list, openId, onOpen, scrollRef }: CommentTableProps) {
  const t = useMessages(feelingsMessages);
  const columns = useColumns();
  return (
    <WindowTable
      label={t('listLabel')}
      columns={columns}
      minWidthPx={760}
      total={list.total}
      rowAt={list.rowAt}
      idOf={(comment) => comment.id}
      rowTestId="comment-row"
      rowData={rowData}
      onRange={list.onRange}
      {...(openId === undefined ? {} : { openId })}
      onOpen={onOpen}
      cutNote={t('cutNote')}
      scrollKey={list.key}
      scrollRef={scrollRef}
      empty={list.total === 0 && <p className={classes.empty}>{t('nothingFits')}</p>}
    />
  );
}

function useColumns(): TableColumn<CommentLine>[] {
  const t = useMessages(feelingsMessages);
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'feeling',
        label: t('columnFeeling'),
        width: '140px',
        render: ({ feeling, isCorrected }) => (
          <span className={classes.chips}>
            <FeelingChip feeling={feeling} />
            {isCorrected && <Chip tone="teal">{t('corrected')}</Chip>}
          </span>
        ),
      },
      {
        id: 'text',
        label: t('columnText'),
        width: 'minmax(220px, 4fr)',
        render: ({ text, reading }) => <MarkedText text={text} words={reading.words} />,
      },
      {
        id: 'intensity',
        label: t('columnIntensity'),
        width: '100px',
        render: ({ intensity }) => <StrengthChip intensity={intensity} />,
      },
      {
        id: 'topic',
        label: t('columnTopic'),
        width: '84px',
        render: ({ topic }) => t(`topic.${topic}`),
      },
      {
        id: 'who',
        label: t('columnWho'),
        width: 'minmax(100px, 1fr)',
        render: ({ memberName, speaker }) => {
          const said = memberName ?? speaker;
          if (said === undefined) return <span className={classes.quiet}>{t('nobody')}</span>;
          return memberName === undefined ? <span className={classes.quiet}>{said}</span> : said;
        },
      },
      {
        id: 'at',
        label: t('columnAt'),
        width: '130px',
        render: ({ at }) => format.relativeTime(at),
      },
    ],
    [t, format],
  );
}
