import { Button, Textarea } from '@mantine/core';
import type { TransferPlan } from '@shared/domain/group-life/transfer.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import { useState } from 'react';
import { Link } from 'wouter';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { execute } from '@/db/client';
import { DayField } from '@/features/group-life';
import { Card } from '@/ui/card';
import { PageSkeleton } from '@/ui/page-skeleton';
import { Why } from '@/ui/why';
import classes from '../transfer.module.css';
import { addToTransferPlan, makeTransferPlan } from '../transfer-plan.commands';
import type { EntryWorld } from '../use-transfer';
import { draftMessages } from './draft.messages';
import { countsOf, DraftPeople } from './draft-people';
import { RuleFields } from './rule-fields';
import { useDraft } from './use-draft';

type DraftFormProps = {
  group: Group;
  world: EntryWorld;
  /** The plan that people are added to; without one a plan is made. */
  plan?: TransferPlan | undefined;
  /** Who is in the plan already. */
  known: ReadonlySet<string>;
  /** Reasons that the decision carried. */
  reasons: readonly string[];
  onClose: () => void;
};

/** Whom to take along and where, before it is settled. */
export function DraftForm({ group, world, plan, known, reasons, onClose }: DraftFormProps) {
  const t = useMessages(draftMessages);
  const format = useFormat();
  const today = useToday();
  const state = useDraft(group.id, world, known);
  const [until, setUntil] = useState('');
  const [because, setBecause] = useState(reasons.join('\n'));
  const [isBusy, setBusy] = useState(false);
  const { draft, facts } = state;
  if (!draft || !facts) return <PageSkeleton />;
  const nowhere = draft.chosen - draft.placed;
  const people = () => {
    const chosen = draft.lines.filter(({ isChosen }) => isChosen);
    const own = ({ person }: (typeof chosen)[number]) => ({
      memberId: person.memberId,
      counts: countsOf(person),
    });
    return {
      planned: chosen.flatMap((line) =>
        line.toGroupId ? [{ ...own(line), toGroupId: line.toGroupId }] : [],
      ),
      refused: chosen.flatMap((line) =>
        line.toGroupId ? [] : [{ ...own(line), reason: line.refused?.reason ?? 'noGroup' }],
      ),
    };
  };
  const settle = async () => {
    setBusy(true);
    try {
      if (plan) {
        await execute(addToTransferPlan, { planId: plan.id, ...people() });
      } else {
        await execute(makeTransferPlan, {
          groupId: group.id,
          ...people(),
          reasons: because
            .split('\n')
            .map((line) => line.trim().slice(0, 300))
            .filter(Boolean)
            .slice(0, 20),
          weeks: state.weeks,
          ...(until && { untilDay: until }),
        });
      }
      showDone(t(plan ? 'added' : 'made', { count: format.count(draft.chosen) }), { undo: true });
      onClose();
    } catch (error) {
      showProblem(error);
      setBusy(false);
    }
  };
  const gaps = [
    !facts.hasOrders && t('noOrders'),
    !facts.hasInteractions && t('noInteractions'),
  ].filter(Boolean);
  return (
    <Card title={t(plan ? 'addTitle' : 'formTitle')}>
      <div className={classes.stack} data-testid="transfer-draft">
        <RuleFields state={state} />
        <p className={classes.text}>
          {t(plan ? 'sumAdd' : 'sum', {
            inside: format.count(draft.lines.length),
            active: format.count(draft.active),
            chosen: format.count(draft.chosen),
            placed: format.count(draft.placed),
          })}{' '}
          {gaps.length > 0 && <span className={classes.quiet}>{gaps.join(' · ')} </span>}
          <Why word={t('why')}>
            {t('whyText', { from: format.fullDay(facts.fromDay), to: format.fullDay(facts.toDay) })}
          </Why>
        </p>
        {nowhere > 0 && (
          <p className={classes.notice} data-testid="transfer-nowhere">
            {t('nowhere', { count: format.count(nowhere) })}
            <Link href="/groups/classes">{t('openNext')}</Link>
            {t('or')}
            <Link href="/groups/waiting">{t('wait')}</Link>
          </p>
        )}
        <DraftPeople draft={draft} world={world} choose={state.choose} />
        {!plan && (
          <div className={classes.fields}>
            <DayField
              label={t('until')}
              minDay={today}
              isClearable
              value={until}
              onChange={setUntil}
            />
            <Textarea
              label={t('reasonsLabel')}
              placeholder={t('reasonsHint')}
              className={classes.grow}
              autosize
              minRows={2}
              maxRows={6}
              maxLength={3000}
              value={because}
              onChange={(event) => setBecause(event.currentTarget.value)}
            />
          </div>
        )}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            data-testid="transfer-confirm"
            loading={isBusy}
            disabled={draft.chosen === 0 && plan !== undefined}
            onClick={() => void settle()}
          >
            {t(plan ? 'confirmAdd' : 'confirm', { count: format.count(draft.chosen) })}
          </Button>
        </div>
      </div>
    </Card>
  );
}
