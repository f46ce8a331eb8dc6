import { ActionIcon } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { type RefObject, useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { TableColumn } from '@/ui/table/table-types';
import { WindowTable } from '@/ui/table/window-table';
import type { ReplyLine } from '@/workers/replies/reply-types';
import { repliesMessages } from '../replies.messages';
import { FoundText, wordsToMark } from './found-text';
import classes from './library.module.css';
import type { Library } from './use-library';

type ReplyTableProps = {
  list: Library;
  openId: string | undefined;
  onOpen: (line: ReplyLine) => void;
  onCopy: (line: ReplyLine) => void;
  scrollRef: RefObject<HTMLDivElement | null>;
};

const rowData = ({ id, match, uses }: ReplyLine) => ({
  'data-id': id,
  'data-match': match ?? '',
  'data-uses': String(uses),
});

/** Entries, one a row, what was looked for marked; each copied on the spot. */
export function ReplyTable({ list, openId, onOpen, onCopy, scrollRef }: ReplyTableProps) {
  const t = useMessages(repliesMessages);
  const columns = useColumns(list.foundFor ?? '', onCopy);
  return (
    <WindowTable
      label={t('listLabel')}
      columns={columns}
      minWidthPx={820}
      total={list.total}
      rowAt={list.rowAt}
      idOf={({ id }) => id}
      rowTestId="reply-row"
      rowData={rowData}
      onRange={list.onRange}
      {...(openId === undefined ? {} : { openId })}
      onOpen={onOpen}
      cutNote={t('cutNote')}
      scrollKey={list.key}
      scrollRef={scrollRef}
    />
  );
}

function useColumns(text: string, onCopy: (line: ReplyLine) => void): TableColumn<ReplyLine>[] {
  const t = useMessages(repliesMessages);
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'keyword',
        label: t('columnKeyword'),
        width: 'minmax(170px, 1.4fr)',
        render: (line) => {
          const { keyword, word, synonyms } = line;
          const other = word !== undefined && word !== keyword ? word : undefined;
          const words = wordsToMark(text, line);
          return (
            <span className={classes.keyword}>
              <b>
                <FoundText text={keyword} words={words} />
              </b>
              <span className={classes.quiet}>
                <FoundText text={other ?? synonyms.slice(0, 3).join(t('and'))} words={words} />
              </span>
            </span>
          );
        },
      },
      {
        id: 'answer',
        label: t('columnAnswer'),
        width: 'minmax(240px, 3fr)',
        render: ({ answer }) => (
          <span title={answer}>
            <FoundText text={answer.replace(/\s+/g, ' ')} words={wordsToMark(text, {})} />
          </span>
        ),
      },
      {
        id: 'category',
        label: t('columnCategory'),
        width: '104px',
        render: ({ category }) => category ?? '',
      },
      {
        id: 'scope',
        label: t('columnScope'),
        width: '84px',
        render: ({ groupIds }) =>
          groupIds.length === 0 ? (
            <span className={classes.quiet}>{t('allGroups')}</span>
          ) : (
            t('someGroups', { count: format.count(groupIds.length) })
          ),
      },
      {
        id: 'uses',
        label: t('columnUses'),
        width: '64px',
        isNumber: true,
        render: ({ uses }) => format.count(uses),
      },
      {
        id: 'last',
        label: t('columnLast'),
        width: '110px',
        render: ({ lastAt }) => (
          <span className={classes.quiet}>
            {lastAt === undefined ? t('never') : format.relativeTime(lastAt)}
          </span>
        ),
      },
      {
        id: 'copy',
        label: t('columnCopy'),
        width: '56px',
        render: (line) => (
          <ActionIcon
            variant="subtle"
            data-testid="reply-copy"
            aria-label={t('copyOf', { keyword: line.keyword })}
            onClick={(event) => {
              event.stopPropagation();
              onCopy(line);
            }}
          >
            <IconCopy size={16} stroke={1.75} />
          </ActionIcon>
        ),
      },
    ],
    [t, format, text, onCopy],
  );
}
