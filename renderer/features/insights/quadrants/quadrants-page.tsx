import { Button } from '@mantine/core';
import { quadrantSettingsSchema } from '@shared/domain/insights/quadrants/quadrant-settings.schema';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { ModelPage } from '../frame/model-page';
import { insightsMessages } from '../insights.messages';
import { useModelSettings } from '../settings/use-model-settings';
import { QuadrantCards } from './quadrant-cards';
import { QuadrantPlot } from './quadrant-plot';
import { QuadrantRules } from './quadrant-rules';
import { quadrantsMessages } from './quadrants.messages';
import { QuadrantsDialog } from './quadrants-dialog';

const ask = () => dataWorker().insights.quadrants();

/** What people spend now and what they may still bring: four kinds, each with its play. */
export function QuadrantsPage() {
  const t = useMessages(quadrantsMessages);
  const words = useMessages(insightsMessages);
  const format = useFormat();
  const settings = useModelSettings('quadrants', quadrantSettingsSchema);
  const [isEditing, setIsEditing] = useState(false);
  const buyersOf = (quadrants: readonly { n: number }[]) =>
    quadrants.reduce((sum, it) => sum + it.n, 0);
  return (
    <ModelPage
      tab="quadrants"
      ask={ask}
      isEmpty={(answer) => buyersOf(answer.quadrants) === 0}
      subtitle={(answer) =>
        t('state', {
          n: format.count(buyersOf(answer.quadrants)),
          arpuDays: answer.arpuDays,
          horizonDays: answer.horizonDays,
        })
      }
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
          <QuadrantPlot answer={answer} />
          <QuadrantCards answer={answer} />
          {settings && <QuadrantRules settings={settings} />}
          {isEditing && settings && (
            <QuadrantsDialog settings={settings} onClose={() => setIsEditing(false)} />
          )}
        </>
      )}
    </ModelPage>
  );
}
