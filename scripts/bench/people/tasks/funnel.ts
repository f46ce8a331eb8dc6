import { PageSet } from '@/db/paged/page-set';
import { FunnelService } from '@/workers/funnel/funnel-service';
import type { FunnelQuestion } from '@/workers/funnel/funnel-types';
import { FUNNEL_RUN, FUNNEL_SIZE, subjectOf } from '../funnel-commands';
import { middle, type Place, timed } from '../place';
import { type PlainEvent, plainFunnel } from '../plain-funnel';

const RUNS = 3;
const DAY_MS = 86_400_000;

const questionOf = (days: number): FunnelQuestion => ({
  scope: { of: 'runs', runIds: [FUNNEL_RUN] },
  windowMs: Object.fromEntries(
    Array.from({ length: FUNNEL_SIZE.steps - 1 }, (_, i) => [i + 2, days * DAY_MS]),
  ),
});

export async function fillFunnel({ api }: Place): Promise<Record<string, number>> {
  return { filledMs: await timed(() => api.run('bench.fillFunnel', {})) };
}

/** A funnel over a million events: from the pages on disk, and after one more event. */
export async function measureFunnel({ api }: Place): Promise<Record<string, number>> {
  const question = questionOf(2);
  const { db } = await api.beat();
  const counts: (number | undefined)[][] = [];
  const ask = async (service: FunnelService, asked = question) => {
    const answer = await service.funnel(asked);
    counts.push(answer.steps.map(({ bar }) => bar.count));
    return answer;
  };
  const firstMs = await timed(() => ask(api.funnel));
  // Another service each time: it reads every page again.
  const value = await middle(RUNS, () => timed(() => ask(new FunnelService(async () => db))));
  const answer = await ask(api.funnel);
  const otherWindowsMs = await middle(RUNS, (run) =>
    timed(() => ask(api.funnel, questionOf(3 + run))),
  );
  const breakdownMs = await timed(() => api.funnel.breakdown(question, 'channel', 'first'));
  const events: PlainEvent[] = [];
  await new PageSet(db, 'funnelEvents').scan(['subject', 'step', 'at'], ({ subject, step, at }) => {
    events.push({ subject: String(subject), step: Number(step), at: Number(at) });
  });
  const windows = Array.from({ length: FUNNEL_SIZE.steps }, () => 2 * DAY_MS);
  const peer = await middle(RUNS, () =>
    timed(() => mustEqual(plainFunnel(events, FUNNEL_SIZE.steps, windows), counts[0])),
  );
  const floor = await bareFloor(events);
  const last = events.reduce((latest, { at }) => Math.max(latest, at), 0);
  const afterOneEventMs = await middle(9, async (run) => {
    const event = { subject: subjectOf(run * 97), step: 1 + (run % FUNNEL_SIZE.steps), at: last };
    await api.run('bench.addFunnelEvent', event);
    events.push(event);
    return timed(() => ask(api.funnel));
  });
  mustEqual(plainFunnel(events, FUNNEL_SIZE.steps, windows), counts.at(-1));
  return {
    funnel1m: value,
    funnel1mFloor: floor,
    funnel1mPeer: peer,
    firstMs,
    afterOneEventMs,
    otherWindowsMs,
    breakdownMs,
    events: answer.events,
    people: answer.people,
  };
}

/** One pass over who, which step and when, in arrays that are there already. */
async function bareFloor(events: readonly PlainEvent[]): Promise<number> {
  const numbers = new Map<string, number>();
  const person = Uint32Array.from(events, ({ subject }) => {
    const known = numbers.get(subject) ?? numbers.size;
    numbers.set(subject, known);
    return known;
  });
  const step = Uint16Array.from(events, (event) => event.step);
  const at = Float64Array.from(events, (event) => event.at);
  return middle(9, () =>
    timed(() => {
      let sum = 0;
      for (let i = 0; i < at.length; i += 1) {
        sum += (at[i] ?? 0) + (step[i] ?? 0) + (person[i] ?? 0);
      }
      if (Number.isNaN(sum)) throw new Error('events without a time');
    }),
  );
}

function mustEqual(plain: readonly number[], told: readonly (number | undefined)[] = []): void {
  if (JSON.stringify(plain) !== JSON.stringify(told)) {
    throw new Error(`${JSON.stringify(plain)} by objects, ${JSON.stringify(told)} by columns`);
  }
}
