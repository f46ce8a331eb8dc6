import { Button } from '@mantine/core';
import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useLive } from '@/db/use-live';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { flowTemplatesMessages } from '../flow-templates.messages';
import { findFlow } from '../flow-templates.queries';
import { FlowMenu } from '../library/flow-row';
import { useFlowActions } from '../use-flow-actions';
import { useFlowWords } from '../words/use-flow-words';
import classes from './flow-page.module.css';
import { FlowText } from './flow-text';
import { PrintMenu } from './print-menu';
import { useFlowOutline } from './use-flow-outline';
import { VersionList } from './version-list';

type FlowPageProps = { flowKey: string; onStart: (templateId: string, name: string) => void };

/** A flow to read from its first step to its last, with its versions beside it. */
export function FlowPage({ flowKey, onStart }: FlowPageProps) {
  const t = useMessages(flowTemplatesMessages);
  const { words, say } = useFlowWords();
  const outlineOf = useFlowOutline();
  const actions = useFlowActions();
  const [, navigate] = useLocation();
  const flow = useLive(() => findFlow(flowKey), [flowKey]);
  const back = (
    <Button
      variant="subtle"
      leftSection={<IconArrowLeft size={16} />}
      onClick={() => navigate('/sop/templates')}
    >
      {t('back')}
    </Button>
  );
  if (!flow) {
    return (
      <Page testId="page-sop" title={t('title')} ready={flow === null} actions={back}>
        {flow === null && <EmptyState title={t('gone')} text={t('goneText')} />}
      </Page>
    );
  }
  const { shown } = flow;
  return (
    <Page
      testId="page-sop"
      title={say(shown.name)}
      subtitle={`${words(`flowKind.${shown.kind}`)} · ${t('steps', { count: shown.steps.length, n: shown.steps.length })} · ${t('version', { version: shown.version })}`}
      ready
      actions={
        <>
          {back}
          <PrintMenu outline={outlineOf(shown)} />
          <Button
            variant="default"
            data-testid="flow-page-edit"
            leftSection={<IconPencil size={16} />}
            onClick={() => actions.edit(flow.key)}
          >
            {flow.draft ? t('goOnEditing') : t('edit')}
          </Button>
          {flow.isArchived ? (
            <Button onClick={() => actions.restore(flow.key)}>{t('restore')}</Button>
          ) : (
            shown.status === 'published' && (
              <Button data-testid="flow-start" onClick={() => onStart(shown.id, say(shown.name))}>
                {t('start')}
              </Button>
            )
          )}
          {!flow.isArchived && <FlowMenu flow={flow} />}
        </>
      }
    >
      <div className={classes.layout}>
        <FlowText outline={outlineOf(shown)} />
        <VersionList flow={flow} />
      </div>
    </Page>
  );
}
