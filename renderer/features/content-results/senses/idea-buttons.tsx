import { Button, Modal, Select, Stack, Textarea } from '@mantine/core';
import type { Sense } from '@shared/domain/calendar/content.schema';
import { SLOTS, type Slot } from '@shared/domain/calendar/slots';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { execute } from '@/db/client';
import { planIdea, saveSenseIdeas } from '../content-results.commands';
import { contentResultsMessages } from '../content-results.messages';
import { DayField } from '../day-field';
import { sensesMessages } from './senses.messages';
import classes from './senses.module.css';

type IdeaButtonsProps = { sense: Sense; ideas: readonly string[]; isOwn: boolean; today: string };
const MOST_IDEAS = 30;

/** Ideas of a sense can be rewritten and planned. */
export function IdeaButtons(props: IdeaButtonsProps) {
  const t = useMessages(sensesMessages);
  const [open, setOpen] = useState<'edit' | 'plan'>();
  const close = () => setOpen(undefined);
  return (
    <span className={classes.buttons}>
      <Button size="compact-xs" variant="subtle" onClick={() => setOpen('edit')}>
        {t('edit')}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => setOpen('plan')}>
        {t('plan')}
      </Button>
      {open === 'edit' && <EditIdeas {...props} onClose={close} />}
      {open === 'plan' && <PlanIdea {...props} onClose={close} />}
    </span>
  );
}

type DialogProps = IdeaButtonsProps & { onClose: () => void };

function EditIdeas({ sense, ideas, isOwn, onClose }: DialogProps) {
  const t = useMessages(sensesMessages);
  const base = useMessages(contentResultsMessages);
  const [text, setText] = useState(ideas.join('\n'));
  const save = (lines: string[] | null) =>
    execute(saveSenseIdeas, { sense, ideas: lines }).then(onClose, showProblem);
  const lines = text
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .filter((line) => line !== '')
    .slice(0, MOST_IDEAS);
  return (
    <Modal opened onClose={onClose} title={t('editTitle', { sense: base(`sense.${sense}`) })}>
      <Stack gap="sm">
        <Textarea
          autosize
          minRows={5}
          maxRows={14}
          description={t('editHint')}
          aria-label={t('ideas')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <span className={classes.buttons}>
          <Button onClick={() => void save(lines)}>{base('save')}</Button>
          <Button variant="default" onClick={onClose}>
            {base('cancel')}
          </Button>
          {isOwn && (
            <Button variant="subtle" onClick={() => void save(null)}>
              {t('restore')}
            </Button>
          )}
        </span>
      </Stack>
    </Modal>
  );
}

function PlanIdea({ sense, ideas, today, onClose }: DialogProps) {
  const t = useMessages(sensesMessages);
  const base = useMessages(contentResultsMessages);
  const words = useMessages(wordsMessages);
  const [title, setTitle] = useState(ideas[0] ?? '');
  const [date, setDate] = useState(today);
  const [slot, setSlot] = useState<Slot>('evening');
  const plan = () =>
    execute(planIdea, { sense, title, date, slot }).then(() => {
      onClose();
      showDone(t('planDone'), { undo: true });
    }, showProblem);
  return (
    <Modal opened onClose={onClose} title={t('planTitle')}>
      <Stack gap="sm">
        <Select
          label={t('idea')}
          allowDeselect={false}
          value={title}
          data={[...new Set(ideas)]}
          onChange={(value) => value && setTitle(value)}
        />
        <DayField label={t('day')} value={date} onChange={(day) => setDate(day ?? today)} />
        <Select
          label={t('slot')}
          allowDeselect={false}
          value={slot}
          data={SLOTS.map((value) => ({ value, label: words(`slot.${value}`) }))}
          onChange={(value) => setSlot(SLOTS.find((it) => it === value) ?? 'evening')}
        />
        <span className={classes.buttons}>
          <Button disabled={title === ''} onClick={() => void plan()}>
            {t('plan')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {base('cancel')}
          </Button>
        </span>
      </Stack>
    </Modal>
  );
}
