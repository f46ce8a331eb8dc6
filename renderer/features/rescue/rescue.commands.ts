import { markPerson, peopleOfTask } from '@shared/domain/sop/rescue.rules';
import { type RescueTask, rescueTaskSchema } from '@shared/domain/sop/run-record.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { packIds } from '@shared/lib/pack-ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { addRunEvent } from '@/features/flow-runs/index';

const { title, position, script, day, slot, ownerName } = rescueTaskSchema.shape;

/** People who stayed behind at a step become a task; those who are no members any more are left out. */
export const openRescue = defineCommand({
  name: 'rescue.open',
  input: z.object({
    runId: idSchema,
    /** The step that they have not reached. */
    position,
    title,
    memberIds: z.array(idSchema).min(1),
    script,
    day,
    slot,
    ownerName,
  }),
  entities: ['rescueTasks', 'members', 'sopRuns', 'runEvents'],
  label: (input) => ({
    zh: `新建补救任务「${input.title}」（${input.memberIds.length} 人）`,
    en: `Open the rescue task “${input.title}” (${input.memberIds.length})`,
  }),
  run: async (tx, { memberIds, ...fields }) => {
    if (!(await tx.get('sopRuns', fields.runId))) throw new ExpectedError('sop-not-found');
    const ids = [...new Set(memberIds)].sort();
    const members = await tx.getMany('members', ids);
    const there = ids.filter((_, index) => members[index] !== undefined);
    if (there.length === 0) throw new ExpectedError('rescue-nobody');
    const taskId = tx.newId();
    await tx.create('rescueTasks', {
      ...fields,
      id: taskId,
      members: packIds(there),
      memberCount: there.length,
      state: 'open',
      createdAt: tx.now,
      ...(tx.actor === undefined ? {} : { createdBy: tx.actor }),
    });
    await addRunEvent(tx, {
      runId: fields.runId,
      position: fields.position,
      kind: 'rescueOpened',
      detail: { title: fields.title, count: there.length },
    });
    return { taskId, count: there.length };
  },
});

/** One person was seen to, or is to be seen to again. */
export const markRescued = defineCommand({
  name: 'rescue.mark',
  input: z.object({ taskId: idSchema, memberId: idSchema, isDone: z.boolean() }),
  entities: ['rescueTasks'],
  label: ({ isDone }) =>
    isDone
      ? { zh: '补救任务：联系好一个人', en: 'Rescue task: one person seen to' }
      : { zh: '补救任务：改回未联系', en: 'Rescue task: to be seen to again' },
  run: async (tx, { taskId, memberId, isDone }) => {
    const task = await needTask(tx, taskId);
    const patch = markPerson(task, memberId, isDone);
    if (!patch) throw new ExpectedError('rescue-not-in-task');
    await tx.update('rescueTasks', taskId, {
      ...patch,
      closedAt: patch.state === 'open' ? undefined : (task.closedAt ?? tx.now),
    });
    return { left: peopleOfTask({ ...task, ...patch }).filter((it) => !it.isDone).length };
  },
});

/** What is said in it, when, and by whom; the people never change. */
export const editRescue = defineCommand({
  name: 'rescue.edit',
  input: z.object({
    taskId: idSchema,
    title: title.optional(),
    script,
    day: day.optional(),
    slot: slot.optional(),
    ownerName,
  }),
  entities: ['rescueTasks'],
  label: () => ({ zh: '修改补救任务', en: 'Edit the rescue task' }),
  run: async (tx, { taskId, ...given }) => {
    await needTask(tx, taskId);
    const fields = Object.entries(given).filter(([, value]) => value !== undefined);
    await tx.update('rescueTasks', taskId, Object.fromEntries(fields));
  },
});

/** Left as it is with people still to see to, or taken up again. */
export const closeRescue = defineCommand({
  name: 'rescue.close',
  input: z.object({ taskId: idSchema, isClosed: z.boolean() }),
  entities: ['rescueTasks'],
  label: ({ isClosed }) =>
    isClosed
      ? { zh: '不再继续补救任务', en: 'Leave the rescue task as it is' }
      : { zh: '继续补救任务', en: 'Take the rescue task up again' },
  run: async (tx, { taskId, isClosed }) => {
    const task = await needTask(tx, taskId);
    const isAllDone = peopleOfTask(task).every(({ isDone }) => isDone);
    const closed: RescueTask['state'] = isAllDone ? 'done' : 'dropped';
    await tx.update('rescueTasks', taskId, {
      state: isClosed ? closed : 'open',
      closedAt: isClosed ? tx.now : undefined,
    });
  },
});

async function needTask(tx: Tx, taskId: string): Promise<RescueTask> {
  const task = await tx.get('rescueTasks', taskId);
  if (!task) throw new ExpectedError('rescue-not-found');
  return task;
}
