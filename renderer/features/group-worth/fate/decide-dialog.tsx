import { Button, Modal, Radio, Group as Row, Stack, Textarea } from '@mantine/core';
import { DECISIONS, type Decision } from '@shared/domain/group-life/decision.rules';
import { addDays } from '@shared/lib/time';
import { type FormEvent, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { freeTitle, newestTemplates } from '@/features/flow-runs';
import { DayField } from '@/features/group-life';
import { useReturnFocus } from '@/ui/use-return-focus';
import { decideFate, REVIVE_TEMPLATE } from '../decide.commands';
import type { GroupWorth } from '../use-worth';
import classes from '../worth.module.css';
import { fateMessages } from './fate.messages';
import { figuresNow } from './figures-now';
import { useFateWords } from './use-fate-words';

/** A kept group is looked at again after so many days, unless one says otherwise. */
const AGAIN_DAYS = 28;

/** How many days the flow to wake a group takes; `null` where it was archived. */
async function readFlowDays(): Promise<number | null> {
  const own = await readDb.rows('sopTemplates').by('key', REVIVE_TEMPLATE);
  const flow = newestTemplates(own).find(({ key }) => key === REVIVE_TEMPLATE);
  if (!flow) return null;
  const days = flow.steps.map(({ due: { on } }) => (on.kind === 'afterStart' ? on.days : 0));
  return 1 + Math.max(0, ...days);
}

/** The leader's word on the group, kept with the figures and sentences of this moment. */
export function DecideDialog({ whole, onClose }: { whole: GroupWorth; onClose: () => void }) {
  useReturnFocus();
  const t = useMessages(fateMessages);
  const format = useFormat();
  const say = useFateWords(whole);
  const today = useToday();
  const { group, advice } = whole;
  const advised = DECISIONS.find((it) => it === advice.fate);
  const [decision, setDecision] = useState<Decision | undefined>(advised);
  const [note, setNote] = useState('');
  const [againDay, setAgainDay] = useState(addDays(today, AGAIN_DAYS));
  const [startDay, setStartDay] = useState(today);
  const flowDays = useLive(readFlowDays, []);
  const isRevive = decision === 'revive';
  const isKeep = decision === 'keep';
  const isDayMissing = (isRevive && startDay === '') || (isKeep && againDay === '');
  async function decide(event: FormEvent) {
    event.preventDefault();
    if (!decision || isDayMissing) return;
    try {
      const title = await freeTitle(t('runTitle', { group: group.name }).slice(0, 90));
      await execute(decideFate, {
        groupId: group.id,
        decision,
        advised: advice.fate,
        reasons: advice.reasons.map((reason) => say.reason(reason).slice(0, 300)),
        figures: figuresNow(whole),
        ...(note.trim() && { note }),
        ...(isKeep && { askAgainDay: againDay }),
        ...(isRevive && flowDays && { run: { title, startDay } }),
      });
      onClose();
      showDone(t('decided', { fate: say.fateText(decision) }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={t('decideTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={classes.form}
        noValidate
        data-testid="decide-dialog"
        onSubmit={(event) => void decide(event)}
      >
        <p className={classes.quiet}>{t('decideLead')}</p>
        <Radio.Group
          label={t('decision')}
          value={decision ?? ''}
          onChange={(value) => setDecision(DECISIONS.find((it) => it === value))}
        >
          <Stack gap={6} mt={6}>
            {DECISIONS.map((it) => (
              <Radio
                key={it}
                value={it}
                size="sm"
                data-testid={`decide-${it}`}
                label={say.fateText(it)}
                description={t(`means.${it}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {isKeep && (
          <DayField
            label={t('askAgain')}
            minDay={today}
            value={againDay}
            error={againDay === '' ? t('dayMissing') : undefined}
            onChange={setAgainDay}
          />
        )}
        {isRevive && (
          <DayField
            label={t('reviveDay')}
            description={
              flowDays
                ? t('reviveNote', {
                    day: startDay && format.day(addDays(startDay, flowDays - 1)),
                  })
                : t('reviveGone')
            }
            value={startDay}
            error={startDay === '' ? t('dayMissing') : undefined}
            onChange={setStartDay}
          />
        )}
        {(decision === 'transfer' || decision === 'dissolve') && (
          <p className={classes.quiet}>{t('transferNote')}</p>
        )}
        <Textarea
          label={t('note')}
          description={decision && decision !== advised ? t('against') : undefined}
          data-testid="decide-note"
          maxLength={1000}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Row justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            data-testid="decide-confirm"
            disabled={!decision || isDayMissing || flowDays === undefined}
          >
            {t('confirm')}
          </Button>
        </Row>
      </form>
    </Modal>
  );
}
