import { type ClassRank, rankInClass } from '@shared/domain/group-life/class-rank.rules';
import { type Worth, worthOf } from '@shared/domain/group-life/worth.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useClassGroups, useLifeBoard } from '@/features/group-life';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import { type GroupWorth, ratioText } from '../use-worth';
import { worthMessages } from '../worth.messages';
import classes from '../worth.module.css';

/** The board of all groups reaches so far back. */
const MOST_WEEKS = 13;

type Row = { key: 'activity' | 'roi' | 'perWeek'; own: number | undefined; rank: ClassRank };

/** This group beside the median of its class. */
export function ClassCard({ whole, weeks }: { whole: GroupWorth; weeks: number }) {
  const t = useMessages(worthMessages);
  const format = useFormat();
  const span = Math.min(weeks, MOST_WEEKS);
  const classGroups = useClassGroups();
  const board = useLifeBoard();
  const own = classGroups?.find(({ groups }) => groups.some(({ id }) => id === whole.group.id));
  const rows = useMemo(() => {
    if (!board || !own) return undefined;
    const worths = own.groups.flatMap((group): { group: Group; worth: Worth }[] => {
      const at = board.groupIds.indexOf(group.id);
      if (at < 0) return [];
      return [{ group, worth: worthOf(board, at, span, whole.settings, group.classId) }];
    });
    const row = (key: Row['key'], of: (worth: Worth) => number | undefined): Row[] => {
      const values = worths.map(({ group, worth }) => ({
        groupId: group.id,
        classKey: '',
        value: of(worth),
      }));
      const rank = rankInClass(values).get(whole.group.id);
      const value = values.find(({ groupId }) => groupId === whole.group.id)?.value;
      return rank ? [{ key, own: value, rank }] : [];
    };
    return [
      ...row('activity', ({ activity }) => activity),
      ...row('roi', ({ economy }) => economy.roi),
      ...row('perWeek', ({ economy }) => economy.gmvFen && economy.gmvFen / span),
    ];
  }, [board, own, span, whole]);
  if (!own || !rows || whole.group.phase === 'dissolved') return null;
  const text = (key: Row['key'], value: number | undefined) => {
    if (value === undefined) return t('noData');
    if (key === 'activity') return value.toFixed(1);
    return key === 'roi' ? ratioText(value) : format.money(Math.round(value));
  };
  const rankText = (rank: number | undefined, n: number) =>
    rank === undefined ? t('rankNone', { n }) : t('rankOf', { rank, n });
  return (
    <Card title={t('classTitle')} actions={<Why word={t('why')}>{t('whyClass')}</Why>}>
      <p className={classes.quiet}>
        {own.groups.length > 1
          ? t('classLead', { name: own.name || t('noClass'), weeks: span })
          : t('classAlone')}
      </p>
      {own.groups.length > 1 && (
        <table className={classes.lines} data-testid="worth-class">
          <thead>
            <tr>
              <th scope="col">{t('columnFigure')}</th>
              {(['columnOwn', 'columnMedian', 'columnRank'] as const).map((key) => (
                <th key={key} scope="col" data-number>
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, own: value, rank: { rank, n, median } }) => (
              <tr key={key}>
                <th scope="row">{t(key)}</th>
                <td data-number>{text(key, value)}</td>
                <td data-number>{text(key, median)}</td>
                <td data-number>{n === 0 ? text(key, undefined) : rankText(rank, n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
