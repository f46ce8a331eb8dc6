import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { Chip } from '@/ui/chip';
import type { TableColumn } from '@/ui/table/table-types';
import { incentiveSums } from '../incentive-sums';
import { kocMessages } from '../koc.messages';
import classes from '../koc.module.css';
import { KOC_STEPS } from '../koc-steps';
import { pointsText } from '../score/score-numbers';
import { type PoolRow, useGroupNames } from '../use-koc';

type ColumnId =
  | 'name'
  | 'state'
  | 'group'
  | 'score'
  | 'trend'
  | 'steps'
  | 'incentives'
  | 'last'
  | 'owner';

const TONES = {
  candidate: 'yellow',
  cultivating: 'teal',
  active: 'green',
  paused: 'plain',
  dropped: 'plain',
} as const;
/** A change below this many points reads as none. */
const STILL_POINTS = 0.5;

export function usePoolColumns(): TableColumn<PoolRow, ColumnId>[] {
  const t = useMessages(kocMessages);
  const say = useBilingual();
  const format = useFormat();
  const groupName = useGroupNames();
  return [
    {
      id: 'name',
      label: t('columnName'),
      width: 'minmax(110px, 1.2fr)',
      render: ({ standing }) =>
        standing ? (
          <span className={classes.name}>{standing.name}</span>
        ) : (
          <span className={classes.none}>{t('memberGone')}</span>
        ),
    },
    {
      id: 'state',
      label: t('columnState'),
      width: '108px',
      render: ({ koc }) => <Chip tone={TONES[koc.state]}>{t(`state.${koc.state}`)}</Chip>,
    },
    {
      id: 'group',
      label: t('columnGroup'),
      width: 'minmax(120px, 1.6fr)',
      render: ({ standing }) =>
        standing?.groupIds.map((id) => groupName(id) ?? '').join(' · ') || t('noGroup'),
    },
    {
      id: 'score',
      label: t('columnScore'),
      width: '72px',
      isNumber: true,
      render: ({ standing }) =>
        standing?.score === undefined ? (
          <span className={classes.none}>{t('noScore')}</span>
        ) : (
          <span className={classes.score}>{pointsText(standing.score)}</span>
        ),
    },
    {
      id: 'trend',
      label: t('columnTrend'),
      width: '118px',
      render: ({ standing }) => {
        if (standing?.score === undefined || standing.before === undefined) return '—';
        const change = standing.score - standing.before;
        const points = pointsText(Math.abs(change));
        if (Math.abs(change) < STILL_POINTS) {
          return <span className={classes.still}>{t('trendStill')}</span>;
        }
        return change > 0 ? (
          <span className={classes.up}>{t('trendUp', { points })}</span>
        ) : (
          <span className={classes.down}>{t('trendDown', { points })}</span>
        );
      },
    },
    {
      id: 'steps',
      label: t('columnSteps'),
      width: 'minmax(170px, 2fr)',
      render: ({ koc }) => {
        const done = KOC_STEPS.filter(({ key }) => koc.steps[key]).length;
        const next = KOC_STEPS.find(({ key }) => !koc.steps[key]);
        const counts = { done, all: KOC_STEPS.length };
        return next ? t('nextStep', { ...counts, title: say(next.title) }) : t('allSteps', counts);
      },
    },
    {
      id: 'incentives',
      label: t('columnIncentives'),
      width: '80px',
      render: ({ incentives }) => {
        const { open } = incentiveSums(incentives);
        return open.count === 0 ? (
          <span className={classes.none}>—</span>
        ) : (
          <Chip tone="yellow">{t('openCount', { count: open.count })}</Chip>
        );
      },
    },
    {
      id: 'last',
      label: t('columnLast'),
      width: '96px',
      render: ({ standing }) =>
        standing?.lastPostDay === undefined ? (
          <span className={classes.none}>{t('noPost')}</span>
        ) : (
          format.day(standing.lastPostDay)
        ),
    },
    {
      id: 'owner',
      label: t('columnOwner'),
      width: 'minmax(80px, 1fr)',
      render: ({ koc }) => koc.ownerName ?? <span className={classes.none}>—</span>,
    },
  ];
}
