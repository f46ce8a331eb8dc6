import { useReturnFocus } from '@/ui/use-return-focus';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { Button, Modal, Group as Row } from '@mantine/core';
import { DateInput, DatesProvider } from '@mantine/dates';
import type { Group } from '@shared/domain/groups/group.schema';
import { dayOf, startOfDay } from '@shared/lib/time';
import { useState } from 'react';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday, useZone } from '@/app/use-today';
import { execute } from '@/db/client';
import { FlowChoice } from '../flows/flow-choice';
import { useFlowChoice } from '../flows/use-flow-choice';
import { markGroupFull } from '../group-story.commands';
import { groupStoryMessages } from '../group-story.messages';
import type { GroupRun } from '../group-story.queries';
import { useAct } from '../use-act';
import { useTitleLanguage } from '../use-title-language';
import classes from './phase.module.css';

type FullDialogProps = {
  group: Group;
  inside: number;
  runs: readonly GroupRun[];
  onClose: () => void;
};

/** Full by the leader's word, and since when. */
export function FullDialog({ group, inside, runs, onClose }: FullDialogProps) {
  useReturnFocus();
  const t = useMessages(groupStoryMessages);
  const format = useFormat();
  const language = useTitleLanguage();
  const today = useToday();
  const zone = useZone();
  const before = group.fullAt === undefined ? today : dayOf(group.fullAt, zone);
  const [day, setDay] = useState(before);
  const choice = useFlowChoice('early', runs);
  const { act, isBusy } = useAct();
  const save = async () => {
    const isDone = await act(async () => {
      const at = day === today ? undefined : startOfDay(day, zone);
      const flows = choice.chosen;
      await execute(markGroupFull, {
        groupId: group.id,
        inside,
        flows,
        language,
        ...(at !== undefined && { at }),
      });
      showDone(t('fullDone', { name: group.name, day: format.day(day) }), { undo: true });
    });
    if (isDone) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('fullTitle', { name: group.name })} size={460}>
      <p className={classes.quiet}>{t('fullText')}</p>
      <DatesProvider settings={{ locale: language === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}>
        <DateInput
          label={t('fullDay')}
          data-testid="phase-full-day"
          valueFormat="YYYY-MM-DD"
          maxDate={today}
          value={day}
          onChange={(value) => value !== null && setDay(value)}
        />
      </DatesProvider>
      <FlowChoice choice={choice} />
      <Row justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          data-autofocus
          disabled={isBusy}
          data-testid="phase-full-confirm"
          onClick={() => void save()}
        >
          {t('save')}
        </Button>
      </Row>
    </Modal>
  );
}
