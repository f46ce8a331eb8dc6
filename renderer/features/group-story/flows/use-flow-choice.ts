import type { LivingPhase } from '@shared/domain/group-life/phase.rules';
import { useState } from 'react';
import { type Bilingual, useBilingual } from '@/app/i18n/use-bilingual';
import { useLifeSettings } from '@/features/group-life';
import type { GroupRun } from '../group-story.queries';
import { useFlows } from '../use-group-story';

type FlowOption = { key: string; name: string; isRunning: boolean };

export type FlowChoice = {
  options: FlowOption[];
  /** Keys of the flows that are to start. */
  chosen: string[];
  toggle: (key: string) => void;
  /** False until it is known which flows there are: whoever confirms before would start none. */
  isReady: boolean;
};

/** The flows of a phase and which of them start with it: those that the settings say, unless unticked. */
export function useFlowChoice(phase: LivingPhase, runs: readonly GroupRun[]): FlowChoice {
  const settings = useLifeSettings();
  const flows = useFlows();
  const say = useBilingual();
  const [changed, setChanged] = useState<Record<string, boolean>>({});
  const names = new Map<string, Bilingual>(flows?.map((flow) => [flow.key, flow.name]));
  const options = (settings?.flows[phase] ?? []).flatMap((key): FlowOption[] => {
    const name = names.get(key);
    if (!name) return [];
    const isRunning = runs.some(({ run }) => run.status === 'running' && run.templateKey === key);
    return [{ key, name: say(name), isRunning }];
  });
  // In its late phase a group is judged first; whether to wake it is the leader's own step.
  const byDefault = settings?.flows.start === 'withPhase' && phase !== 'late';
  const isChosen = ({ key, isRunning }: FlowOption) => !isRunning && (changed[key] ?? byDefault);
  const chosen = options.filter(isChosen).map(({ key }) => key);
  const toggle = (key: string) => setChanged((now) => ({ ...now, [key]: !chosen.includes(key) }));
  return { options, chosen, toggle, isReady: flows !== undefined && settings !== undefined };
}
