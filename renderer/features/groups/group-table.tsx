import { Table } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { groupsMessages } from './groups.messages';
import classes from './groups.module.css';
import type { GroupWithCount } from './groups.queries';

type GroupTableProps = { groups: readonly GroupWithCount[]; onOpen: (groupId: string) => void };

export function GroupTable({ groups, onOpen }: GroupTableProps) {
  const t = useMessages(groupsMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  return (
    <div className={classes.card}>
      <Table highlightOnHover verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>{t('identity')}</Table.Th>
            <Table.Th>{t('region')}</Table.Th>
            <Table.Th>{t('phase')}</Table.Th>
            <Table.Th className={classes.room}>{t('people')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map(({ group, count }) => (
            <Table.Tr
              key={group.id}
              className={classes.row}
              data-testid="group-row"
              data-group-id={group.id}
              onClick={() => onOpen(group.id)}
            >
              <Table.Td>
                <button type="button" className={classes.name}>
                  {group.name}
                </button>
              </Table.Td>
              <Table.Td>
                {group.identity === 'unknown'
                  ? t('unclassed')
                  : words(`identity.${group.identity}`)}
              </Table.Td>
              <Table.Td>{group.region ?? '—'}</Table.Td>
              <Table.Td>{words(`groupPhase.${group.phase}`)}</Table.Td>
              <Table.Td>
                <GroupRoom count={count} capacity={group.capacity} />
                <span className={classes.number}>
                  {format.count(count)} / {format.count(group.capacity)}
                </span>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** How full a group is, as a thin bar. */
function GroupRoom({ count, capacity }: { count: number; capacity: number }) {
  const share = Math.min(1, count / capacity);
  return (
    <span className={classes.bar} aria-hidden>
      <span style={{ width: `${share * 100}%` }} />
    </span>
  );
}
