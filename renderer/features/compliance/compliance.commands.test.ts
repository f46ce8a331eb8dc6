import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, openTestDoor } from '@/db/test-db';
import { addItem } from '@/features/content-items';
import {
  addWord,
  editWord,
  importWords,
  letStand,
  removeWord,
  withdrawOverride,
} from './compliance.commands';

let test: Awaited<ReturnType<typeof openTestDoor>>;
beforeEach(async () => {
  test = await openTestDoor();
});

const words = () => allRows(test.db, 'lexiconWords');
const word = { text: '福袋', kind: 'find', risk: 'high' } as const;

describe('letting words stand', () => {
  const said = { text: '国家级', family: 'grade', reason: '非遗名录' };
  const overrides = async () => (await allRows(test.db, 'contentItems'))[0]?.overrides ?? [];
  const newItem = async () =>
    (await test.door.run(addItem, { date: '2026-11-23', slot: 'noon', title: '豆腐' })).id;

  it('keeps the reason with the item, once for the same words, and undo forgets it', async () => {
    const itemId = await newItem();
    await test.door.run(letStand, { itemId, ...said });
    await test.door.run(letStand, { itemId, ...said, reason: '见证书' });
    expect(await overrides()).toMatchObject([{ ...said, reason: '见证书' }]);
    await test.door.undo();
    expect(await overrides()).toMatchObject([{ reason: '非遗名录' }]);
  });

  it('can be withdrawn for one family alone', async () => {
    const itemId = await newItem();
    await test.door.run(letStand, { itemId, ...said });
    await test.door.run(letStand, { itemId, ...said, family: 'own' });
    await test.door.run(withdrawOverride, { itemId, text: said.text, family: 'grade' });
    expect((await overrides()).map(({ family }) => family)).toEqual(['own']);
  });

  it('needs a reason, an item, and stops at a hundred', async () => {
    const itemId = await newItem();
    expect(() => test.door.run(letStand, { itemId, ...said, reason: '  ' })).toThrow();
    for (let n = 0; n < 100; n += 1) {
      await test.door.run(letStand, { itemId, ...said, text: `第一${n}` });
    }
    await expect(test.door.run(letStand, { itemId, ...said })).rejects.toMatchObject({
      code: 'overrides-full',
    });
    await expect(test.door.run(letStand, { itemId: 'gone', ...said })).rejects.toMatchObject({
      code: 'content-not-found',
    });
  });
});

describe('own words', () => {
  it('are added, changed and removed, each undoable', async () => {
    await test.door.run(addWord, word);
    const id = (await words())[0]?.id ?? '';
    await test.door.run(editWord, { id, ...word, kind: 'allow', reason: '店名' });
    expect(await words()).toMatchObject([{ kind: 'allow', reason: '店名' }]);
    await test.door.run(editWord, { id, ...word });
    expect((await words())[0]?.reason).toBeUndefined();
    await test.door.run(removeWord, { id, text: word.text });
    expect(await words()).toEqual([]);
    await test.door.undo();
    expect(await words()).toHaveLength(1);
  });

  it('are refused twice, however they are written', async () => {
    await test.door.run(addWord, { ...word, text: 'VX號' });
    await expect(test.door.run(addWord, { ...word, text: 'ｖｘ号' })).rejects.toMatchObject({
      code: 'lexicon-word-known',
    });
  });

  it('come in as a list in one step, without those that are there', async () => {
    await test.door.run(addWord, word);
    const list = ['福袋', '盲盒', '盲 盒', '秒杀'].map((text) => ({ ...word, text }));
    expect(await test.door.run(importWords, { words: list })).toEqual({ added: 2 });
    expect(await words()).toHaveLength(3);
    await test.door.undo();
    expect(await words()).toHaveLength(1);
  });
});
