import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import type { Part } from '@/workers/member/member-desk';

/** As many as one can take in; the rest is counted. */
export const SHOWN_TAGS = 50;
/** Enough for the picker to know what is there already; more are only counted. */
const READ = 500;

type Assignments = Part<'tagAssignments'>;

/** What somebody carries by hand, import, flow or model; however many, the window gets a few. */
export const useAssignments = (memberId: string): Assignments | undefined =>
  useAnswer(memberId, () => dataWorker().member.assignmentsOf(memberId, READ));
