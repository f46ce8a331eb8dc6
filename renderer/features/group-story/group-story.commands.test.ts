import { ExpectedError } from '@shared/lib/errors';
import { beforeEach, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import {
  addGroupNote,
  declinePhase,
  markGroupFull,
  setGroupPhase,
  startFlowsOfGroup,
} from './group-story.commands';

let desk: Awaited<ReturnType<typeof openTestDoor>>;
let groupId: string;

beforeEach(async () => {
  desk = await openTestDoor();
  groupId = await desk.door.run(
    commandOf(['groups'], async (tx) => {
      const id = tx.newId();
      await tx.create('groups', { id, name: '花城实体一群', openedAt: tx.now });
      return id;
    }),
    {},
  );
});

const group = async () => (await allRows(desk.db, 'groups'))[0];
const story = () => allRows(desk.db, 'groupEvents');
const titles = async () => (await allRows(desk.db, 'sopRuns')).map(({ title }) => title).sort();
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error) => (error instanceof ExpectedError ? error.code : Promise.reject(error)),
  );

it('a new phase, its line in the story and its flows are one change', async () => {
  const evidence = { days: 31, earlyDays: 30 };
  await desk.door.run(setGroupPhase, {
    groupId,
    to: 'middle',
    evidence,
    flows: ['group-iteration', 'not-there'],
  });
  expect(await group()).toMatchObject({ phase: 'middle', phaseSince: expect.any(Number) });
  expect(await story()).toMatchObject([{ kind: 'phase', from: 'early', to: 'middle', evidence }]);
  expect(await titles()).toEqual(['中期四周一轮 · 花城实体一群']);
  await desk.door.undo();
  expect([(await group())?.phase, await story(), await titles()]).toEqual(['early', [], []]);
});

it('the same flow is not under way twice for one group', async () => {
  const flows = ['entry-ceremony'];
  await desk.door.run(startFlowsOfGroup, { groupId, flows, language: 'en' });
  await desk.door.run(startFlowsOfGroup, { groupId, flows: [...flows, 'habit-21-days'] });
  expect(await titles()).toEqual([
    '21 天养成计划 · 花城实体一群',
    'The entry ceremony · 花城实体一群',
  ]);
});

it('is refused for the phase that it is in and for a group that is dissolved', async () => {
  expect(await codeOf(desk.door.run(setGroupPhase, { groupId, to: 'early' }))).toBe(
    'group-phase-same',
  );
  const dissolve = commandOf(['groups'], (tx) =>
    tx.update('groups', groupId, { phase: 'dissolved' }),
  );
  await desk.door.run(dissolve, {});
  expect(await codeOf(desk.door.run(setGroupPhase, { groupId, to: 'late' }))).toBe(
    'group-dissolved',
  );
});

it('full by the leader’s word counts from the day that they say, never from a day to come', async () => {
  const at = Date.now() - 5 * 86_400_000;
  await desk.door.run(markGroupFull, { groupId, at, inside: 200, flows: ['newcomers-7-days'] });
  expect(await group()).toMatchObject({ fullAt: at, phaseSince: at });
  expect(await story()).toMatchObject([{ kind: 'full', evidence: { total: 200, since: at } }]);
  expect(await titles()).toEqual(['新客 7 天强运营 · 花城实体一群']);
  const ahead = desk.door.run(markGroupFull, { groupId, at: Date.now() + 60_000, inside: 200 });
  expect(await codeOf(ahead)).toBe('group-full-ahead');
});

it('a proposal put aside is remembered with its reason, and forgotten once the phase changes', async () => {
  await desk.door.run(declinePhase, { groupId, to: 'middle', note: '国庆后再看' });
  expect((await group())?.phaseDeclined?.to).toBe('middle');
  expect(await story()).toMatchObject([{ kind: 'declined', to: 'middle', note: '国庆后再看' }]);
  await desk.door.run(setGroupPhase, { groupId, to: 'middle' });
  expect((await group())?.phaseDeclined).toBeUndefined();
});

it('a note is a line of the story', async () => {
  await desk.door.run(addGroupNote, { groupId, note: '换了群主' });
  expect(await story()).toMatchObject([{ kind: 'note', note: '换了群主' }]);
});
