import { Button } from '@mantine/core';
import type { GrowthLevel } from '@shared/domain/growth/growth-settings.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { dataWorker } from '@/db/client';
import { bridge } from '@/platform/bridge';
import { growthValueMessages } from './growth-value.messages';
import { useLevelName } from './use-growth';

/** Everybody's level and points as a file. */
export function ExportSummary({ levels }: { levels: readonly GrowthLevel[] }) {
  const t = useMessages(growthValueMessages);
  const nameOf = useLevelName();
  const [isBusy, setIsBusy] = useState(false);

  async function save() {
    setIsBusy(true);
    try {
      const bytes = await dataWorker().growth.summary({
        heads: [t('who'), t('levelName'), t('balance'), t('pending'), t('expiring'), t('standing')],
        levels: levels.map(nameOf),
      });
      const file = `${t('fileName', { day: dayOf(Date.now(), DEFAULT_TIME_ZONE) })}.csv`;
      const { saved, name = '' } = await bridge.saveFile(file, bytes);
      if (saved) showDone(t('exported', { name }));
    } catch (error) {
      showProblem(error);
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <Button
      variant="default"
      data-testid="growth-export"
      loading={isBusy}
      leftSection={<IconDownload size={16} stroke={1.75} />}
      onClick={() => void save()}
    >
      {t('exportLedger')}
    </Button>
  );
}
