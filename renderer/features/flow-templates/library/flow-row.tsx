import { ActionIcon, Button, Menu } from '@mantine/core';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { IconDots } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { Chip } from '@/ui/chip';
import { flowTemplatesMessages } from '../flow-templates.messages';
import type { FlowLine } from '../flow-templates.queries';
import { useFlowActions } from '../use-flow-actions';
import { useFlowWords } from '../words/use-flow-words';
import classes from './library.module.css';

type FlowRowProps = { flow: FlowLine; onStart: (templateId: string, name: string) => void };

/** One flow: what it is, which version, how often it was used, and what can be done with it. */
export function FlowRow({ flow, onStart }: FlowRowProps) {
  const t = useMessages(flowTemplatesMessages);
  const { words, say, format } = useFlowWords();
  const actions = useFlowActions();
  const { shown, runs, draft, isArchived, isBuiltIn } = flow;
  const isPublished = shown.status === 'published';
  const counts = {
    count: runs.total,
    n: format.count(runs.total),
    running: format.count(runs.running),
  };
  return (
    <li className={classes.row} data-testid="flow-row" data-key={flow.key}>
      <span className={classes.kind}>{words(`flowKind.${shown.kind}`)}</span>
      <div className={classes.what}>
        <Link href={`/sop/templates/${encodeURIComponent(flow.key)}`} className={classes.name}>
          {say(shown.name)}
        </Link>
        <span className={classes.quiet}>{say(shown.purpose)}</span>
      </div>
      <div className={classes.facts}>
        <span>
          {t('steps', { count: shown.steps.length, n: shown.steps.length })} ·{' '}
          {t('version', { version: shown.version })} · {isBuiltIn ? t('builtIn') : t('own')}
        </span>
        <span className={classes.quiet}>
          <LastChange flow={flow} />
          {runs.total === 0
            ? t('runsNone')
            : runs.running > 0
              ? t('runsNow', counts)
              : t('runs', counts)}
        </span>
      </div>
      <span className={classes.mark}>
        {draft && <Chip tone="yellow">{isPublished ? t('draft') : t('onlyDraft')}</Chip>}
      </span>
      {isArchived ? (
        <Button size="compact-sm" variant="default" onClick={() => actions.restore(flow.key)}>
          {t('restore')}
        </Button>
      ) : (
        <>
          {isPublished ? (
            <Button
              size="compact-sm"
              variant="light"
              data-testid="flow-start"
              onClick={() => onStart(shown.id, say(shown.name))}
            >
              {t('start')}
            </Button>
          ) : (
            <Button size="compact-sm" variant="light" onClick={() => actions.edit(flow.key)}>
              {t('edit')}
            </Button>
          )}
          <FlowMenu flow={flow} />
        </>
      )}
    </li>
  );
}

function LastChange({ flow: { shown, draft } }: { flow: FlowLine }) {
  const t = useMessages(flowTemplatesMessages);
  const { format } = useFlowWords();
  const { createdAt, createdBy } = draft ?? shown;
  if (createdAt === undefined) return null;
  const day = format.day(dayOf(createdAt, DEFAULT_TIME_ZONE));
  return (
    <>{createdBy ? t('changed', { day, name: createdBy }) : t('changedBySomebody', { day })} · </>
  );
}

/** What is done less often with a flow. */
export function FlowMenu({ flow }: { flow: FlowLine }) {
  const t = useMessages(flowTemplatesMessages);
  const actions = useFlowActions();
  const { shown, draft, isBuiltIn, published } = flow;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('more')} data-testid="flow-more">
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item data-testid="flow-edit" onClick={() => actions.edit(flow.key)}>
          {draft ? t('goOnEditing') : t('edit')}
        </Menu.Item>
        {published.length > 0 && (
          <Menu.Item onClick={() => actions.copy(shown)}>{t('copy')}</Menu.Item>
        )}
        <Menu.Item data-testid="flow-export" onClick={() => actions.exportFile(shown)}>
          {t('exportFile')}
        </Menu.Item>
        <Menu.Item data-testid="flow-archive" onClick={() => actions.archive(shown)}>
          {isBuiltIn ? t('hide') : t('archive')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
