import { contentItemSchema } from '@shared/domain/calendar/content.schema';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { openTestDoor } from '@/db/test-db';
import { AssetDesk } from './asset-desk';

const POSTER = 'a'.repeat(64);
const CLIP = 'b'.repeat(64);

const addFiles = defineCommand({
  name: 'test.files',
  input: z.object({}),
  entities: ['assets', 'libraryEntries'],
  label: () => ({ zh: '加', en: 'Add' }),
  run: async (tx) => {
    const file = { mimeType: 'image/png', bytes: 1 };
    await tx.create('assets', {
      ...file,
      id: POSTER,
      name: '苹果到货海报.png',
      kind: 'image',
      addedAt: 1,
      tags: ['水果'],
    });
    await tx.create('assets', {
      ...file,
      id: CLIP,
      name: '直播片段.mp4',
      kind: 'video',
      addedAt: 2,
      isArchived: true,
    });
    await tx.create('libraryEntries', { id: 'e1', kind: 'title', text: '今晚截单', addedAt: 1 });
    await tx.create('libraryEntries', { id: 'e2', kind: 'greeting', text: '早安', addedAt: 2 });
  },
});

const addItem = defineCommand({
  name: 'test.item',
  input: contentItemSchema,
  entities: ['contentItems'],
  label: () => ({ zh: '加', en: 'Add' }),
  run: async (tx, item) => tx.create('contentItems', item),
});

let test: Awaited<ReturnType<typeof openTestDoor>>;
let desk: AssetDesk;
beforeEach(async () => {
  test = await openTestDoor();
  desk = new AssetDesk(async () => test.db);
  test.door.onCommit((_, entities) => desk.onCommit(entities));
  await test.door.run(addFiles, {});
});

const names = async (text: string) =>
  (await desk.list({ text, isArchived: false })).lines.map(({ name }) => name);

describe('the list of files', () => {
  it('finds by name, tag, pinyin and initials', async () => {
    for (const text of ['海报', '水果', 'pingguo', 'pgdh', 'shuiguo', 'PNG']) {
      expect(await names(text), text).toEqual(['苹果到货海报.png']);
    }
    expect(await names('西瓜')).toEqual([]);
  });

  it('keeps what was put away apart and counts both', async () => {
    const { lines, counts, tags } = await desk.list({ isArchived: true });
    expect(lines.map(({ id }) => id)).toEqual([CLIP]);
    expect(counts).toEqual({ inUse: 1, archived: 1 });
    expect(tags).toEqual([{ tag: '水果', count: 1 }]);
    expect((await desk.list({ isArchived: false, kinds: ['video'] })).lines).toEqual([]);
  });

  it('tells at once of a use that has just been made or taken back', async () => {
    const uses = async () => (await desk.list({ isArchived: false })).lines[0]?.use;
    expect(await uses()).toEqual({ items: 0, sends: 0 });
    const plan = { id: 'i1', date: '2026-03-02', slot: 'noon', title: '今晚截单' } as const;
    await test.door.run(addItem, { ...plan, status: 'sent', assetIds: [POSTER] });
    expect(await uses()).toEqual({ items: 1, sends: 1, lastSentDay: '2026-03-02' });
    expect((await desk.places(POSTER)).items).toEqual([{ ...plan, status: 'sent' }]);
    expect(await desk.sendsOf([CLIP])).toEqual([]);
    expect(await desk.sendsOf([POSTER])).toHaveLength(1);
    await test.door.undo();
    expect(await uses()).toEqual({ items: 0, sends: 0 });
  });
});

describe('the library', () => {
  it('lists by kind with how often the words are used', async () => {
    const plan = { id: 'i1', date: '2026-03-02', slot: 'noon', title: '今晚截单' } as const;
    await test.door.run(addItem, plan);
    const { lines, counts } = await desk.library({ isArchived: false });
    expect(lines.map(({ id, useCount }) => [id, useCount])).toEqual([
      ['e2', 0],
      ['e1', 1],
    ]);
    expect(counts).toMatchObject({ title: 1, greeting: 1, cover: 0 });
    const titles = await desk.library({ kinds: ['title'], text: 'jwjd', isArchived: false });
    expect(titles.lines.map(({ id }) => id)).toEqual(['e1']);
  });
});
