import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { freeTitle, startRun } from '@/features/flow-runs/index';
import { startMessages } from './start.messages';

/** The flow that the area was made for, and that one click starts. */
const TRAFFIC_TEMPLATE_KEY = 'traffic-7-steps';

/** What is known of a new run; without a flow the one from traffic to the group. */
export type NewRun = {
  which?: { templateId: string } | { templateKey: string };
  title?: string;
  startDay?: string;
  ownerName?: string;
};

/** Starts a run under a name that can be changed in place, and opens it. */
export function useStartRun(): { start: (run?: NewRun) => void; isStarting: boolean } {
  const t = useMessages(startMessages);
  const format = useFormat();
  const [, navigate] = useLocation();
  const [isStarting, setStarting] = useState(false);
  const start = async ({ which, title, ...details }: NewRun) => {
    setStarting(true);
    const day = format.day(dayOf(Date.now(), DEFAULT_TIME_ZONE));
    try {
      const wanted = title?.trim() || t('defaultTitle', { name: t('trafficName'), day });
      const { runId } = await execute(startRun, {
        ...(which ?? { templateKey: TRAFFIC_TEMPLATE_KEY }),
        ...details,
        title: await freeTitle(wanted),
      });
      navigate(`/sop/${runId}`);
    } catch (error) {
      showProblem(error);
      setStarting(false);
    }
  };
  return { start: (run = {}) => void start(run), isStarting };
}
