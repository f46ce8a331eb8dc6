import type { ReviewChange } from '@shared/domain/sop/review.schema';
import { ExpectedError } from '@shared/lib/errors';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { builtInTemplates } from '@/features/flow-runs';
import { acceptReview, saveReview } from './reviews.commands';

const KEY = 'traffic-7-steps';
const builtIn = builtInTemplates().find(({ key }) => key === KEY);
const builtInId = builtIn?.id ?? '';
const target: ReviewChange = { kind: 'targetRate', step: 4, targetRate: 0.77 };

let desk: Awaited<ReturnType<typeof openTestDoor>>;

const run = (id: string, status: 'finished' | 'running') =>
  commandOf(['sopRuns'], (tx) =>
    tx.create('sopRuns', {
      id,
      title: id,
      templateKey: KEY,
      templateVersion: 1,
      templateId: builtInId,
      status,
      startedAt: tx.now,
    }),
  );

beforeEach(async () => {
  desk = await openTestDoor();
  await desk.door.run(run('over', 'finished'), {});
});

const save = (more: { runId?: string; changes?: ReviewChange[]; keep?: string } = {}) =>
  desk.door.run(saveReview, { runId: 'over', changes: [target], ...more });
const accept = (onTemplateId = builtInId, runId = 'over') =>
  desk.door.run(acceptReview, { runId, onTemplateId, changeNote: ' 提高跳转目标 ' });
const templates = () => allRows(desk.db, 'sopTemplates');
const reviews = () => allRows(desk.db, 'reviews');
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error) => (error instanceof ExpectedError ? error.code : Promise.reject(error)),
  );

describe('a review', () => {
  it('is one per run, whatever is written in it and when', async () => {
    await save({ keep: '广告位' });
    await save({ changes: [] });
    expect(await reviews()).toMatchObject([{ runId: 'over', keep: '广告位', changes: [] }]);
  });

  it('waits until its run is over', async () => {
    await desk.door.run(run('under way', 'running'), {});
    expect(await codeOf(save({ runId: 'under way' }))).toBe('review-too-early');
  });

  it('becomes the next version, all in one change', async () => {
    await save();
    const { templateId, version } = await accept();
    const [template] = await templates();
    const [review] = await reviews();
    expect(version).toBe((builtIn?.version ?? 0) + 1);
    expect(template).toMatchObject({
      id: templateId,
      key: KEY,
      version,
      status: 'published',
      basedOnId: builtInId,
      reviewId: review?.id,
      changeNote: '提高跳转目标',
    });
    expect(template?.steps[3]?.metric.targetRate).toBe(0.77);
    expect(template?.steps.filter((_, index) => index !== 3)).toEqual(
      builtIn?.steps.filter((_, index) => index !== 3),
    );
    expect(review).toMatchObject({ templateId, acceptedAt: expect.any(Number) });
    expect(await allRows(desk.db, 'runEvents')).toMatchObject([
      { runId: 'over', kind: 'reviewAccepted', detail: { version } },
    ]);
    await desk.door.undo();
    expect(await templates()).toEqual([]);
    expect((await reviews())[0]?.acceptedAt).toBeUndefined();
    expect(await allRows(desk.db, 'runEvents')).toEqual([]);
  });

  it('is closed once it was accepted', async () => {
    await save();
    await accept();
    expect(await codeOf(accept())).toBe('review-accepted');
    expect(await codeOf(save({ keep: '再改' }))).toBe('review-accepted');
  });

  it('does not go onto a newer version that nobody looked at', async () => {
    await desk.door.run(run('second', 'finished'), {});
    await save();
    const { templateId } = await accept();
    await save({ runId: 'second', changes: [{ ...target, targetRate: 0.8 }] });
    expect(await codeOf(accept(builtInId, 'second'))).toBe('review-template-newer');
    expect(await templates()).toHaveLength(1);
    const { version } = await accept(templateId, 'second');
    expect(version).toBe((builtIn?.version ?? 0) + 2);
  });

  it('goes beyond every version there is, also a draft', async () => {
    await desk.door.run(
      commandOf(['sopTemplates'], async (tx) => {
        if (builtIn)
          await tx.create('sopTemplates', { ...builtIn, id: 'd', version: 7, status: 'draft' });
      }),
      {},
    );
    await save();
    expect(await accept()).toMatchObject({ version: 8 });
  });

  it('is refused without changes and with one that does not fit', async () => {
    await save({ changes: [] });
    expect(await codeOf(accept())).toBe('review-no-changes');
    await save({ changes: [target, { kind: 'checklistDrop', step: 1, key: 'none' }] });
    expect(await codeOf(accept())).toBe('review-change-refused');
    expect(await templates()).toEqual([]);
  });
});
