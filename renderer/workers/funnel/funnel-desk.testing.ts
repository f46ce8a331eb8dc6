import type { Row } from '@shared/domain/registry';
import type { StepDefinition } from '@shared/domain/sop/sop.schema';
import { commandOf, openTestDoor } from '@/db/test-db';
import { FunnelService } from './funnel-service';
import type { FunnelQuestion } from './funnel-types';

export const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 16, 1);
const NOW = START + 10 * DAY;
export const RUN = 'run-1';

export const definition = (place: number, more: Partial<StepDefinition> = {}): StepDefinition => ({
  title: { zh: `第${place}步`, en: `Step ${place}` },
  action: { zh: '', en: '' },
  ownerRole: 'leader',
  due: { on: { kind: 'afterStart', days: 0 }, isWorkingDays: false },
  rigour: 'standard',
  tool: 'none',
  checklist: [],
  scripts: [],
  metric: { name: { zh: '', en: '' }, unit: 'people', direction: 'higher' },
  optional: false,
  ...more,
});

export type Event = { subject: string; step: number; at: number } & Partial<Row<'funnelEvents'>>;

export async function openDesk(definitions: StepDefinition[], stepPatch: object[] = []) {
  const { db, door } = await openTestDoor();
  const desk = new FunnelService(async () => db);
  door.onCommit((op, entities) => desk.onCommit(op, entities));
  const write = (entity: never, rows: object[]) =>
    door.run(
      commandOf([entity], async (tx) => {
        for (const row of rows) await tx.create(entity, { id: tx.newId(), ...row } as never);
      }),
      {},
    );
  const addRun = async (id: string, more: object = {}) => {
    await write('sopRuns' as never, [
      {
        id,
        title: id,
        templateKey: 'traffic',
        templateVersion: 1,
        status: 'running',
        startedAt: START,
        ...more,
      },
    ]);
    await write(
      'sopSteps' as never,
      definitions.map((one, i) => ({
        id: `${id}.${i + 1}`,
        runId: id,
        position: i + 1,
        definition: one,
        state: 'done',
        dueAt: START,
        tickedKeys: [],
        overriddenKeys: [],
        ...(id === RUN ? stepPatch[i] : {}),
      })),
    );
  };
  await addRun(RUN);
  const add = (...events: Event[]) =>
    write(
      'funnelEvents' as never,
      events.map((event) => ({ runId: RUN, ...event })),
    );
  return { db, door, desk, write, add, addRun };
}

export const question = (more: Partial<FunnelQuestion> = {}): FunnelQuestion => ({
  scope: { of: 'runs', runIds: [RUN] },
  nowMs: NOW,
  ...more,
});

export const three = [definition(1), definition(2), definition(3)];
export const at = (days: number) => START + days * DAY;
