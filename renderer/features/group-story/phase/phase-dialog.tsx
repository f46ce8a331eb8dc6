import { Button, Modal, Group as Row, SegmentedControl, Textarea } from '@mantine/core';
import { LIVING_PHASES, type LivingPhase } from '@shared/domain/group-life/phase.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useReturnFocus } from '@/ui/use-return-focus';
import { FlowChoice } from '../flows/flow-choice';
import { useFlowChoice } from '../flows/use-flow-choice';
import { groupStoryMessages } from '../group-story.messages';
import type { GroupRun } from '../group-story.queries';
import classes from './phase.module.css';
import { useEnterPhase } from './use-enter-phase';

type PhaseDialogProps = { group: Group; runs: readonly GroupRun[]; onClose: () => void };

const NEXT = { early: 'middle', middle: 'late', late: 'middle', dissolved: 'late' } as const;

/** The leader's own word on the phase, without waiting for a proposal. */
export function PhaseDialog({ group, runs, onClose }: PhaseDialogProps) {
  useReturnFocus();
  const t = useMessages(groupStoryMessages);
  const words = useMessages(wordsMessages);
  const [to, setTo] = useState<LivingPhase>(NEXT[group.phase]);
  const [note, setNote] = useState('');
  const choice = useFlowChoice(to, runs);
  const { enter, isBusy } = useEnterPhase(group);
  const save = async () => {
    if (await enter({ to, flows: choice.chosen, ...(note && { note }) })) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('setTitle', { name: group.name })} size={480}>
      <SegmentedControl
        fullWidth
        data-testid="phase-to"
        aria-label={t('phase')}
        data={LIVING_PHASES.map((value) => ({
          value,
          label: words(`groupPhase.${value}`),
          disabled: value === group.phase,
        }))}
        value={to}
        onChange={(value) => setTo(LIVING_PHASES.find((it) => it === value) ?? to)}
      />
      <p className={classes.quiet}>{t('dissolveHint')}</p>
      <FlowChoice choice={choice} />
      <Textarea
        autosize
        mt="sm"
        minRows={2}
        label={t('reason')}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Row justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          disabled={!choice.isReady || isBusy}
          data-testid="phase-set"
          onClick={() => void save()}
        >
          {t('setConfirm', { phase: words(`groupPhase.${to}`) })}
        </Button>
      </Row>
    </Modal>
  );
}
