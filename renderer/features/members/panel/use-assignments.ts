import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import type { Part } from '@/workers/member/member-desk';

/** As many as one can take in; the rest is counted. */
export const SHOWN_TAGS = 50;
/** Enough for the picker to know what is there already; more are only counted. */
const READ = 500;

type Assignments = Part<'tagAssignments'>;

/** What somebody carries by hand, import, flow or model; however many, the window gets a few. */
export function useAssignments(memberId: string): Assignments | undefined {
  const version = useDataVersion();
  const [kept, setKept] = useState<{ memberId: string; assignments: Assignments }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to ask again
  useEffect(() => {
    let isCurrent = true;
    dataWorker()
      .member.assignmentsOf(memberId, READ)
      .then((assignments) => isCurrent && setKept({ memberId, assignments }), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [memberId, version]);
  return kept?.memberId === memberId ? kept.assignments : undefined;
}
