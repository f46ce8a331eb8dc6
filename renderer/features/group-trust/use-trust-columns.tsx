import { TRUST_AREAS } from '@shared/domain/group-life/life-settings.schema';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Sparkline } from '@/ui/charts/sparkline';
import type { TableColumn } from '@/ui/table/table-types';
import { trustMessages } from './trust.messages';
import classes from './trust.module.css';
import type { RowSort, TrustRow } from './trust-rows';
import { pointsText, useTrustWords } from './use-trust-words';

const PARTS = 12;

export type TrustColumnId = RowSort['id'] | 'trend' | 'rank' | 'data';

/** Groups as rows: the index, its areas, what changed, how much is known. */
export function useTrustColumns(): TableColumn<TrustRow, TrustColumnId>[] {
  const t = useMessages(trustMessages);
  const format = useFormat();
  const say = useTrustWords();
  return useMemo(() => {
    const none = <span className={classes.none}>{t('noData')}</span>;
    return [
      {
        id: 'group',
        label: t('columnGroup'),
        width: 'minmax(160px, 2fr)',
        isSortable: true,
        render: ({ group }) => group.name,
      },
      {
        id: 'index',
        label: t('columnIndex'),
        width: '104px',
        isNumber: true,
        isSortable: true,
        render: ({ tenths }) =>
          tenths === undefined ? none : <b className={classes.score}>{pointsText(tenths)}</b>,
      },
      {
        id: 'trend',
        label: t('columnTrend'),
        width: '124px',
        render: (row) => <RowTrend row={row} />,
      },
      ...TRUST_AREAS.map(
        (area): TableColumn<TrustRow, TrustColumnId> => ({
          id: area,
          label: t(`area.${area}`),
          width: '104px',
          isNumber: true,
          isSortable: true,
          render: ({ areas: { [area]: score } }) => (score === undefined ? none : score.toFixed(1)),
        }),
      ),
      {
        id: 'change',
        label: t('change'),
        width: '124px',
        isNumber: true,
        isSortable: true,
        render: ({ changeTenths }) =>
          changeTenths === undefined ? (
            none
          ) : (
            <span
              className={classes.change}
              {...(changeTenths === 0 ? {} : { 'data-down': changeTenths < 0 })}
            >
              {say.signed(changeTenths)}
            </span>
          ),
      },
      {
        id: 'rank',
        label: t('columnRank'),
        width: '112px',
        isNumber: true,
        render: ({ rank }) =>
          rank?.rank === undefined
            ? none
            : t('rankOf', { rank: format.count(rank.rank), n: format.count(rank.n) }),
      },
      {
        id: 'data',
        label: t('columnData'),
        width: '128px',
        isNumber: true,
        render: ({ knownParts }) => t('parts', { known: knownParts, all: PARTS }),
      },
    ];
  }, [t, format, say]);
}

function RowTrend({ row }: { row: TrustRow }) {
  const t = useMessages(trustMessages);
  const weeks = row.weeks();
  const known = weeks.filter(({ trust }) => trust.index !== undefined).length;
  return (
    <Sparkline
      values={weeks.map(({ trust }) => trust.index)}
      top={100}
      label={t('trendOf', { weeks: weeks.length, n: known })}
      width={96}
      height={24}
    />
  );
}
