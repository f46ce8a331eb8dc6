import { groupSchema } from '@shared/domain/groups/group.schema';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import {
  addAssets,
  archiveAssets,
  editAsset,
  removeAsset,
  setGroupQr,
  takeAssetOut,
} from './assets.commands';
import { addLibraryEntry, archiveLibraryEntry, editLibraryEntry } from './library.commands';

const POSTER = 'a'.repeat(64);
const VIDEO = 'b'.repeat(64);
const file = (id: string, name: string) => ({
  id,
  name,
  kind: 'image' as const,
  mimeType: 'image/png',
  bytes: 100,
});

/** Two items and a group that hold the poster. */
const fill = defineCommand({
  name: 'test.fill',
  input: z.object({}),
  entities: ['contentItems', 'groups'],
  label: () => ({ zh: '填', en: 'Fill' }),
  run: async (tx) => {
    const plan = { date: '2026-03-02', slot: 'noon' } as const;
    await tx.create('contentItems', { ...plan, id: 'i1', title: '一', assetIds: [POSTER, VIDEO] });
    await tx.create('contentItems', { ...plan, id: 'i2', title: '二', assetIds: [POSTER] });
    await tx.create('groups', groupSchema.parse({ id: 'g1', name: '城东 1 群', openedAt: 1 }));
  },
});

let test: Awaited<ReturnType<typeof openTestDoor>>;
beforeEach(async () => {
  test = await openTestDoor();
  await test.door.run(addAssets, { files: [file(POSTER, '海报.png'), file(VIDEO, '直播.mp4')] });
});

const assets = () => allRows(test.db, 'assets');
const assetIdsOf = async () =>
  Object.fromEntries((await allRows(test.db, 'contentItems')).map((it) => [it.id, it.assetIds]));

