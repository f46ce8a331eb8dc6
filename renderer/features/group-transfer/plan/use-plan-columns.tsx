import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { Chip } from '@/ui/chip';
import type { TableColumn } from '@/ui/table/table-types';
import classes from '../transfer.module.css';
import { planMessages } from './plan.messages';
import type { PlanLine, PlanView } from './plan-view';
import type { PlanSteps } from './use-plan-steps';
import { usePlanWords } from './use-plan-words';

export const STATE_TONES = {
  planned: 'plain',
  invited: 'yellow',
  moved: 'green',
  declined: 'plain',
  refused: 'red',
} as const;

type ColumnsProps = {
  view: PlanView;
  steps: PlanSteps;
  onOpen: (line: PlanLine) => void;
  /** A plan that is over is only read. */
  isOver: boolean;
};

/** A person of the plan in one line, with the next step as buttons. */
export function usePlanColumns({ view, steps, onOpen, isOver }: ColumnsProps) {
  const t = useMessages(planMessages);
  const words = useMessages(wordsMessages);
  const { why, refusedWhy } = usePlanWords(view);
  const { world } = view;
  const goes = (line: PlanLine): ReactNode => {
    const no = refusedWhy(line);
    if (no === undefined) return world.groupOf(line.item.toGroupId)?.name ?? t('noTarget');
    return <span className={classes.refused}>{no}</span>;
  };
  const columns: TableColumn<PlanLine>[] = [
    {
      id: 'name',
      label: t('columnName'),
      width: 'minmax(160px, 1.3fr)',
      render: ({ called, person }) => (
        <>
          {called}{' '}
          <span className={classes.quiet}>
            {person &&
              [words(`identity.${person.identity}`), person.region].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    {
      id: 'why',
      label: t('columnWhy'),
      width: 'minmax(110px, 0.8fr)',
      render: why,
    },
    { id: 'to', label: t('columnTo'), width: 'minmax(150px, 1.4fr)', render: goes },
    {
      id: 'state',
      label: t('columnState'),
      width: 'minmax(90px, 0.8fr)',
      render: ({ item }) => (
        <>
          <Chip tone={STATE_TONES[item.state]}>{t(`state.${item.state}`)}</Chip>{' '}
          {item.state === 'declined' && <span className={classes.quiet}>{item.reason}</span>}
        </>
      ),
    },
  ];
  if (!isOver) {
    columns.push({
      id: 'do',
      label: t('columnDo'),
      width: '250px',
      render: (line) => <RowActions line={line} steps={steps} onOpen={onOpen} />,
    });
  }
  return columns;
}

type RowActionsProps = { line: PlanLine; steps: PlanSteps; onOpen: (line: PlanLine) => void };

function RowActions({ line, steps, onOpen }: RowActionsProps) {
  const t = useMessages(planMessages);
  const { state, toGroupId } = line.item;
  if (state === 'moved' || !line.person) return null;
  const button = (testId: string, text: string, act: () => void) => (
    <Button
      variant="subtle"
      size="compact-xs"
      tabIndex={-1}
      data-testid={testId}
      onClick={(event) => {
        // The click is the button's, not the row's.
        event.stopPropagation();
        act();
      }}
    >
      {text}
    </Button>
  );
  return (
    <span className={classes.rowActions}>
      {state === 'refused' || toGroupId === undefined
        ? button('transfer-redirect', t('redirect'), () => onOpen(line))
        : button('transfer-invite', t(state === 'planned' ? 'invite' : 'inviteAgain'), () => {
            void steps.copy([line]);
          })}
      {toGroupId !== undefined &&
        button('transfer-moved', t('moved'), () => void steps.move([line]))}
      {state !== 'declined' &&
        button('transfer-declined', t('decline'), () => void steps.decline([line]))}
    </span>
  );
}
