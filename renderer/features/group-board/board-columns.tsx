import { isPressing } from '@shared/domain/group-life/standing.rules';
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { groupAddress } from '@/features/group-life';
import { Sparkline } from '@/ui/charts/sparkline';
import type { TableColumn } from '@/ui/table/table-types';
import { boardMessages } from './board.messages';
import classes from './board.module.css';
import { type BoardRow, type BoardSort, leadingThing, SECTION_OF_DUE } from './board.rules';
import { Light } from './light';
import { RoomCount } from './room-count';
import { figure, useBoardWords } from './use-board-words';

type Column = TableColumn<BoardRow, BoardSort | 'proposal'>;

const TREND_ICONS = { up: IconArrowUpRight, down: IconArrowDownRight, flat: IconArrowRight };

/** What the board says of each group; `onExplain` opens where its light comes from. */
export function useBoardColumns(
  today: string,
  onExplain: (groupId: string) => void,
): readonly Column[] {
  const t = useMessages(boardMessages);
  const format = useFormat();
  const words = useBoardWords(today);
  return useMemo((): readonly Column[] => {
    const noData = <span className={classes.none}>{t('noData')}</span>;
    return [
      {
        id: 'name',
        label: t('name'),
        width: 'minmax(150px, 1.9fr)',
        isSortable: true,
        render: ({ group, className }) => (
          <>
            <b className={classes.name}>{group.name}</b>{' '}
            <span className={classes.quiet}>{className}</span>
          </>
        ),
      },
      {
        id: 'phase',
        label: t('phase'),
        width: 'minmax(112px, 0.7fr)',
        isSortable: true,
        render: ({ group, standing }) => (
          <>
            {words.phase(group.phase)}{' '}
            <span className={classes.quiet}>{words.clock(group, standing)}</span>
          </>
        ),
      },
      {
        id: 'health',
        label: t('health'),
        width: 'minmax(100px, 0.5fr)',
        isSortable: true,
        render: ({ standing: { health } }) => (
          <span
            className={classes.light}
            title={t('lightWhy', {
              light: t(`light.${health.light}`),
              why: t(`health.${health.why}`),
            })}
          >
            <Light light={health.light} />
            {t(`health.${health.why}`)}
          </span>
        ),
      },
      {
        id: 'wake',
        label: t('wake'),
        width: 'minmax(84px, 0.8fr)',
        isSortable: true,
        render: ({ group, standing }) =>
          group.phase === 'dissolved' ? null : (
            <span
              className={standing.quiet.state === 'noData' ? classes.none : undefined}
              title={words.wake(standing)}
            >
              {words.wake(standing)}
            </span>
          ),
      },
      {
        id: 'activity',
        label: t('activity'),
        width: '142px',
        isSortable: true,
        render: ({ group, standing }) => {
          const { score } = standing.activity;
          const said =
            score === undefined
              ? t('activityNoneLabel')
              : t('activityLabel', { score: figure(score, 0) });
          return (
            <span className={classes.activity}>
              <button
                type="button"
                className={classes.score}
                data-testid="life-explain"
                aria-label={said}
                title={said}
                onClick={(event) => {
                  event.stopPropagation();
                  onExplain(group.id);
                }}
              >
                {score === undefined ? noData : figure(score, 0)}
              </button>
              {standing.weeks.some((week) => week !== undefined) && (
                <Sparkline
                  values={standing.weeks}
                  top={100}
                  label={t('sparkLabel', { n: standing.weeks.length })}
                />
              )}
              <TrendMark standing={standing} />
            </span>
          );
        },
      },
      {
        id: 'trust',
        label: t('trust'),
        width: '70px',
        isNumber: true,
        isSortable: true,
        render: ({ standing: { trust, trustCoverage } }) =>
          trust === undefined ? (
            noData
          ) : (
            <span title={t('trustTitle', { share: format.percent(trustCoverage) })}>
              {figure(trust, 0)}
            </span>
          ),
      },
      {
        id: 'people',
        label: t('people'),
        width: '92px',
        isNumber: true,
        isSortable: true,
        render: ({ group, standing: { members } }) =>
          members === undefined ? (
            noData
          ) : (
            <RoomCount group={group} members={members} today={today} />
          ),
      },
      {
        id: 'due',
        label: t('due'),
        width: 'minmax(190px, 1.5fr)',
        isSortable: true,
        render: ({ group, standing: { due } }) => {
          const thing = leadingThing(due, today);
          if (!thing) return <span className={classes.none}>{t('nothingDue')}</span>;
          return (
            <Link
              href={groupAddress(group.id, SECTION_OF_DUE[thing.what])}
              className={classes.due}
              data-testid="life-due"
              data-what={thing.what}
              data-pressing={isPressing(thing, today)}
              title={`${t(`due.${thing.what}`)} ${words.when(thing)}`}
              onClick={(event) => event.stopPropagation()}
            >
              {t(`due.${thing.what}`)} <span className={classes.when}>{words.when(thing)}</span>
              {due.length > 1 && (
                <span className={classes.more} title={t('dueMore', { n: due.length - 1 })}>
                  +{due.length - 1}
                </span>
              )}
            </Link>
          );
        },
      },
      {
        id: 'proposal',
        label: t('proposal'),
        width: '92px',
        render: ({ group, standing: { proposal } }) =>
          proposal && (
            <Link
              href={groupAddress(group.id)}
              className={classes.proposal}
              data-testid="life-proposal"
              data-to={proposal.to}
              title={words.whyProposed(proposal)}
              aria-label={t('proposeFull', { phase: words.phase(proposal.to) })}
              onClick={(event) => event.stopPropagation()}
            >
              {t('propose', { phase: words.phase(proposal.to) })}
            </Link>
          ),
      },
    ];
  }, [t, format, words, today, onExplain]);
}

/** Where the weekly scores go, in a sign and a sentence. */
function TrendMark({ standing: { trend } }: { standing: BoardRow['standing'] }) {
  const t = useMessages(boardMessages);
  if (!trend) return null;
  const Icon = TREND_ICONS[trend.direction];
  const said = t(`trend.${trend.direction}`, {
    points: figure(Math.abs(trend.perWeek)),
    n: trend.n,
  });
  return (
    <span title={said} className={classes.trend} data-direction={trend.direction}>
      <Icon size={14} stroke={2} role="img" aria-label={said} />
    </span>
  );
}