describe('the asset box', () => {
  it('knows a file again and keeps what was said of it', async () => {
    await test.door.run(editAsset, { id: POSTER, name: '到货海报', tags: ['苹果', '苹果'] });
    await test.door.run(archiveAssets, { ids: [POSTER], isArchived: true });
    const answer = await test.door.run(addAssets, {
      files: [file(POSTER, 'IMG_1.png'), file(POSTER, 'IMG_2.png')],
    });
    expect(answer).toEqual({ added: [], known: [POSTER] });
    const poster = (await assets()).find(({ id }) => id === POSTER);
    expect(poster).toMatchObject({ name: '到货海报', tags: ['苹果'] });
    expect(poster?.isArchived).toBeUndefined();
  });

  it('takes a whole batch back at once', async () => {
    await test.door.undo();
    expect(await assets()).toEqual([]);
  });

  it('clears what is emptied and leaves what is not named', async () => {
    const licence = { holder: '青禾摄影', until: '2026-03-20' };
    await test.door.run(editAsset, { id: POSTER, note: '只用一次', licence });
    await test.door.run(editAsset, { id: POSTER, note: '' });
    const [poster] = await assets();
    expect(poster?.note).toBeUndefined();
    expect(poster?.licence).toEqual(licence);
    await test.door.run(editAsset, { id: POSTER, licence: { holder: '' } });
    expect((await assets())[0]?.licence).toBeUndefined();
  });

  it('does not remove a file that is in use, unless it is taken out along with it', async () => {
    await test.door.run(fill, {});
    await test.door.run(setGroupQr, { groupId: 'g1', assetId: POSTER, until: '2026-03-08' });
    const remove = { id: POSTER, name: '海报' };
    await expect(
      test.door.run(removeAsset, { ...remove, isTakenOut: false }),
    ).rejects.toMatchObject({ code: 'asset-in-use', data: { count: 3 } });
    expect(await assets()).toHaveLength(2);
    expect(await test.door.run(removeAsset, { ...remove, isTakenOut: true })).toEqual({
      takenOut: 3,
    });
    expect(await assetIdsOf()).toEqual({ i1: [VIDEO], i2: undefined });
    expect((await allRows(test.db, 'groups'))[0]?.qrUntil).toBeUndefined();
    await test.door.undo();
    expect(await assetIdsOf()).toEqual({ i1: [POSTER, VIDEO], i2: [POSTER] });
    expect((await allRows(test.db, 'groups'))[0]).toMatchObject({
      qrAssetId: POSTER,
      qrUntil: '2026-03-08',
    });
    expect(await assets()).toHaveLength(2);
  });

  it('takes a file out of what makes later pieces too: repeats, template weeks, drafts of experiments', async () => {
    const plan = { title: '早安', assetIds: [POSTER, VIDEO] };
    const arms = [
      { key: 'A', label: '海报', assetId: POSTER },
      { key: 'B', label: '直播', assetId: VIDEO },
    ];
    await test.door.run(
      commandOf(['contentRepeats', 'weekTemplates', 'experiments'], async (tx) => {
        const rule = { kind: 'weekdays' as const, weekdays: [1], everyWeeks: 1 };
        const times = { slot: 'morning' as const, fromDay: '2026-03-02' };
        await tx.create('contentRepeats', { id: 'r1', ...times, rule, plan });
        const cell = { weekday: 1, slot: 'noon' as const };
        await tx.create('weekTemplates', {
          id: 't1',
          name: '平常一周',
          items: [{ ...cell, plan }],
        });
        const experiment = { name: '封面', factor: 'cover' as const, seed: 1, arms };
        await tx.create('experiments', { id: 'e1', ...experiment });
        await tx.create('experiments', { id: 'e2', ...experiment, state: 'running' });
      }),
      {},
    );
    const remove = { id: POSTER, name: '海报' };
    await expect(
      test.door.run(removeAsset, { ...remove, isTakenOut: false }),
    ).rejects.toMatchObject({ code: 'asset-in-use', data: { count: 3 } });
    await test.door.run(removeAsset, { ...remove, isTakenOut: true });
    const held = async () => ({
      repeat: (await allRows(test.db, 'contentRepeats'))[0]?.plan.assetIds,
      template: (await allRows(test.db, 'weekTemplates'))[0]?.items[0]?.plan.assetIds,
      arms: (await allRows(test.db, 'experiments')).map((it) => it.arms.map((arm) => arm.assetId)),
    });
    expect(await held()).toEqual({
      repeat: [VIDEO],
      template: [VIDEO],
      arms: [
        [undefined, VIDEO],
        [POSTER, VIDEO],
      ],
    });
    await test.door.undo();
    expect(await held()).toEqual({
      repeat: plan.assetIds,
      template: plan.assetIds,
      arms: [
        [POSTER, VIDEO],
        [POSTER, VIDEO],
      ],
    });
  });

  it('takes a lost file out of the plan and keeps what is known of it', async () => {
    await test.door.run(fill, {});
    expect(await test.door.run(takeAssetOut, { id: POSTER, name: '海报' })).toEqual({
      takenOut: 2,
    });
    expect(await assets()).toHaveLength(2);
  });

  it('says so when a file is gone', async () => {
    await expect(test.door.run(editAsset, { id: 'none', name: 'x' })).rejects.toMatchObject({
      code: 'asset-not-found',
    });
    await expect(
      test.door.run(setGroupQr, { groupId: 'none', assetId: null, until: null }),
    ).rejects.toMatchObject({ code: 'group-not-found' });
  });
});

describe('the library', () => {
  it('keeps the same words once, and what an experiment showed of them', async () => {
    const title = { kind: 'title', text: '今晚八点，苹果五斤装' } as const;
    const { id } = await test.door.run(addLibraryEntry, title);
    await test.door.run(archiveLibraryEntry, { id, isArchived: true });
    const again = await test.door.run(addLibraryEntry, {
      ...title,
      text: ' 今晚八点，苹果五斤装 ',
      evidence: '多 12 单，n = 320',
    });
    expect(again).toEqual({ id, isKnown: true });
    await test.door.run(addLibraryEntry, { ...title, kind: 'text' });
    const entries = await allRows(test.db, 'libraryEntries');
    expect(entries).toHaveLength(2);
    const kept = entries.find((entry) => entry.id === id);
    expect(kept).toMatchObject({ evidence: '多 12 单，n = 320' });
    expect(kept?.isArchived).toBeUndefined();
  });

  it('says so when an entry is gone', async () => {
    await expect(test.door.run(editLibraryEntry, { id: 'none', text: 'x' })).rejects.toMatchObject({
      code: 'library-entry-not-found',
    });
  });
});
