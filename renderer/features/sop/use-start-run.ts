import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/workspace.schema';
import { dayOf } from '@shared/lib/time';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { startRun } from './run.commands';
import { sopMessages } from './sop.messages';
import { freeTitle } from './sop.queries';

/** The flow that the area was made for, and that one click starts. */
const TRAFFIC_TEMPLATE_KEY = 'traffic-7-steps';

/** Starts a run under a name that can be changed in place, and opens it. */
export function useStartRun(): { start: () => void; isStarting: boolean } {
  const t = useMessages(sopMessages);
  const format = useFormat();
  const [, navigate] = useLocation();
  const [isStarting, setStarting] = useState(false);
  const start = async () => {
    setStarting(true);
    const day = format.day(dayOf(Date.now(), DEFAULT_TIME_ZONE));
    try {
      const title = await freeTitle(t('defaultTitle', { day }));
      const { runId } = await execute(startRun, { title, templateKey: TRAFFIC_TEMPLATE_KEY });
      navigate(`/sop/${runId}`);
    } catch (error) {
      showProblem(error);
      setStarting(false);
    }
  };
  return { start: () => void start(), isStarting };
}
