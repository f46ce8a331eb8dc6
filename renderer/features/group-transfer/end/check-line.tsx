import { Button, TextInput, UnstyledButton } from '@mantine/core';
import type { DissolveBlocker, DissolveCheck } from '@shared/domain/group-life/dissolve.rules';
import type { TransferPlan } from '@shared/domain/group-life/transfer.schema';
import { IconAlertTriangle, IconCheck, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { groupAddress } from '@/features/group-life';
import type { Shown } from '../plan/plan-people';
import classes from '../transfer.module.css';
import { tickDissolveCheck } from '../transfer-plan.commands';
import { endMessages } from './end.messages';

/** Where a line of the checklist is settled; people of the plan are shown above. */
const WHERE: Record<DissolveCheck, (groupId: string) => string | { show: Shown }> = {
  openQuestions: () => '/groups/replies',
  pendingRewards: (id) => groupAddress(id, 'rules'),
  openAppeals: (id) => groupAddress(id, 'rules'),
  waitingEntries: () => '/groups/waiting',
  futureItems: () => '/calendar',
  runningFlows: () => '/sop',
  unanswered: () => ({ show: 'invited' }),
  notInvited: () => ({ show: 'planned' }),
};

/** Lines that count people, not things. */
const PEOPLE: ReadonlySet<DissolveCheck> = new Set(['waitingEntries', 'unanswered', 'notInvited']);

const ICONS = { clear: IconCheck, ticked: IconCircleCheck, open: IconAlertTriangle } as const;

type CheckLineProps = {
  check: DissolveCheck;
  plan: TransferPlan;
  /** Absent where nothing stands in the way. */
  blocker: DissolveBlocker | undefined;
  onShow: (shown: Shown) => void;
};

/** One line of the checklist: empty, let go with a reason, or still open with the way to settle it. */
export function CheckLine({ check, plan, blocker, onShow }: CheckLineProps) {
  const t = useMessages(endMessages);
  const format = useFormat();
  const [isPassing, setPassing] = useState(false);
  const state = blocker ? (blocker.isTicked ? 'ticked' : 'open') : 'clear';
  const Mark = ICONS[state];
  const what = t(`check.${check}`);
  const tick = async (isTicked: boolean, reason?: string) => {
    try {
      await execute(tickDissolveCheck, {
        planId: plan.id,
        key: check,
        isTicked,
        ...(reason && { reason }),
      });
      setPassing(false);
      showDone(t(isTicked ? 'passedToast' : 'takenBack', { what }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  const note = plan.ticks[check];
  const said = { reason: note?.reason ?? t('noReason'), by: note?.by ?? '' };
  return (
    <li
      className={classes.check}
      data-testid="dissolve-check"
      data-key={check}
      data-state={state}
      data-count={blocker?.count ?? 0}
    >
      <Mark size={18} stroke={1.75} aria-hidden />
      <span>{what}</span>
      {!blocker && <span>{t('clear')}</span>}
      {blocker && (
        <span className={classes.bar} data-testid="dissolve-blocker" data-key={check}>
          <b>{t(PEOPLE.has(check) ? 'people' : 'count', { count: format.count(blocker.count) })}</b>
          <Where check={check} plan={plan} onShow={onShow} />
        </span>
      )}
      <span className={classes.push} />
      {state === 'ticked' && (
        <>
          <span className={classes.quiet}>{t(note?.by ? 'passedBy' : 'passed', said)}</span>
          <Button variant="subtle" size="compact-xs" onClick={() => void tick(false)}>
            {t('takeBack')}
          </Button>
        </>
      )}
      {state === 'open' && !isPassing && (
        <Button
          variant="default"
          size="compact-xs"
          data-testid="dissolve-pass"
          onClick={() => setPassing(true)}
        >
          {t('pass')}
        </Button>
      )}
      {state === 'open' && isPassing && (
        <PassForm onPass={(reason) => tick(true, reason)} onCancel={() => setPassing(false)} />
      )}
    </li>
  );
}

function Where({ check, plan, onShow }: Pick<CheckLineProps, 'check' | 'plan' | 'onShow'>) {
  const t = useMessages(endMessages);
  const where = WHERE[check](plan.fromGroupId);
  if (typeof where === 'string') return <Link href={where}>{t(`go.${check}`)}</Link>;
  return (
    <UnstyledButton c="teal" fz="inherit" onClick={() => onShow(where.show)}>
      {t(`go.${check}`)}
    </UnstyledButton>
  );
}

type PassFormProps = { onPass: (reason: string) => Promise<void>; onCancel: () => void };

function PassForm({ onPass, onCancel }: PassFormProps) {
  const t = useMessages(endMessages);
  const [reason, setReason] = useState('');
  return (
    <form
      className={classes.bar}
      onSubmit={(event) => {
        event.preventDefault();
        void onPass(reason.trim());
      }}
    >
      <TextInput
        size="xs"
        w={260}
        autoFocus
        placeholder={t('passWhy')}
        aria-label={t('passWhy')}
        maxLength={300}
        data-testid="dissolve-reason"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <Button
        type="submit"
        size="compact-sm"
        data-testid="dissolve-tick"
        disabled={reason.trim() === ''}
      >
        {t('passDo')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </form>
  );
}
