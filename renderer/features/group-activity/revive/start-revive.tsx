import { Button, Modal, Group as Row } from '@mantine/core';
import type { SopTemplate } from '@shared/domain/sop/sop.schema';
import { addDays } from '@shared/lib/time';
import { type FormEvent, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { execute } from '@/db/client';
import { freeTitle, startRun } from '@/features/flow-runs';
import { DayField } from '@/features/group-life';
import { useReturnFocus } from '@/ui/use-return-focus';
import classes from '../activity.module.css';
import { reviveMessages } from './revive.messages';
import { daysOfFlow, REVIVE_KEY } from './revive.queries';

type StartReviveProps = {
  group: { id: string; name: string };
  template: SopTemplate;
  onClose: () => void;
};

/** The day from which the plan counts, and the one on which it ends. */
export function StartRevive({ group, template, onClose }: StartReviveProps) {
  useReturnFocus();
  const t = useMessages(reviveMessages);
  const format = useFormat();
  const today = useToday();
  const [startDay, setStartDay] = useState(today);
  const days = daysOfFlow(template);
  async function start(event: FormEvent) {
    event.preventDefault();
    if (startDay === '') return;
    try {
      const title = await freeTitle(t('runTitle', { group: group.name }).slice(0, 90));
      await execute(startRun, { templateKey: REVIVE_KEY, title, startDay, groupId: group.id });
      onClose();
      showDone(t('started', { title }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('startTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className={classes.form} noValidate onSubmit={(event) => void start(event)}>
        <p className={classes.text}>{t('lead')}</p>
        <DayField
          label={t('startDay')}
          value={startDay}
          error={startDay === '' ? t('dayMissing') : undefined}
          onChange={setStartDay}
        />
        {startDay !== '' && (
          <p className={classes.text} data-testid="revive-end">
            {t('endDay', { day: format.dayWithWeekday(addDays(startDay, days - 1)), days })} ·{' '}
            {t('steps', { n: template.steps.length })}
          </p>
        )}
        <Row justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" data-autofocus data-testid="revive-confirm">
            {t('confirm')}
          </Button>
        </Row>
      </form>
    </Modal>
  );
}
