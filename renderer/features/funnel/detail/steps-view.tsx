import { findBottleneck } from '@shared/domain/funnel/bottleneck.rules';
import { projectFunnel } from '@shared/domain/funnel/project-funnel.rules';
import { useState } from 'react';
import type { FunnelAnswer } from '@/workers/funnel/funnel-types';
import { BottleneckCard } from '../bottleneck/bottleneck-card';
import { CaseCard } from '../bottleneck/case-card';
import { type ReferenceKind, useReferences } from '../bottleneck/use-references';
import { WhatIfCard, type WhatIfChoice } from '../bottleneck/what-if-card';
import type { FunnelRun } from '../funnel.queries';
import classes from './detail.module.css';
import { RemarkLines } from './remark-lines';
import { StepBars } from './step-bars';

const KINDS: readonly ReferenceKind[] = ['target', 'earlierRuns', 'case'];

/** Every step, the one to improve first, and what improving one would bring. */
export function StepsView({ open, answer }: { open: FunnelRun; answer: FunnelAnswer }) {
  const [chosenKind, setKind] = useState<ReferenceKind>();
  const [choice, setChoice] = useState<WhatIfChoice>();
  const bars = answer.steps.map(({ bar }) => bar);
  const references = useReferences(open, bars);
  if (!references) return null;
  const kind = chosenKind ?? KINDS.find((it) => references[it].size > 0) ?? 'target';
  const best = findBottleneck(bars, references[kind]);
  const projected = choice
    ? projectFunnel(bars, choice.position, choice.rate, references[kind])
    : new Map<number, number>();
  const { templateKey } = open.run;
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        <StepBars answer={answer} cases={references.case} projected={projected} />
        <RemarkLines remarks={answer.remarks} />
      </div>
      <div className={classes.stack}>
        <BottleneckCard answer={answer} references={references} kind={kind} onKind={setKind} />
        <WhatIfCard
          answer={answer}
          references={references[kind]}
          suggested={best.kind === 'found' ? best.position : undefined}
          choice={choice}
          onChoice={setChoice}
        />
        <CaseCard
          templateKey={templateKey}
          steps={answer.steps}
          lines={open.lines.filter((line) => line.templateKey === templateKey)}
        />
      </div>
    </div>
  );
}
