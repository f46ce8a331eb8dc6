import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { FlowTemplatesPage } from '@/features/flow-templates';
import { startMessages } from './start.messages';
import { useStartRun } from './use-start-run';

/** The templates, from which runs are started. */
export function TemplatesTab() {
  const t = useMessages(startMessages);
  const format = useFormat();
  const { start } = useStartRun();
  return (
    <FlowTemplatesPage
      onStart={(templateId, name) => {
        const day = format.day(dayOf(Date.now(), DEFAULT_TIME_ZONE));
        start({ which: { templateId }, title: t('defaultTitle', { name, day }).slice(0, 100) });
      }}
    />
  );
}
