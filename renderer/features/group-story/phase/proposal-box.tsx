import { Button } from '@mantine/core';
import type { PhaseProposal } from '@shared/domain/group-life/phase.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { FlowChoice } from '../flows/flow-choice';
import { useFlowChoice } from '../flows/use-flow-choice';
import { groupStoryMessages } from '../group-story.messages';
import type { GroupRun } from '../group-story.queries';
import { useEvidenceWords } from '../use-phase-words';
import { DeclineDialog } from './decline-dialog';
import classes from './phase.module.css';
import { useEnterPhase } from './use-enter-phase';

type ProposalBoxProps = { group: Group; proposal: PhaseProposal; runs: readonly GroupRun[] };

/** What the figures suggest, on which figures, and the leader's word on it. */
export function ProposalBox({ group, proposal, runs }: ProposalBoxProps) {
  const t = useMessages(groupStoryMessages);
  const words = useMessages(wordsMessages);
  const sentence = useEvidenceWords();
  const choice = useFlowChoice(proposal.to, runs);
  const { enter, isBusy } = useEnterPhase(group);
  const [isDeclining, setDeclining] = useState(false);
  const evidence = { why: proposal.why, ...proposal.evidence };
  const phase = words(`groupPhase.${proposal.to}`);
  return (
    <div className={classes.proposal} data-testid="phase-proposal" data-to={proposal.to}>
      <strong>{t('proposal', { phase })}</strong>
      <p>{sentence(evidence)}</p>
      <FlowChoice choice={choice} />
      <div className={classes.buttons}>
        <Button
          size="xs"
          data-testid="phase-confirm"
          disabled={!choice.isReady || isBusy}
          onClick={() => void enter({ to: proposal.to, evidence, flows: choice.chosen })}
        >
          {t('confirm', { phase })}
        </Button>
        <Button
          size="xs"
          variant="default"
          data-testid="phase-decline"
          onClick={() => setDeclining(true)}
        >
          {t('notNow')}
        </Button>
      </div>
      {isDeclining && (
        <DeclineDialog
          group={group}
          to={proposal.to}
          evidence={evidence}
          onClose={() => setDeclining(false)}
        />
      )}
    </div>
  );
}
