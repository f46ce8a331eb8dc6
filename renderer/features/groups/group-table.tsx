import { peopleOver } from '@shared/domain/groups/capacity.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { groupsOfClass } from '@shared/domain/groups/member-class.rules';
import { useCallback, useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { groupAddress } from '@/features/group-life';
import type { TableColumn } from '@/ui/table/table-types';
import { WindowTable } from '@/ui/table/window-table';
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

const NOTHING = () => undefined;
const idOf = ({ group }: GroupWithCount) => group.id;
const rowData = ({ group }: GroupWithCount) => ({ 'data-group-id': group.id });

/** The list of groups: a click, or Enter on a row, opens the group. */
export function GroupTable({ groups, book, waiting }: GroupTableProps) {
  const t = useMessages(groupsMessages);
  const [, navigate] = useLocation();
  const columns = useGroupColumns(book, waiting);
  const rowAt = useCallback((index: number) => groups[index], [groups]);
  return (
    <WindowTable
      label={t('title')}
      columns={columns}
      minWidthPx={900}
      total={groups.length}
      rowAt={rowAt}
      idOf={idOf}
      rowTestId="group-row"
      rowData={rowData}
      onRange={NOTHING}
      onOpen={({ group }) => navigate(groupAddress(group.id))}
      cutNote={t('cutNote')}
      scrollKey="groups"
    />
  );
}

function useGroupColumns(
  book: ClassBook | undefined,
  waiting: ReadonlyMap<string, number>,
): readonly TableColumn<GroupWithCount>[] {
  const t = useMessages(groupsMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  return useMemo(() => {
    const classOf = (group: Group) =>
      book?.classes.find((it) => groupsOfClass(it, [group], book.classes).length > 0);
    return [
      {
        id: 'name',
        label: t('name'),
        width: 'minmax(150px, 1.6fr)',
        render: ({ group }) => (
          <Link
            href={groupAddress(group.id)}
            className={classes.name}
            onClick={(event) => event.stopPropagation()}
          >
            {group.name}
          </Link>
        ),
      },
      {
        id: 'class',
        label: t('ownClass'),
        width: 'minmax(100px, 1fr)',
        render: ({ group }) => classOf(group)?.name ?? '—',
      },
      {
        id: 'identity',
        label: t('identity'),
        width: 'minmax(84px, 0.7fr)',
        render: ({ group: { identity } }) =>
          identity === 'unknown' ? t('unclassed') : words(`identity.${identity}`),
      },
      {
        id: 'region',
        label: t('region'),
        width: 'minmax(84px, 0.8fr)',
        render: ({ group }) => group.region ?? '—',
      },
      {
        id: 'phase',
        label: t('phase'),
        width: 'minmax(76px, 0.6fr)',
        render: ({ group }) => words(`groupPhase.${group.phase}`),
      },
      {
        id: 'people',
        label: t('people'),
        width: '316px',
        render: ({ group, count }) => (
          <>
            <GroupBar {...group} count={count} />
            <span className={classes.number}>
              {format.count(count)} / {format.count(group.capacity)}
            </span>{' '}
            <Room group={group} count={count} />
          </>
        ),
      },
      {
        id: 'waiting',
        label: t('waitingCount'),
        width: '88px',
        isNumber: true,
        render: ({ group }) => (
          <span className={classes.number}>
            {format.count(waiting.get(classOf(group)?.id ?? '') ?? 0)}
          </span>
        ),
      },
    ];
  }, [t, words, format, book, waiting]);
}

/** What a full row of people means: nobody enters by scanning, or more are inside than may be. */
function Room({ group, count }: Pick<GroupWithCount, 'group' | 'count'>) {
  const t = useMessages(groupsMessages);
  const format = useFormat();
  const over = peopleOver(count, group.capacity);
  if (over > 0) {
    return (
      <span className={classes.over} data-testid="group-over">
        {t('over', { count: format.count(over) })}
      </span>
    );
  }
  if (count < group.scanLimit) return null;
  return <span className={classes.quiet}>{t('scanReached')}</span>;
}
