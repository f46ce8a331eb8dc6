import { Button } from '@mantine/core';
import { personaSettingsSchema } from '@shared/domain/insights/persona/persona-settings.schema';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { ModelPage } from '../frame/model-page';
import { insightsMessages } from '../insights.messages';
import { useModelSettings } from '../settings/use-model-settings';
import { NamedPersonas } from './named-personas';
import { personaMessages } from './persona.messages';
import { PersonaCube } from './persona-cube';
import { PersonaDialog } from './persona-dialog';

const ask = () => dataWorker().insights.persona();

/** Frequency × order value × preferred category, and the kinds of people one knows by name. */
export function PersonaPage() {
  const t = useMessages(personaMessages);
  const words = useMessages(insightsMessages);
  const format = useFormat();
  const settings = useModelSettings('persona', personaSettingsSchema);
  const [isEditing, setIsEditing] = useState(false);
  return (
    <ModelPage
      tab="persona"
      ask={ask}
      isEmpty={(answer) => answer.placed === 0}
      subtitle={(answer) =>
        t('state', { days: answer.windowDays, placed: format.count(answer.placed) })
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
          <PersonaCube answer={answer} />
          <NamedPersonas answer={answer} />
          {isEditing && settings && (
            <PersonaDialog settings={settings} onClose={() => setIsEditing(false)} />
          )}
        </>
      )}
    </ModelPage>
  );
}
