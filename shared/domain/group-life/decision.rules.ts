import type { Fate } from './fate.rules';
import { FATES } from './fate.rules';
import type { GroupEvent } from './group-event.schema';

/** What a leader may decide: everything but that nothing can be said. */
export const DECISIONS = FATES.filter((fate): fate is Decision => fate !== 'unknown');
export type Decision = Exclude<Fate, 'unknown'>;

/** A decision about a group's future as its story keeps it. */
export type GroupDecision = {
  id: string;
  at: number;
  by?: string | undefined;
  decision: Decision;
  /** What the figures spoke for at the time. */
  advised?: string | undefined;
  /** Sentences as they stood on the screen. */
  reasons: string[];
  note?: string | undefined;
  /** The day from which it is to be asked again. */
  askAgainDay?: string | undefined;
  /** The run that it started. */
  runId?: string | undefined;
};

const REASON = /^reason\d+$/;

/** A line of a group's story as a decision; undefined for any other line. */
function readDecision(event: GroupEvent): GroupDecision | undefined {
  const { kind, evidence = {} } = event;
  const decision = DECISIONS.find((it) => it === evidence.decision);
  if (kind !== 'decision' || decision === undefined) return undefined;
  const text = (key: string) => (evidence[key] === undefined ? undefined : String(evidence[key]));
  return {
    id: event.id,
    at: event.at,
    by: event.by,
    decision,
    advised: text('advised'),
    reasons: Object.keys(evidence)
      .filter((key) => REASON.test(key))
      .map((key) => String(evidence[key])),
    note: event.note,
    askAgainDay: text('askAgainDay'),
    runId: event.refId,
  };
}

/** The decisions among the lines of one group's story, the latest first. */
export function decisionsOf(events: readonly GroupEvent[]): GroupDecision[] {
  return events.flatMap((it) => readDecision(it) ?? []).sort((a, b) => b.at - a.at);
}
