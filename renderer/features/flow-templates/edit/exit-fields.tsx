import { ActionIcon, Button, Select } from '@mantine/core';
import { EXIT_WHEN, EXIT_WHOM, type ExitAction } from '@shared/domain/sop/sop.schema';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { useLive } from '@/db/use-live';
import { listFlows } from '../flow-templates.queries';
import { useFlowWords } from '../words/use-flow-words';
import { DraftText } from './draft-text';
import { editorMessages } from './editor.messages';
import classes from './editor.module.css';

const KINDS = ['tag', 'snapshot', 'startFlow'] as const;
const MOST_ACTIONS = 20;

type ExitFieldsProps = {
  actions: readonly ExitAction[];
  flowKey: string;
  onChange: (actions: ExitAction[]) => void;
};

/** What a run does when it ends; each is shown again before it happens. */
export function ExitFields({ actions, flowKey, onChange }: ExitFieldsProps) {
  const t = useMessages(editorMessages);
  const flow = useFlowWords();
  const flows = useLive(listFlows, []);
  const others = (flows ?? []).filter(({ key, isArchived }) => key !== flowKey && !isArchived);
  const put = (index: number, action: ExitAction) =>
    onChange(actions.map((it, at) => (at === index ? action : it)));
  const ofKind = (kind: ExitAction['kind'], { when }: Pick<ExitAction, 'when'>): ExitAction => {
    if (kind === 'startFlow') return { kind, when, templateKey: others[0]?.key ?? '' };
    const name = t(`exit_${kind}`);
    return kind === 'tag'
      ? { kind, when, whom: 'placed', tagName: name }
      : { kind, when, whom: 'placed', name };
  };
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('exits')}</legend>
      {actions.map((action, index) => (
        <div key={index} className={classes.item}>
          <div className={classes.grid}>
            <Select
              label={t('exitKind')}
              allowDeselect={false}
              data={KINDS.map((value) => ({ value, label: t(`exit_${value}`) }))}
              value={action.kind}
              onChange={(kind) => kind && put(index, ofKind(kind as ExitAction['kind'], action))}
            />
            <Select
              label={t('exitWhen')}
              allowDeselect={false}
              data={EXIT_WHEN.map((value) => ({ value, label: flow.t(`when_${value}`) }))}
              value={action.when}
              onChange={(when) => when && put(index, { ...action, when: when as 'finished' })}
            />
            {action.kind === 'startFlow' ? (
              <Select
                label={t('exitFlow')}
                allowDeselect={false}
                data={others.map(({ key, shown }) => ({ value: key, label: flow.say(shown.name) }))}
                value={action.templateKey}
                onChange={(templateKey) => templateKey && put(index, { ...action, templateKey })}
              />
            ) : (
              <>
                <Select
                  label={t('exitWhom')}
                  allowDeselect={false}
                  data={EXIT_WHOM.map((value) => ({ value, label: flow.t(`whom_${value}`) }))}
                  value={action.whom}
                  onChange={(whom) => whom && put(index, { ...action, whom: whom as 'placed' })}
                />
                <DraftText
                  label={t('exitName')}
                  maxLength={60}
                  value={action.kind === 'tag' ? action.tagName : action.name}
                  onChange={(text) => {
                    const name = text.trim();
                    if (name === '') return;
                    put(
                      index,
                      action.kind === 'tag' ? { ...action, tagName: name } : { ...action, name },
                    );
                  }}
                />
              </>
            )}
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t('remove')} ${index + 1}`}
            onClick={() => onChange(actions.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        className={classes.add}
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        disabled={actions.length >= MOST_ACTIONS}
        onClick={() => onChange([...actions, ofKind('tag', { when: 'finished' })])}
      >
        {t('addExit')}
      </Button>
    </fieldset>
  );
}
