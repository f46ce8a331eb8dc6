import { Button } from '@mantine/core';
import { ltvSettingsSchema } from '@shared/domain/insights/ltv/ltv-settings.schema';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { dataWorker } from '@/db/client';
import { ModelPage } from '../frame/model-page';
import { insightsMessages } from '../insights.messages';
import { useModelSettings } from '../settings/use-model-settings';
import { FitChart } from './fit-chart';
import { FitPeople } from './fit-people';
import { HoldoutCheck } from './holdout-check';
import { Limits } from './limits';
import { Parameters } from './parameters';
import { valueMessages } from './value.messages';
import { ValueDialog } from './value-dialog';
import classes from './value-page.module.css';

const ask = () => dataWorker().insights.ltvFit();

/** How the value to come is estimated, how well that fits, and what it does not say. */
export function ValuePage() {
  const t = useMessages(valueMessages);
  const words = useMessages(insightsMessages);
  const settings = useModelSettings('ltv', ltvSettingsSchema);
  const [isEditing, setIsEditing] = useState(false);
  return (
    <ModelPage
      tab="value"
      ask={ask}
      isEmpty={(fit) => fit.customers === 0}
      subtitle={(fit) => t(`state.${fit.by}`, { days: fit.horizonDays })}
      notes={(fit) => fit.notes}
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
      {(fit) => (
        <div className={classes.columns} data-by={fit.by} data-testid="value-fit">
          <div className={classes.stack}>
            <FitChart fit={fit} />
            <HoldoutCheck fit={fit} />
          </div>
          <div className={classes.stack}>
            <Parameters fit={fit} />
            <FitPeople fit={fit} />
            <Limits by={fit.by} plainPaceDays={settings?.plainPaceDays ?? 90} />
          </div>
          {isEditing && settings && (
            <ValueDialog settings={settings} onClose={() => setIsEditing(false)} />
          )}
        </div>
      )}
    </ModelPage>
  );
}
