import { Button } from '@mantine/core';
import type { ImportBatch } from '@shared/domain/import/import-batch.schema';
import { useMemo, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import type { TableColumn } from '@/ui/table/table-types';
import { undoImport } from '../done/undo-import';
import { historyMessages } from './history.messages';
import classes from './history-card.module.css';

/** What the list of imports shows of each. */
export function useHistoryColumns(): TableColumn<ImportBatch>[] {
  const t = useMessages(historyMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  return useMemo(() => {
    const count = (
      id: 'create' | 'update' | 'unchanged' | 'rejected',
      label: string,
    ): TableColumn<ImportBatch> => ({
      id,
      label,
      width: '84px',
      isNumber: true,
      render: ({ counts }) => (
        <span className={counts[id] === 0 ? classes.nothing : undefined}>
          {format.count(counts[id])}
        </span>
      ),
    });
    return [
      {
        id: 'file',
        label: t('columnFile'),
        width: 'minmax(160px, 1fr)',
        render: ({ fileName }) => <span title={fileName}>{fileName}</span>,
      },
      {
        id: 'kind',
        label: t('columnKind'),
        width: '112px',
        render: ({ kind }) => words(`importKind.${kind}`),
      },
      {
        id: 'when',
        label: t('columnWhen'),
        width: '136px',
        render: ({ at }) => format.relativeTime(at),
      },
      count('create', t('columnCreate')),
      count('update', t('columnUpdate')),
      count('unchanged', t('columnUnchanged')),
      count('rejected', t('columnRejected')),
      {
        id: 'state',
        label: t('columnState'),
        width: '96px',
        render: (batch) => <BatchState batch={batch} />,
      },
    ];
  }, [t, words, format]);
}

function BatchState({ batch }: { batch: ImportBatch }) {
  const t = useMessages(historyMessages);
  const [isUndoing, setIsUndoing] = useState(false);
  if (batch.undoneAt !== undefined) return <span className={classes.nothing}>{t('undone')}</span>;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      loading={isUndoing}
      data-testid="import-batch-undo"
      onClick={(event) => {
        event.stopPropagation();
        setIsUndoing(true);
        void undoImport(batch).finally(() => setIsUndoing(false));
      }}
    >
      {t('undo')}
    </Button>
  );
}
