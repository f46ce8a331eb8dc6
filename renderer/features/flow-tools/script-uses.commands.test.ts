import { beforeEach, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { countScriptUse } from './script-uses.commands';
import { seedRun } from './seed-run.testing';

let desk: Awaited<ReturnType<typeof openTestDoor>>;
let runId: string;

beforeEach(async () => {
  desk = await openTestDoor();
  runId = await desk.door.run(commandOf(['sopRuns', 'sopSteps'], seedRun), {});
});

it('counts every copy, by variant, and undo does not take one back', async () => {
  const use = { runId, position: 5, scriptKey: 'hello' };
  await desk.door.run(countScriptUse, use);
  await desk.door.run(countScriptUse, { ...use, variantKey: 'short' });
  await desk.door.undo();
  const uses = await allRows(desk.db, 'scriptUses');
  expect(uses.map((row) => row.variantKey).sort()).toEqual(['short', undefined]);
});
