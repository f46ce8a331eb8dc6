import { Anchor } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { showPeople } from '@/features/segments';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import type { GrowthOverview, LevelFigures } from '@/workers/growth/growth-types';
import { growthValueMessages } from './growth-value.messages';
import classes from './growth-value.module.css';
import { useLevelName } from './use-growth';

/** How many are on each level and what they spend; a click opens them. */
export function LevelsCard({ overview }: { overview: GrowthOverview }) {
  const t = useMessages(growthValueMessages);
  const format = useFormat();
  const nameOf = useLevelName();
  const times = (value: number) => `${value.toFixed(1)}×`;

  const interval = ({ arpu }: LevelFigures) =>
    arpu.lowFen === undefined || arpu.highFen === undefined
      ? t('tooFew')
      : `${format.money(arpu.lowFen)} – ${format.money(arpu.highFen)}`;
  const ratioText = ({ ratio }: LevelFigures) => {
    if (!ratio) return '—';
    if (ratio.low === undefined || ratio.high === undefined) {
      return `${times(ratio.value)} (${t('tooFew')})`;
    }
    return `${times(ratio.value)} (${times(ratio.low)} – ${times(ratio.high)})`;
  };

  return (
    <Card title={t('levels')} actions={<Why word={t('why')}>{t('whyArpu')}</Why>}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('levelName')}</th>
            <th className={classes.number}>{t('threshold')}</th>
            <th className={classes.number}>{t('people')}</th>
            <th className={classes.number}>{t('share')}</th>
            <th className={classes.number}>{t('arpu')}</th>
            <th className={classes.number}>{t('interval')}</th>
            <th className={classes.number}>{t('ratio')}</th>
          </tr>
        </thead>
        <tbody>
          {overview.levels.map((level) => {
            const name = nameOf(level);
            const open = t('openPeople', { name, n: format.count(level.n) });
            return (
              <tr
                key={level.key}
                data-testid="growth-level"
                data-level={level.key}
                data-n={level.n}
              >
                <td>
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    aria-label={open}
                    onClick={() =>
                      showPeople({ title: `${t('title')} · ${name}`, rule: level.rule })
                    }
                  >
                    {name}
                  </Anchor>
                </td>
                <td className={classes.number}>{format.count(level.from)}</td>
                <td className={classes.number}>{format.count(level.n)}</td>
                <td className={classes.number}>
                  {format.percent(level.n / overview.members, Math.min(overview.members, level.n))}
                </td>
                <td className={classes.number}>
                  {level.arpu.n === 0 ? '—' : format.money(Math.round(level.arpu.meanFen))}
                </td>
                <td className={classes.number}>
                  {level.arpu.n === 0 ? (
                    '—'
                  ) : (
                    <span className={classes.quiet}>{interval(level)}</span>
                  )}
                </td>
                <td className={classes.number}>{ratioText(level)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={classes.quiet}>{t('caseRef')}</p>
    </Card>
  );
}
