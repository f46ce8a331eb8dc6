import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { mostTellingFirst, useTags } from '@/features/tags';
import type { TableColumn } from '@/ui/table/table-types';
import type { MemberListRow } from '@/workers/index/list-types';
import classes from './member-columns.module.css';
import { membersMessages } from './members.messages';
import { TagWords } from './tag-words';

export type MemberColumnId =
  | 'name'
  | 'identity'
  | 'phone'
  | 'region'
  | 'channel'
  | 'tags'
  | 'orders'
  | 'spent'
  | 'lastOrder';

/** What the list says of each member. */
export function useMemberColumns(): readonly TableColumn<MemberListRow, MemberColumnId>[] {
  const t = useMessages(membersMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { tagOf } = useTags();
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('name'),
        width: 'minmax(120px, 1.5fr)',
        isSortable: true,
        render: (row) => <strong className={classes.name}>{row.name}</strong>,
      },
      {
        id: 'identity',
        label: t('identity'),
        width: 'minmax(96px, 0.8fr)',
        isSortable: true,
        render: (row) => words(`identity.${row.identity}`),
      },
      {
        id: 'phone',
        label: t('phone'),
        width: '132px',
        render: (row) => (row.phone ? format.phone(row.phone) : (row.phoneMasked ?? '')),
      },
      {
        id: 'region',
        label: t('region'),
        width: 'minmax(104px, 1.1fr)',
        isSortable: true,
        render: (row) => row.region,
      },
      {
        id: 'channel',
        label: t('channel'),
        width: 'minmax(76px, 1fr)',
        isSortable: true,
        render: (row) => row.channel,
      },
      {
        id: 'tags',
        label: t('tags'),
        width: 'minmax(112px, 1.8fr)',
        render: (row) => {
          const seen = (ids: readonly string[]) =>
            ids.flatMap((id) => {
              const tag = tagOf(id);
              return tag && tag.isHidden !== true ? [tag] : [];
            });
          const byHand = new Set(row.tagIds);
          const byRule = seen(row.ruleTagIds.filter((id) => !byHand.has(id)));
          return (
            <TagWords
              tags={[...seen([...byHand]), ...byRule.sort(mostTellingFirst)]}
              more={(n) => t('moreTags', { n })}
            />
          );
        },
      },
      {
        id: 'orders',
        label: t('orders'),
        width: '76px',
        isNumber: true,
        isSortable: true,
        render: (row) => (row.orderCount > 0 ? format.count(row.orderCount) : ''),
      },
      {
        id: 'spent',
        label: t('spent'),
        width: '112px',
        isNumber: true,
        isSortable: true,
        render: (row) => (row.orderCount > 0 ? format.money(row.amountFen) : ''),
      },
      {
        id: 'lastOrder',
        label: t('lastOrder'),
        width: '120px',
        isNumber: true,
        isSortable: true,
        render: (row) => (row.lastOrderAt === undefined ? '' : format.date(row.lastOrderAt)),
      },
    ],
    [t, words, format, tagOf],
  );
}
