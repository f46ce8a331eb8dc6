export type PlainEvent = { subject: string; step: number; at: number };

/**
 * A funnel over plain objects, as one would write it without columns: events by subject in a map,
 * sorted, the latest time of each step kept. A generous peer: its objects are in memory already, it
 * knows no optional steps and tells no times and nothing that is odd.
 */
export function plainFunnel(
  events: readonly PlainEvent[],
  steps: number,
  windowMs: readonly (number | undefined)[],
): number[] {
  const bySubject = new Map<string, PlainEvent[]>();
  for (const event of events) {
    const own = bySubject.get(event.subject);
    if (own) own.push(event);
    else bySubject.set(event.subject, [event]);
  }
  const counts = Array.from({ length: steps }, () => 0);
  for (const own of bySubject.values()) {
    own.sort((a, b) => a.at - b.at || a.step - b.step);
    const latest: (number | undefined)[] = [];
    for (const { step, at } of own) {
      const before = step === 1 ? at : latest[step - 2];
      if (before !== undefined && at - before <= (windowMs[step - 1] ?? at)) latest[step - 1] = at;
    }
    for (let step = 0; step < steps; step += 1) {
      if (latest[step] !== undefined) counts[step] = (counts[step] ?? 0) + 1;
    }
  }
  return counts;
}
