import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { nextOpenStep } from '@shared/domain/sop/sop-run.rules';
import { useEffect, useState } from 'react';

const isOpen = (step: SopStep) => step.state === 'todo' || step.state === 'doing';

/**
 * The step on screen: the one the leader chose (at `first`, the one of the address), else the next open one. A step that was chosen open
 * lets go once it is closed, so that completing it leads on by itself.
 */
export function useSelectedStep(run: SopRun, steps: readonly SopStep[], first: number | undefined) {
  const [choice, setChoice] = useState(() => {
    const step = steps.find((candidate) => candidate.position === first);
    return step && { position: step.position, wasOpen: isOpen(step) };
  });
  const chosen = steps.find((step) => step.position === choice?.position);
  const isChosenOpen = chosen !== undefined && isOpen(chosen);
  useEffect(() => {
    if (isChosenOpen) setChoice((now) => now && { ...now, wasOpen: true });
  }, [isChosenOpen]);
  const holds = chosen && !(choice?.wasOpen && !isOpen(chosen));
  const next = run.status === 'ended' ? undefined : nextOpenStep(steps);
  const select = (position: number) => {
    const step = steps.find((candidate) => candidate.position === position);
    setChoice(step && { position, wasOpen: isOpen(step) });
  };
  return { selected: holds ? chosen : next, select };
}
