import { Button, TextInput } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { Chip } from '@/ui/chip';
import { SidePanel } from '@/ui/side-panel';
import { useReturnFocus } from '@/ui/use-return-focus';
import classes from '../transfer.module.css';
import { planMessages } from './plan.messages';
import type { PlanLine, PlanView } from './plan-view';
import { TargetPicker } from './target-picker';
import { STATE_TONES } from './use-plan-columns';
import type { PlanSteps } from './use-plan-steps';

type PersonPanelProps = {
  view: PlanView;
  line: PlanLine;
  steps: PlanSteps;
  isOver: boolean;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
};

/** One person: where to and why not elsewhere, what they are sent, what they said. */
export function PersonPanel({ view, line, steps, isOver, onStep, onClose }: PersonPanelProps) {
  const t = useMessages(planMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const whyField = useRef<HTMLInputElement>(null);
  const { item, person, called } = line;
  const isSettled = isOver || item.state === 'moved' || !person;
  useReturnFocus();
  useKeys({
    c: () => !isSettled && void steps.copy([line]),
    m: () => !isSettled && void steps.move([line]),
    n: () => !isSettled && whyField.current?.focus(),
    arrowdown: () => onStep(1),
    arrowup: () => onStep(-1),
  });
  const when = format.dateTime(item.at);
  return (
    <SidePanel
      testId="transfer-panel"
      label={t('panel')}
      closeLabel={t('close')}
      title={called}
      onClose={onClose}
    >
      <div className={classes.panel}>
        <p className={classes.text}>
          <Chip tone={STATE_TONES[item.state]}>{t(`state.${item.state}`)}</Chip>{' '}
          <span className={classes.quiet}>
            {item.by ? t('atBy', { when, by: item.by }) : when}
            {person && ` · ${words(`identity.${person.identity}`)}`}
            {person?.region && ` · ${person.region}`}
          </span>
        </p>
        {item.state === 'declined' && item.reason && (
          <p className={classes.text}>{t('reason', { reason: item.reason })}</p>
        )}
        {isSettled ? (
          <p className={classes.text}>
            {t('chosenNow', { group: view.world.groupOf(item.toGroupId)?.name ?? '—' })}
          </p>
        ) : (
          <>
            <TargetPicker view={view} line={line} onPick={(id) => steps.redirect([line], id)} />
            {item.toGroupId !== undefined && (
              <section className={classes.stack}>
                <h3>{t('invitation')}</h3>
                <p className={classes.script} data-testid="transfer-script">
                  {steps.textOf(line)}
                </p>
                <Button
                  variant="light"
                  data-testid="transfer-panel-copy"
                  onClick={() => void steps.copy([line])}
                >
                  {t(item.state === 'planned' ? 'invite' : 'inviteAgain')}
                </Button>
              </section>
            )}
            <section className={classes.stack}>
              <h3>{t('steps')}</h3>
              <Button
                disabled={item.toGroupId === undefined}
                data-testid="transfer-panel-moved"
                onClick={() => void steps.move([line])}
              >
                {t('moved')}
              </Button>
              {item.state !== 'declined' && (
                <DeclineForm
                  key={item.memberId}
                  field={whyField}
                  onDecline={(reason) => steps.decline([line], reason)}
                />
              )}
            </section>
            <p className={classes.quiet}>{t('keys')}</p>
          </>
        )}
      </div>
    </SidePanel>
  );
}

type DeclineFormProps = {
  field: RefObject<HTMLInputElement | null>;
  onDecline: (reason: string) => Promise<void>;
};

function DeclineForm({ field, onDecline }: DeclineFormProps) {
  const t = useMessages(planMessages);
  const [reason, setReason] = useState('');
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        void onDecline(reason);
      }}
    >
      <TextInput
        ref={field}
        className={classes.grow}
        label={t('declineWhy')}
        maxLength={300}
        data-testid="transfer-decline-why"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" data-testid="transfer-panel-declined">
        {t('doDecline')}
      </Button>
    </form>
  );
}

/** Single keys while nobody types; arrows inside the table are the table's own. */
function useKeys(keys: Record<string, () => void>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (
        target instanceof HTMLElement &&
        target.closest('input,textarea,[role=grid],[role=menu]')
      ) {
        const isLetter = event.key.length === 1 && target.closest('[role=grid]') !== null;
        if (!isLetter) return;
      }
      const act = latest.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
