import { Button } from '@mantine/core';
import type { LifePeriod } from '@shared/domain/group-life/figure-table';
import { DEFAULT_GROUP_LIFE } from '@shared/domain/group-life/life-settings.schema';
import { scoreLines } from '@shared/domain/group-life/score-lines.rules';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { groupAddress, useLifeSettings } from '@/features/group-life';
import { SidePanel } from '@/ui/side-panel';
import { boardMessages } from './board.messages';
import classes from './board.module.css';
import type { BoardRow } from './board.rules';
import { SECTION_OF_DUE } from './board.rules';
import { Light } from './light';
import { figure, useBoardWords } from './use-board-words';

type StandingPanelProps = {
  row: BoardRow;
  seven: LifePeriod | undefined;
  today: string;
  onClose: () => void;
};

/** Where a group's light comes from, so that it can be worked out by hand. */
export function StandingPanel({ row, seven, today, onClose }: StandingPanelProps) {
  const t = useMessages(boardMessages);
  const words = useBoardWords(today);
  const { group, standing } = row;
  const { health, quiet, proposal, due } = standing;
  return (
    <SidePanel
      testId="standing-panel"
      label={t('panelTitle')}
      closeLabel={t('close')}
      title={group.name}
      actions={
        <Button component={Link} href={groupAddress(group.id)} size="xs" variant="light">
          {t('openGroup')}
        </Button>
      }
      onClose={onClose}
    >
      <div className={classes.panel}>
        <p className={classes.light}>
          <Light light={health.light} />
          <b>{t(`light.${health.light}`)}</b> {t(`health.${health.why}`)}
        </p>
        <ActivityParts row={row} seven={seven} />
        <section>
          <h3>{t('signsTitle')}</h3>
          <p>
            {words.wake(standing)}
            {t('stop')}
            {t(`quiet.${quiet.why}`, { level: figure(quiet.level ?? 0, 2) })}
          </p>
          {quiet.signs.length > 0 && <Signs row={row} />}
        </section>
        {proposal && (
          <section>
            <h3>{t('proposalTitle')}</h3>
            <p>
              {t('proposeFull', { phase: words.phase(proposal.to) })}
              {t('stop')}
              {words.whyProposed(proposal)} <Link href={groupAddress(group.id)}>{t('decide')}</Link>
            </p>
          </section>
        )}
        {due.length > 0 && (
          <section>
            <h3>{t('dueTitle')}</h3>
            <ul className={classes.dues}>
              {due.map((thing) => (
                <li key={thing.what}>
                  <Link href={groupAddress(group.id, SECTION_OF_DUE[thing.what])}>
                    {t(`due.${thing.what}`)}
                  </Link>
                  <span className={classes.quiet}>{words.when(thing)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </SidePanel>
  );
}

function ActivityParts({ row, seven }: Pick<StandingPanelProps, 'row' | 'seven'>) {
  const t = useMessages(boardMessages);
  const format = useFormat();
  const { anchors } = (useLifeSettings() ?? DEFAULT_GROUP_LIFE).activity;
  const { parts } = row.standing.activity;
  const { tenths, points } = scoreLines(row.standing.activity);
  const none = <span className={classes.none}>{t('noData')}</span>;
  const tenth = (value: number | undefined) => (value === undefined ? none : figure(value / 10));
  return (
    <section>
      <h3>
        {seven && t('partsTitle', { from: format.day(seven.from), to: format.day(seven.to) })}
      </h3>
      <table className={classes.parts}>
        <thead>
          <tr>
            <th>{t('partName')}</th>
            <th>{t('partValue')}</th>
            <th>{t('partAnchor')}</th>
            <th>{t('partWeight')}</th>
            <th>{t('partPoints')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ key, value, n, weight }) => (
            <tr key={key} data-testid="standing-part" data-part={key}>
              <th scope="row">
                {t(`part.${key}`)}
                {value !== undefined && n !== undefined && (
                  <small>{t(`n.${key}`, { n: format.count(n) })}</small>
                )}
              </th>
              <td>{value === undefined ? none : figure(value, 3)}</td>
              <td>{figure(anchors[key], 3)}</td>
              <td>{figure(weight)}</td>
              <td>{tenth(points.get(key))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {t('partTotal')}
            </th>
            <td data-testid="standing-score">{tenth(tenths)}</td>
          </tr>
        </tfoot>
      </table>
      <p className={classes.quiet}>{t('partsFormula')}</p>
    </section>
  );
}

function Signs({ row }: { row: BoardRow }) {
  const t = useMessages(boardMessages);
  return (
    <>
      <table className={classes.parts}>
        <thead>
          <tr>
            <th>{t('signName')}</th>
            <th>{t('signNow')}</th>
            <th>{t('signUsual')}</th>
            <th>{t('signExpected')}</th>
            <th>{t('signLevel')}</th>
          </tr>
        </thead>
        <tbody>
          {row.standing.quiet.signs.map(({ sign, now, usual, expected, level }) => (
            <tr key={sign}>
              <th scope="row">{t(`sign.${sign}`)}</th>
              <td>{figure(now)}</td>
              <td>{figure(usual)}</td>
              <td>{figure(expected)}</td>
              <td>{t('times', { level: figure(level, 2) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.quiet}>{t('signsFormula')}</p>
    </>
  );
}
