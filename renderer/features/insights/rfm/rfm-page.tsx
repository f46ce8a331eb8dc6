import { Button } from '@mantine/core';
import { rfmSettingsSchema } from '@shared/domain/insights/rfm/rfm-settings.schema';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { ModelPage } from '../frame/model-page';
import { insightsMessages } from '../insights.messages';
import { useModelSettings } from '../settings/use-model-settings';
import { rfmMessages } from './rfm.messages';
import { RfmCuts } from './rfm-cuts';
import { RfmDialog } from './rfm-dialog';
import { RfmGrid } from './rfm-grid';
import { RfmGroups } from './rfm-groups';
import { RfmMovement } from './rfm-movement';
import classes from './rfm-page.module.css';

const ask = () => dataWorker().insights.rfm();

/** Recency, frequency, money: the grid, the eight names, where they are cut, who moved. */
export function RfmPage() {
  const t = useMessages(rfmMessages);
  const words = useMessages(insightsMessages);
  const format = useFormat();
  const settings = useModelSettings('rfm', rfmSettingsSchema);
  const [isEditing, setIsEditing] = useState(false);
  return (
    <ModelPage
      tab="rfm"
      ask={ask}
      isEmpty={(answer) => answer.buyers === 0}
      subtitle={(answer) => t('state', { buyers: format.count(answer.buyers) })}
      notes={(answer) => answer.notes}
      actions={() => (
        <Button
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.75} />}
          data-testid="insights-edit"
          onClick={() => setIsEditing(true)}
        >
          {words('edit')}
        </Button>
      )}
    >
      {(answer) => (
        <>
          <div className={classes.pair}>
            <RfmGrid answer={answer} />
            <RfmGroups answer={answer} />
          </div>
          <RfmMovement answer={answer} />
          {settings && <RfmCuts answer={answer} settings={settings} />}
          {isEditing && settings && (
            <RfmDialog settings={settings} onClose={() => setIsEditing(false)} />
          )}
        </>
      )}
    </ModelPage>
  );
}
