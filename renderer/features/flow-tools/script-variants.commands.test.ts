import { beforeEach, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { addScriptVariant } from './script-variants.commands';
import { seedRun } from './seed-run.testing';

let desk: Awaited<ReturnType<typeof openTestDoor>>;
let runId: string;

beforeEach(async () => {
  desk = await openTestDoor();
  runId = await desk.door.run(commandOf(['sopRuns', 'sopSteps'], seedRun), {});
});

const scriptOf = async () => {
  const steps = await allRows(desk.db, 'sopSteps');
  return steps.find((step) => step.position === 5)?.definition.scripts[0];
};

it('adds wordings to this run alone, each a copy under the next letter, with a line of the story', async () => {
  const add = { runId, position: 5, scriptKey: 'hello' };
  const { variantKey } = await desk.door.run(addScriptVariant, add);
  await desk.door.run(addScriptVariant, { ...add, fromVariantKey: variantKey });
  expect((await scriptOf())?.variants).toMatchObject([
    { key: variantKey, label: { zh: 'B' }, text: { zh: '{昵称}你好' } },
    { label: { zh: 'C' }, text: { zh: '{昵称}你好' } },
  ]);
  expect((await allRows(desk.db, 'runEvents')).map((event) => event.kind)).toEqual([
    'scriptChanged',
    'scriptChanged',
  ]);
  await desk.door.undo();
  expect((await scriptOf())?.variants).toHaveLength(1);
});
