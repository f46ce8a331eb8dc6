import { Select } from '@mantine/core';
import type { RunEvent } from '@shared/domain/sop/run-record.schema';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { SidePanel } from '@/ui/side-panel';
import classes from './run-story.module.css';
import { storyMessages } from './story.messages';
import { useStoryWords } from './use-story-words';

type RunStoryProps = {
  steps: readonly SopStep[];
  events: readonly RunEvent[];
  onClose: () => void;
};

/** Newest first; of two lines of one instant the one that was written later. */
const newestFirst = (a: RunEvent, b: RunEvent) => b.at - a.at || (a.id < b.id ? 1 : -1);

/** Who did what when in this run, newest first, of one step or all. */
export function RunStory({ steps, events, onClose }: RunStoryProps) {
  const t = useMessages(storyMessages);
  const say = useBilingual();
  const [position, setPosition] = useState<number>();
  const shown = events
    .filter((event) => position === undefined || event.position === position)
    .sort(newestFirst);
  const isNameless = events.length > 0 && events.every((event) => event.by === undefined);
  return (
    <SidePanel
      testId="sop-story"
      label={t('title')}
      closeLabel={t('close')}
      title={
        <>
          <h2 className={classes.title}>{t('title')}</h2>
          <span className={classes.quiet}>{t('count', { count: shown.length })}</span>
        </>
      }
      onClose={onClose}
    >
      <Select
        size="xs"
        mb={12}
        clearable
        aria-label={t('allSteps')}
        placeholder={t('allSteps')}
        data={steps.map((step) => ({
          value: String(step.position),
          label: t('step', { position: step.position, title: say(step.definition.title) }),
        }))}
        value={position === undefined ? null : String(position)}
        onChange={(value) => setPosition(value === null ? undefined : Number(value))}
      />
      {isNameless && (
        <p className={classes.quiet}>
          <Link href="/settings">{t('nameHint')}</Link>
        </p>
      )}
      {shown.length === 0 && <p className={classes.quiet}>{t('none')}</p>}
      <ol className={classes.lines}>
        {shown.map((event) => (
          <StoryLine
            key={event.id}
            event={event}
            step={steps.find((step) => step.position === event.position)}
          />
        ))}
      </ol>
    </SidePanel>
  );
}

function StoryLine({ event, step }: { event: RunEvent; step: SopStep | undefined }) {
  const t = useMessages(storyMessages);
  const words = useStoryWords();
  const say = useBilingual();
  const format = useFormat();
  const reason = event.detail?.reason;
  return (
    <li className={classes.line} data-testid="sop-story-line" data-kind={event.kind}>
      <span className={classes.quiet}>
        {format.dateTime(event.at)} · {event.by ?? t('nobody')}
      </span>
      <span>
        {step && (
          <b>{t('step', { position: step.position, title: say(step.definition.title) })} </b>
        )}
        {words(event, step?.definition.metric.unit ?? 'count')}
      </span>
      {reason !== undefined && (
        <span className={classes.quiet}>{t('reason', { reason: String(reason) })}</span>
      )}
    </li>
  );
}
