/** One person's reaching of one step; `at` in UTC ms. */
export type StepEvent = { subject: string; step: number; at: number };

/**
 * How many different people reached each step in order: the first step at any time, every further
 * one not before the step before it. Steps that nobody was tracked on are passed over (a flow whose
 * first step is a segment has no events there). Index 0 is step 1; untracked steps are undefined.
 */
export function countInOrder(
  events: readonly StepEvent[],
  stepCount: number,
): (number | undefined)[] {
  const tracked = new Set(events.map(({ step }) => step));
  const steps = Array.from({ length: stepCount }, (_, index) => index + 1).filter((step) =>
    tracked.has(step),
  );
  const bySubject = new Map<string, StepEvent[]>();
  for (const event of events) {
    const own = bySubject.get(event.subject);
    if (own) own.push(event);
    else bySubject.set(event.subject, [event]);
  }
  const counts: (number | undefined)[] = Array.from({ length: stepCount }, (_, index) =>
    tracked.has(index + 1) ? 0 : undefined,
  );
  for (const own of bySubject.values()) {
    let since = Number.NEGATIVE_INFINITY;
    for (const step of steps) {
      const next = earliest(own, step, since);
      if (next === undefined) break;
      counts[step - 1] = (counts[step - 1] ?? 0) + 1;
      since = next;
    }
  }
  return counts;
}

function earliest(events: readonly StepEvent[], step: number, since: number): number | undefined {
  let found: number | undefined;
  for (const event of events) {
    if (event.step !== step || event.at < since) continue;
    if (found === undefined || event.at < found) found = event.at;
  }
  return found;
}
