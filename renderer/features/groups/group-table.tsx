import { Table } from '@mantine/core';
import { groupsOfClass } from '@shared/domain/groups/member-class.rules';
import { Link, useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { groupAddress } from '@/features/group-life';
import { GroupBar } from './group-bar';
import { groupsMessages } from './groups.messages';
import classes from './groups.module.css';
import type { ClassBook, GroupWithCount } from './groups.queries';

type GroupTableProps = {
  groups: readonly GroupWithCount[];
  /** `undefined` while they are not known. */
  book: ClassBook | undefined;
  /** People who wait for room, by class. */
  waiting: ReadonlyMap<string, number>;
};

export function GroupTable({ groups, book, waiting }: GroupTableProps) {
  const t = useMessages(groupsMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const [, navigate] = useLocation();
  const classOf = (group: GroupWithCount['group']) =>
    book?.classes.find((it) => groupsOfClass(it, [group], book.classes).length > 0);
  return (
    <div className={classes.card}>
      <Table highlightOnHover verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>{t('ownClass')}</Table.Th>
            <Table.Th>{t('identity')}</Table.Th>
            <Table.Th>{t('region')}</Table.Th>
            <Table.Th>{t('phase')}</Table.Th>
            <Table.Th className={classes.room}>{t('people')}</Table.Th>
            <Table.Th>{t('waitingCount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map(({ group, count }) => (
            <Table.Tr
              key={group.id}
              className={classes.row}
              data-testid="group-row"
              data-group-id={group.id}
              onClick={() => navigate(groupAddress(group.id))}
            >
              <Table.Td>
                <Link
                  href={groupAddress(group.id)}
                  className={classes.name}
                  onClick={(event) => event.stopPropagation()}
                >
                  {group.name}
                </Link>
              </Table.Td>
              <Table.Td>{classOf(group)?.name ?? '—'}</Table.Td>
              <Table.Td>
                {group.identity === 'unknown'
                  ? t('unclassed')
                  : words(`identity.${group.identity}`)}
              </Table.Td>
              <Table.Td>{group.region ?? '—'}</Table.Td>
              <Table.Td>{words(`groupPhase.${group.phase}`)}</Table.Td>
              <Table.Td>
                <GroupBar {...group} count={count} />
                <span className={classes.number}>
                  {format.count(count)} / {format.count(group.capacity)}
                </span>
                {count >= group.scanLimit && (
                  <span className={classes.quiet}> {t('scanReached')}</span>
                )}
              </Table.Td>
              <Table.Td className={classes.number}>
                {format.count(waiting.get(classOf(group)?.id ?? '') ?? 0)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
