import type { GroupLifeSettings } from '@shared/domain/group-life/life-settings.schema';
import type { SignReading, Wakefulness } from '@shared/domain/group-life/quiet.rules';
import type { Standing } from '@shared/domain/group-life/standing.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { Why } from '@/ui/why';
import { activityMessages } from '../activity.messages';
import classes from '../activity.module.css';

const TONES = {
  awake: 'green',
  drowsy: 'yellow',
  asleep: 'red',
  noData: 'plain',
} as const satisfies Record<Wakefulness, string>;

type WakeCardProps = {
  standing: Pick<Standing, 'quiet' | 'quietSince'>;
  settings: GroupLifeSettings['quiet'];
  /** The last day on which anything was said or done, of the days that are looked at. */
  lastDay: string | undefined;
};

const tenthsOfAll = (level: number) => level.toFixed(2);
const short = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));

/** Whether the group lives as it used to, by which signs, and since when not. */
export function WakeCard({ standing: { quiet, quietSince }, settings, lastDay }: WakeCardProps) {
  const t = useMessages(activityMessages);
  const format = useFormat();
  const { state, why, level, signs } = quiet;
  const isExcused = signs.some(({ usual, expected }) => expected < usual);
  const since =
    quietSince &&
    t(quietSince.isLonger ? 'sinceLonger' : 'since', { day: format.day(quietSince.day) });
  return (
    <Card
      title={t('wake')}
      actions={
        <Why word={t('why')}>
          {t('whyWake', { lowest: settings.lowestSeason, minUsual: settings.minUsual })}
        </Why>
      }
    >
      <p className={classes.big} data-testid="wake-state" data-state={state}>
        <Chip tone={TONES[state]}>{t(`state.${state}`)}</Chip>
        {since !== undefined && (
          <span className={classes.quiet} data-testid="wake-since" data-day={quietSince?.day}>
            {since}
          </span>
        )}
      </p>
      <p className={classes.text}>
        {t(`stateText.${why}`, { level: level === undefined ? '' : tenthsOfAll(level) })}
        {isExcused && t('seasonText')}
      </p>
      {signs.length > 0 && <SignTable signs={signs} settings={settings} />}
      {state !== 'awake' && (
        <p className={classes.quiet}>
          {lastDay === undefined ? t('noneLively') : t('lastLively', { day: format.day(lastDay) })}
        </p>
      )}
    </Card>
  );
}

type SignTableProps = { signs: readonly SignReading[]; settings: GroupLifeSettings['quiet'] };

function SignTable({ signs, settings }: SignTableProps) {
  const t = useMessages(activityMessages);
  const columns = ['colNow', 'colUsual', 'colSeason', 'colExpected', 'colLevel'] as const;
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.lines}>
          <thead>
            <tr>
              <th scope="col">{t('colSign')}</th>
              {columns.map((key) => (
                <th key={key} scope="col" data-number>
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {signs.map(({ sign, now, usual, expected, level }) => (
              <tr
                key={sign}
                data-testid="wake-sign"
                data-sign={sign}
                data-level={tenthsOfAll(level)}
              >
                <th scope="row">{t(`sign.${sign}`)}</th>
                <td data-number>{short(now)}</td>
                <td data-number>{short(usual)}</td>
                <td data-number>
                  {expected < usual
                    ? t('seasonOf', { factor: (expected / usual).toFixed(2) })
                    : t('seasonNone')}
                </td>
                <td data-number>{short(expected)}</td>
                <td data-number>{tenthsOfAll(level)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.quiet}>
        {t('limits', { drowsy: settings.drowsyBelow, asleep: settings.asleepBelow })}
      </p>
    </>
  );
}
