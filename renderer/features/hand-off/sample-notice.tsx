import { Button } from '@mantine/core';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useLive } from '@/db/use-live';
import { hasSample, removeSample } from '@/features/today';
import { handOffMessages } from './hand-off.messages';
import classes from './hand-off.module.css';

/** `undefined` while nobody knows. */
export function useHasSample(): boolean | undefined {
  return useLive(async () => hasSample(), []);
}

/** Nobody's team gets the invented people of the sample. */
export function SampleNotice() {
  const t = useMessages(handOffMessages);
  const [isBusy, setIsBusy] = useState(false);

  async function remove(): Promise<void> {
    setIsBusy(true);
    try {
      await removeSample();
    } catch (error) {
      showProblem(error);
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <div className={classes.notice}>
      <strong>{t('sampleTitle')}</strong>
      <p className={classes.quiet}>{t('sampleText')}</p>
      <Button
        size="compact-sm"
        variant="default"
        mt={6}
        loading={isBusy}
        onClick={() => void remove()}
      >
        {t('removeSample')}
      </Button>
    </div>
  );
}
