import { Button, Group, Modal, Textarea } from '@mantine/core';
import { unknownVariables } from '@shared/domain/group-life/transfer-invitation.rules';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useToday } from '@/app/use-today';
import { execute } from '@/db/client';
import { DayField } from '@/features/group-life';
import { useReturnFocus } from '@/ui/use-return-focus';
import classes from '../transfer.module.css';
import { editTransferPlan } from '../transfer-plan.commands';
import { invitationMessages } from '../words/invitation.messages';
import { useInvitationText } from '../words/use-invitation';
import type { PlanView } from './plan-view';

/** The invitation with its variables, the last day, a note. */
export function WordsDialog({ view, onClose }: { view: PlanView; onClose: () => void }) {
  useReturnFocus();
  const t = useMessages(invitationMessages);
  const today = useToday();
  const { standardText, textFor } = useInvitationText();
  const { plan, group, lines, world } = view;
  const [text, setText] = useState(plan.invitation ?? standardText);
  const [until, setUntil] = useState(plan.untilDay ?? '');
  const [note, setNote] = useState(plan.note ?? '');
  const unknown = unknownVariables(text);
  const first = lines.find(({ item }) => item.toGroupId !== undefined);
  const { untilDay: _, ...rest } = plan;
  const save = async () => {
    try {
      await execute(editTransferPlan, {
        planId: plan.id,
        // The ready text follows the window's language as long as nobody wrote another.
        invitation: text.trim() === standardText ? undefined : text.trim() || undefined,
        untilDay: until || undefined,
        note: note.trim() || undefined,
      });
      showDone(t('saved'), { undo: true });
      onClose();
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('edit')} size={640}>
      <div className={classes.stack}>
        <Textarea
          label={t('label')}
          description={t('variables')}
          data-testid="transfer-invitation"
          autosize
          minRows={4}
          maxRows={10}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {unknown.length > 0 && (
          <p className={classes.notice} role="alert">
            {t('unknown', { names: unknown.map((name) => `{${name}}`).join(' ') })}
          </p>
        )}
        {first && (
          <>
            <p className={classes.quiet}>{t('example', { name: first.called })}</p>
            <p className={classes.script}>
              {textFor(
                {
                  plan: until ? { ...rest, untilDay: until } : rest,
                  item: first.item,
                  name: first.called,
                  oldGroup: group.name,
                  newGroup: world.groupOf(first.item.toGroupId)?.name ?? '',
                },
                text,
              )}
            </p>
          </>
        )}
        <div className={classes.fields}>
          <DayField
            label={t('until2')}
            minDay={today}
            isClearable
            value={until}
            onChange={setUntil}
          />
          <Textarea
            label={t('note')}
            className={classes.grow}
            autosize
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </div>
        <Group justify="space-between">
          <Button variant="subtle" onClick={() => setText(standardText)}>
            {t('standardAgain')}
          </Button>
          <Group>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button data-testid="transfer-words-save" onClick={() => void save()}>
              {t('save')}
            </Button>
          </Group>
        </Group>
      </div>
    </Modal>
  );
}
