import { Button } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { removeSample } from './sample';
import classes from './sample-line.module.css';
import { todayMessages } from './today.messages';

/** As long as sample data are here: says so, and takes them away in one click. */
export function SampleLine() {
  const t = useMessages(todayMessages);
  const [isBusy, setIsBusy] = useState(false);

  async function remove(): Promise<void> {
    setIsBusy(true);
    try {
      await removeSample();
      showDone(t('sampleRemoved'));
    } catch (error) {
      showProblem(error);
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <div className={classes.line} role="status">
      <IconFlask size={18} stroke={1.75} aria-hidden />
      <span>{t('sampleShown')}</span>
      <Button
        size="xs"
        variant="default"
        loading={isBusy}
        data-testid="remove-sample"
        onClick={() => void remove()}
      >
        {t('sampleRemove')}
      </Button>
    </div>
  );
}
