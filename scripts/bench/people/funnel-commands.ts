import type { SopStep } from '@shared/domain/sop/sop.schema';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

export const FUNNEL_SIZE = { people: 200_000, events: 1_000_000, steps: 7 };
export const FUNNEL_RUN = 'bench-run';
const START = Date.UTC(2026, 0, 5);
const CHUNK = 5000;
const HOUR_MS = 3_600_000;

/** The same numbers every time (Lehmer's generator). */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** As platforms write their users. */
export const subjectOf = (person: number) => `oQz5p_${person.toString(36).padStart(22, '0')}`;

/** Events of many people in no order: mostly forward through the steps, some twice, some backwards. */
function* drawEvents(): Generator<{ subject: string; step: number; at: number }[]> {
  const draw = drawer(7);
  let chunk: { subject: string; step: number; at: number }[] = [];
  for (let i = 0; i < FUNNEL_SIZE.events; i += 1) {
    const person = draw(FUNNEL_SIZE.people);
    const step = 1 + Math.min(draw(FUNNEL_SIZE.steps), draw(FUNNEL_SIZE.steps));
    chunk.push({
      subject: subjectOf(person),
      step,
      at: START + step * 20 * HOUR_MS + draw(60) * HOUR_MS,
    });
    if (chunk.length === CHUNK) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

function stepOf(position: number): SopStep {
  const text = { zh: `第 ${position} 步`, en: `Step ${position}` };
  return {
    id: `${FUNNEL_RUN}.${position}`,
    runId: FUNNEL_RUN,
    position,
    state: 'done',
    dueAt: START,
    tickedKeys: [],
    overriddenKeys: [],
    definition: {
      title: text,
      action: text,
      ownerRole: 'leader',
      due: { on: { kind: 'afterStart', days: 0 }, isWorkingDays: false },
      rigour: 'standard',
      tool: 'none',
      checklist: [],
      scripts: [],
      optional: false,
      metric: { name: text, unit: 'people', direction: 'higher', targetRate: 0.5 },
    },
  };
}

const fillFunnel = defineCommand({
  name: 'bench.fillFunnel',
  input: z.object({}),
  entities: ['sopRuns', 'sopSteps', 'funnelEvents'],
  label: () => ({ zh: '填充漏斗', en: 'Fill the funnel' }),
  run: async (tx) => {
    await tx.create('sopRuns', {
      id: FUNNEL_RUN,
      title: 'Bench',
      templateKey: 'bench',
      templateVersion: 1,
      status: 'running',
      startedAt: START,
    });
    for (let position = 1; position <= FUNNEL_SIZE.steps; position += 1) {
      await tx.create('sopSteps', stepOf(position));
    }
    for (const chunk of drawEvents()) {
      const channels = ['抖音', '微信', '视频号'];
      await tx.bulkCreate(
        'funnelEvents',
        chunk.map((event, i) => ({
          ...event,
          id: tx.newId(),
          runId: FUNNEL_RUN,
          channel: channels[i % channels.length],
        })),
      );
    }
  },
});

const addEvent = defineCommand({
  name: 'bench.addFunnelEvent',
  input: z.object({ subject: z.string(), step: z.number(), at: z.number() }),
  entities: ['funnelEvents'],
  label: () => ({ zh: '加一个事件', en: 'Add an event' }),
  run: (tx, event) => tx.create('funnelEvents', { ...event, id: tx.newId(), runId: FUNNEL_RUN }),
});

export const FUNNEL_COMMANDS = [fillFunnel, addEvent];
