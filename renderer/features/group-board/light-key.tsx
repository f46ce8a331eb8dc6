import { DEFAULT_GROUP_LIFE } from '@shared/domain/group-life/life-settings.schema';
import { useMessages } from '@/app/i18n/messages';
import { useLifeSettings } from '@/features/group-life';
import { Why } from '@/ui/why';
import { boardMessages } from './board.messages';
import classes from './board.module.css';
import { Light } from './light';

/** What the lights mean, with the thresholds as they are set. */
export function LightKey() {
  const t = useMessages(boardMessages);
  const { health, quiet } = useLifeSettings() ?? DEFAULT_GROUP_LIFE;
  const { green, red } = health;
  const limits = { green, red };
  const wake = { drowsy: quiet.drowsyBelow, asleep: quiet.asleepBelow };
  return (
    <Why word={t('legend')}>
      <div className={classes.legend} data-testid="board-legend">
        <p>{t('legendIntro')}</p>
        <ul>
          <li>
            <Light light="red" /> {t('legendRed', limits)}
          </li>
          <li>
            <Light light="yellow" /> {t('legendYellow', limits)}
          </li>
          <li>
            <Light light="green" /> {t('legendGreen', limits)}
          </li>
          <li>
            <Light light="grey" /> {t('legendGrey')}
          </li>
        </ul>
        <p>{t('legendWake', wake)}</p>
        <p className={classes.quiet}>{t('legendSource')}</p>
      </div>
    </Why>
  );
}
