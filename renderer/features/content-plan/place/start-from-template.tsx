import { Button } from '@mantine/core';
import { weekOf } from '@shared/domain/calendar/week.rules';
import { IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { deferred } from '@/ui/deferred';
import { placeMessages } from './place.messages';

const dialog = deferred(async () => (await import('./template-dialogs')).ApplyTemplateDialog);

/** Fills an empty week with a ready-made one. `day`: any day of it. */
export function StartFromTemplate({ day }: { day: string }) {
  const t = useMessages(placeMessages);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="light"
        size="compact-sm"
        data-testid="plan-start-template"
        leftSection={<IconTemplate size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('startWeek')}
      </Button>
      {isOpen && <dialog.Part monday={weekOf(day).monday} onClose={() => setOpen(false)} />}
    </>
  );
}
