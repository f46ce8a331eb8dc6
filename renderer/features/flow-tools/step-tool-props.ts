import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';

/** Every tool of a step is shown with the run and the step that it serves. */
export type StepToolProps = { run: SopRun; step: SopStep };
