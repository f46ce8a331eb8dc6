import { Button, Progress } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { assetsMessages } from '../assets.messages';
import { giveUpIntake, useIntake } from '../files/intake';
import classes from './intake-bar.module.css';

/** What is coming in now, how far it is, and a way to stop. */
export function IntakeBar() {
  const t = useMessages(assetsMessages);
  const intake = useIntake();
  if (!intake) return null;
  const { name, done, total, bytesDone, bytesTotal } = intake;
  const share = bytesTotal > 0 ? (bytesDone / bytesTotal) * 100 : 0;
  return (
    <div className={classes.bar} role="status" data-testid="asset-intake">
      <span className={classes.words}>{t('adding', { n: done + 1, total, name })}</span>
      <Progress className={classes.progress} value={share} aria-label={t('add')} />
      <Button size="compact-xs" variant="default" onClick={giveUpIntake}>
        {t('giveUp')}
      </Button>
    </div>
  );
}
