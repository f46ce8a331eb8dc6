import { Button, Menu } from '@mantine/core';
import { freePlaces, targetsOf } from '@shared/domain/group-life/transfer-targets.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import classes from '../transfer.module.css';
import { candidateOf } from '../use-transfer';
import { planMessages } from './plan.messages';
import type { PlanLine, PlanView } from './plan-view';
import type { PlanSteps } from './use-plan-steps';

const MOST_OFFERED = 30;

type BulkBarProps = {
  view: PlanView;
  chosen: readonly PlanLine[];
  steps: PlanSteps;
  onClear: () => void;
};

/** What can be done with all who are ticked, each with one undo. */
export function BulkBar({ view, chosen, steps, onClear }: BulkBarProps) {
  const t = useMessages(planMessages);
  const format = useFormat();
  const then = (work: Promise<void>) => void work.then(onClear);
  return (
    <div className={classes.bar} data-testid="transfer-bulk">
      <span className={classes.text}>{t('selected', { count: format.count(chosen.length) })}</span>
      <Button
        size="compact-sm"
        data-testid="transfer-bulk-invite"
        onClick={() => then(steps.invite(chosen))}
      >
        {t('bulkInvite')}
      </Button>
      <Button
        size="compact-sm"
        data-testid="transfer-bulk-moved"
        onClick={() => then(steps.move(chosen))}
      >
        {t('bulkMoved')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        data-testid="transfer-bulk-declined"
        onClick={() => then(steps.decline(chosen))}
      >
        {t('bulkDeclined')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        data-testid="transfer-bulk-copy"
        onClick={() => void steps.copy(chosen)}
      >
        {t('bulkCopy')}
      </Button>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="compact-sm" variant="default" data-testid="transfer-bulk-to">
            {t('bulkTo')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
          <BulkTargets
            view={view}
            chosen={chosen}
            onPick={(id) => then(steps.redirect(chosen, id))}
          />
        </Menu.Dropdown>
      </Menu>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onClear}>
        {t('clear')}
      </Button>
    </div>
  );
}

type BulkTargetsProps = Pick<BulkBarProps, 'view' | 'chosen'> & {
  onPick: (groupId: string) => void;
};

/** Looked up when the menu opens: it asks every group about everybody who is ticked. */
function BulkTargets({ view, chosen, onPick }: BulkTargetsProps) {
  const t = useMessages(planMessages);
  const format = useFormat();
  const people = chosen.flatMap(({ person, item }) =>
    person && item.state !== 'moved' ? [candidateOf(person)] : [],
  );
  const { allowed } = targetsOf(people, { ...view.world, fromGroupId: view.group.id });
  if (allowed.length === 0) return <Menu.Label>{t('noneForAll')}</Menu.Label>;
  return allowed.slice(0, MOST_OFFERED).map((room) => (
    <Menu.Item key={room.group.id} onClick={() => onPick(room.group.id)}>
      {t('free', { group: room.group.name, count: format.count(freePlaces(room)) })}
    </Menu.Item>
  ));
}
