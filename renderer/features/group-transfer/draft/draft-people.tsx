import { SegmentedControl } from '@mantine/core';
import type { TransferCounts } from '@shared/domain/group-life/transfer.schema';
import { IconUsers } from '@tabler/icons-react';
import { type CSSProperties, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { EmptyState } from '@/ui/empty-state';
import type { TableColumn, TableSelection } from '@/ui/table/table-types';
import { WindowTable } from '@/ui/table/window-table';
import type { TransferPerson } from '@/workers/group-life/transfer-types';
import classes from '../transfer.module.css';
import { calledOf, type EntryWorld } from '../use-transfer';
import { useRefusalWords } from '../words/use-refusal-words';
import type { Draft, DraftLine } from './draft';
import { draftMessages } from './draft.messages';

const SHOWN = ['chosen', 'nowhere', 'others'] as const;
type Shown = (typeof SHOWN)[number];

const IS_SHOWN: Record<Shown, (line: DraftLine) => boolean> = {
  chosen: ({ isChosen }) => isChosen,
  nowhere: ({ isChosen, refused }) => isChosen && refused !== undefined,
  others: ({ isChosen }) => !isChosen,
};

export const countsOf = (person: TransferPerson): TransferCounts => ({
  orders: person.orders,
  interactions: person.interactions,
  isKoc: person.role === 'koc',
});

type DraftPeopleProps = {
  draft: Draft;
  world: EntryWorld;
  choose: (ids: readonly string[], isChosen: boolean) => void;
};

/** The people of the group with a tick for those who come along. */
export function DraftPeople({ draft, world, choose }: DraftPeopleProps) {
  const t = useMessages(draftMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const refusal = useRefusalWords();
  const [shown, setShown] = useState<Shown>('chosen');
  const lines = draft.lines.filter(IS_SHOWN[shown]);
  const ids = lines.map(({ person }) => person.memberId);
  const isOn = new Set(draft.lines.flatMap((it) => (it.isChosen ? [it.person.memberId] : [])));
  const on = ids.filter((id) => isOn.has(id)).length;
  const toggle = (id: string) => choose([id], !isOn.has(id));
  const selection: TableSelection = {
    has: (id) => isOn.has(id),
    toggle,
    toggleAll: () => choose(ids, on === 0),
    state: on === 0 ? 'none' : on < ids.length ? 'some' : 'all',
    labels: { all: t('chooseAll'), one: t('chooseOne') },
  };
  const why = ({ reasons, isByHand, isChosen }: DraftLine) =>
    [
      ...reasons.map((it) =>
        it.kind === 'koc'
          ? t('isKoc')
          : it.kind === 'netFen'
            ? format.money(it.value)
            : t(it.kind, { count: it.value }),
      ),
      isByHand && t(isChosen ? 'byHand' : 'left'),
      !isByHand && !isChosen && t('quiet'),
    ]
      .filter(Boolean)
      .join(' · ');
  const columns: TableColumn<DraftLine>[] = [
    {
      id: 'name',
      label: t('columnName'),
      width: 'minmax(180px, 1.4fr)',
      render: ({ person }) => (
        <>
          {calledOf(person)}{' '}
          <span className={classes.quiet}>
            {[words(`identity.${person.identity}`), person.region].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    { id: 'why', label: t('columnWhy'), width: 'minmax(150px, 1fr)', render: why },
    {
      id: 'to',
      label: t('columnTo'),
      width: 'minmax(220px, 2fr)',
      render: ({ person, toGroupId, refused }) =>
        refused ? (
          <span className={classes.refused}>
            {refusal(refused, person, world.groupOf(refused.groupId))}
          </span>
        ) : (
          world.groupOf(toGroupId)?.name
        ),
    },
  ];
  return (
    <>
      <SegmentedControl
        size="xs"
        className={classes.choice}
        aria-label={t('show')}
        data={SHOWN.map((value) => ({
          value,
          label: t(`show.${value}`, {
            count: format.count(draft.lines.filter(IS_SHOWN[value]).length),
          }),
        }))}
        value={shown}
        onChange={(value) => setShown(value as Shown)}
      />
      <div className={classes.table} style={{ '--q-transfer-rows': lines.length } as CSSProperties}>
        <WindowTable
          label={t('formTitle')}
          columns={columns}
          minWidthPx={640}
          total={lines.length}
          rowAt={(index) => lines[index]}
          idOf={({ person }) => person.memberId}
          rowTestId="transfer-draft-person"
          rowData={({ person, isChosen, toGroupId, refused }) => ({
            'data-member-id': person.memberId,
            'data-chosen': String(isChosen),
            'data-to': toGroupId ?? '',
            'data-reason': refused?.reason ?? '',
          })}
          onRange={() => undefined}
          onOpen={({ person }) => toggle(person.memberId)}
          selection={selection}
          cutNote=""
          scrollKey={shown}
          empty={<EmptyState icon={IconUsers} title={t('emptyTitle')} text={t('emptyText')} />}
        />
      </div>
    </>
  );
}
