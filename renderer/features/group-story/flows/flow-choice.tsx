import { Checkbox } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { groupStoryMessages } from '../group-story.messages';
import classes from './flows.module.css';
import type { FlowChoice as Choice } from './use-flow-choice';

/** Which flows start together with a phase. */
export function FlowChoice({ choice }: { choice: Choice }) {
  const t = useMessages(groupStoryMessages);
  if (choice.options.length === 0) return <p className={classes.quiet}>{t('flowsNone')}</p>;
  return (
    <fieldset className={classes.choice}>
      <legend>{t('flowsStart')}</legend>
      {choice.options.map(({ key, name, isRunning }) => (
        <Checkbox
          key={key}
          size="xs"
          data-testid="phase-flow"
          data-template={key}
          label={isRunning ? `${name} · ${t('flowsRunning')}` : name}
          disabled={isRunning}
          checked={choice.chosen.includes(key)}
          onChange={() => choice.toggle(key)}
        />
      ))}
    </fieldset>
  );
}
