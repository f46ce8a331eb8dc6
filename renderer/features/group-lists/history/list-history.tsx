import { Table } from '@mantine/core';
import type { RosterList } from '@shared/domain/group-life/roster-list.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { ExportButton } from '@/features/export';
import { Card } from '@/ui/card';
import { listsSectionMessages } from '../lists-section.messages';
import classes from './list-history.module.css';
import { ListPanel } from './list-panel';

type ListHistoryProps = { groupId: string; lists: readonly RosterList[] };

/** Every list that was ever saved of the group, the newest first. */
export function ListHistory({ groupId, lists }: ListHistoryProps) {
  const t = useMessages(listsSectionMessages);
  const format = useFormat();
  const [openId, setOpenId] = useState<string>();
  const open = lists.find(({ id }) => id === openId);
  const columns = ['day', 'total', 'came', 'went', 'stayed', 'unknown', 'violators', 'by'] as const;
  return (
    <Card
      title={t('historyTitle')}
      actions={
        lists.length > 0 && (
          <ExportButton list="rosterLists" scope={() => ({ roster: { groupId } })} isCompact />
        )
      }
    >
      {lists.length === 0 ? (
        <p className={classes.quiet}>{t('historyEmpty')}</p>
      ) : (
        <div className={classes.scroll}>
          <Table highlightOnHover stickyHeader aria-label={t('historyTitle')}>
            <Table.Thead>
              <Table.Tr>
                {columns.map((key) => (
                  <Table.Th key={key} className={isNumber(key) ? classes.number : undefined}>
                    {t(key)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lists.map((list) => (
                <Table.Tr
                  key={list.id}
                  className={classes.row}
                  data-testid="list-row"
                  data-list-id={list.id}
                  data-day={list.day}
                  onClick={() => setOpenId(list.id)}
                >
                  <Table.Td>
                    <button
                      type="button"
                      className={classes.open}
                      aria-label={t('open', { day: format.fullDay(list.day) })}
                      onClick={() => setOpenId(list.id)}
                    >
                      {format.fullDay(list.day)}
                    </button>
                  </Table.Td>
                  {[
                    list.total,
                    list.joinedIds.length,
                    list.leftIds.length,
                    list.stayed,
                    list.unknown.length,
                    list.violatorIds.length,
                  ].map((count, at) => (
                    <Table.Td key={columns[at + 1]} className={classes.number}>
                      {count === undefined ? t('noData') : format.count(count)}
                    </Table.Td>
                  ))}
                  <Table.Td className={classes.quiet}>{list.by ?? '—'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {open && <ListPanel list={open} onClose={() => setOpenId(undefined)} />}
    </Card>
  );
}

const isNumber = (key: string) => key !== 'day' && key !== 'by';
