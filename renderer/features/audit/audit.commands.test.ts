import { ExpectedError } from '@shared/lib/errors';
import { joinId } from '@shared/lib/record-ids';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { askingText } from './asking-text';
import { decideAudit, queueForAudit } from './audit.commands';
import { editAuditWords } from './audit-words.commands';
import { forgetDecidedPhotos, keepPhoto, removePhoto } from './photo.commands';

const RUN = 'run-1';
let desk: Awaited<ReturnType<typeof openTestDoor>>;

beforeEach(async () => {
  desk = await openTestDoor();
  desk.door.actor = '小刘';
  await desk.door.run(
    commandOf(['sopRuns'], (tx) =>
      tx.create('sopRuns', {
        id: RUN,
        title: '三月第一轮',
        templateKey: 'traffic',
        templateVersion: 1,
        status: 'running',
        startedAt: 0,
      }),
    ),
    {},
  );
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: unknown) => (error instanceof ExpectedError ? error.code : String(error)),
  );
const newcomers = [
  { name: '小周', phone: '+8613800138000', wechatId: 'zhou_88' },
  { name: '老李' },
];
const queueTwo = async (): Promise<string[]> => {
  await desk.door.run(queueForAudit, { runId: RUN, memberIds: [], newcomers });
  return (await allRows(desk.db, 'members')).map(({ id }) => id);
};
const auditOf = async (memberId: string) =>
  (await allRows(desk.db, 'audits')).find((audit) => audit.memberId === memberId);

describe('queueing', () => {
  it('makes members of those who are new, in one step that is undone as one', async () => {
    const ids = await queueTwo();
    expect(ids).toHaveLength(2);
    expect(await allRows(desk.db, 'members')).toMatchObject([
      { name: '小周', source: 'manual', wechatId: 'zhou_88' },
      { name: '老李', source: 'manual' },
    ]);
    const again = await desk.door.run(queueForAudit, { runId: RUN, memberIds: ids });
    expect(again).toEqual({ added: 0 });
    await desk.door.undo();
    expect(await allRows(desk.db, 'members')).toEqual([]);
    expect(await allRows(desk.db, 'audits')).toEqual([]);
  });

  it('knows no run that is not there', async () => {
    const input = { runId: 'none', memberIds: [], newcomers };
    expect(await codeOf(desk.door.run(queueForAudit, input))).toBe('sop-not-found');
    expect(await allRows(desk.db, 'members')).toEqual([]);
  });
});

describe('deciding', () => {
  it('says who decided, and counts how often somebody was asked', async () => {
    const [id = ''] = await queueTwo();
    const ask = { runId: RUN, memberId: id, status: 'askAgain' as const, reason: '缺执照' };
    await desk.door.run(decideAudit, ask);
    await desk.door.run(decideAudit, ask);
    expect(await auditOf(id)).toMatchObject({ askedCount: 2, decidedBy: '小刘', reason: '缺执照' });
    await desk.door.run(decideAudit, { runId: RUN, memberId: id, status: 'approved' });
    expect(await auditOf(id)).toMatchObject({ status: 'approved', askedCount: 2 });
    await desk.door.run(decideAudit, { runId: RUN, memberId: id, status: 'waiting' });
    expect(await auditOf(id)).not.toHaveProperty('decidedBy');
  });

  it('writes a phone that was learnt and drops the mask; empties what was cleared', async () => {
    const [, id = ''] = await queueTwo();
    await desk.door.run(
      commandOf(['members'], (tx) =>
        tx.update('members', id, { phoneMasked: '138****8001', wechatId: 'old' }),
      ),
      {},
    );
    const learnt = { phone: '+8613800138001', wechatId: '', region: '上海' };
    await desk.door.run(decideAudit, { runId: RUN, memberId: id, status: 'approved', learnt });
    const member = (await allRows(desk.db, 'members')).find((it) => it.id === id);
    expect(member).toMatchObject({ phone: '+8613800138001', region: '上海' });
    expect(member).not.toHaveProperty('phoneMasked');
    expect(member).not.toHaveProperty('wechatId');
    await desk.door.undo();
    expect((await allRows(desk.db, 'members')).find((it) => it.id === id)).toMatchObject({
      phoneMasked: '138****8001',
      wechatId: 'old',
    });
  });

  it('refuses a phone that is none', async () => {
    const [id = ''] = await queueTwo();
    const input = { runId: RUN, memberId: id, status: 'approved' as const };
    const decide = async () => desk.door.run(decideAudit, { ...input, learnt: { phone: '138' } });
    await expect(decide()).rejects.toThrow('phone');
    expect(await auditOf(id)).toMatchObject({ status: 'waiting' });
  });
});

describe('pictures', () => {
  const photo = (memberId: string, id: string) => ({
    ...{ id, memberId, runId: RUN, kind: 'licence' as const },
    ...{ mimeType: 'image/webp' as const, byteCount: 1000 },
  });

  it('belong to somebody in the queue, and no undo brings a removed one back', async () => {
    const [id = ''] = await queueTwo();
    expect(await codeOf(desk.door.run(keepPhoto, photo('nobody', 'p0')))).toBe('sop-not-found');
    await desk.door.run(keepPhoto, photo(id, 'p1'));
    expect(await allRows(desk.db, 'auditPhotos')).toMatchObject([
      { id: 'p1', auditId: joinId(id, RUN), by: '小刘' },
    ]);
    await desk.door.run(removePhoto, { id: 'p1' });
    await desk.door.undo();
    expect(await allRows(desk.db, 'auditPhotos')).toEqual([]);
  });

  it('of decided people go, those of the others stay', async () => {
    const [first = '', second = ''] = await queueTwo();
    await desk.door.run(keepPhoto, photo(first, 'p1'));
    await desk.door.run(keepPhoto, photo(second, 'p2'));
    await desk.door.run(decideAudit, { runId: RUN, memberId: first, status: 'approved' });
    expect(await desk.door.run(forgetDecidedPhotos, { runId: RUN })).toEqual({ removed: ['p1'] });
    expect(await allRows(desk.db, 'auditPhotos')).toMatchObject([{ id: 'p2' }]);
  });
});

it('keeps the words of the team, and fills the asking text in either language', async () => {
  const words = { reject: ['不是同行'], askAgain: ['缺执照'], text: '{称呼}您好，还差{缺什么}。' };
  await desk.door.run(editAuditWords, { words });
  expect((await allRows(desk.db, 'workspace'))[0]).toMatchObject({ auditWords: words });
  expect(askingText(words.text, '小周', '执照')).toBe('小周您好，还差执照。');
  expect(askingText('{name}: {missing}', '$& Zhou', 'licence')).toBe('$& Zhou: licence');
});
