import { useMessages } from '@/app/i18n/messages';
import classes from '../sync.module.css';
import { HostCard } from './host-card';
import { JoinCard } from './join-card';
import { joiningMessages } from './joining.messages';

/** Two ways out of working alone, in plain words. */
export function NotJoined() {
  const t = useMessages(joiningMessages);
  return (
    <div data-testid="sync-off">
      <p className={classes.intro}>{t('intro')}</p>
      <div className={classes.ways}>
        <JoinCard />
        <HostCard />
      </div>
    </div>
  );
}
