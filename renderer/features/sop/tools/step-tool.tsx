import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { assertNever } from '@shared/lib/errors';
import { AuditTool } from '@/features/audit/index';
import {
  AutoReplyTool,
  GuidePageTool,
  JumpTool,
  LimitMeter,
  PlacementsTool,
  SegmentTool,
} from '@/features/flow-tools/index';
import { PlacementTool } from '@/features/placement/index';

export type StepToolProps = { run: SopRun; step: SopStep };

/** The tool of the console that a step opens; some steps are done outside of it. */
export function StepTool({ run, step }: StepToolProps) {
  const { tool } = step.definition;
  switch (tool) {
    case 'segment':
      return <SegmentTool run={run} step={step} />;
    case 'audit':
      return <AuditTool run={run} step={step} />;
    case 'placement':
      return (
        <>
          <PlacementTool run={run} step={step} />
          <LimitMeter limit="groupInvites" />
        </>
      );
    case 'placements':
      return <PlacementsTool run={run} step={step} />;
    case 'guidePage':
      return <GuidePageTool run={run} step={step} />;
    case 'jump':
      return <JumpTool run={run} step={step} />;
    case 'autoReply':
      return <AutoReplyTool run={run} step={step} />;
    case 'none':
      return null;
    default:
      return assertNever(tool, 'StepTool');
  }
}
