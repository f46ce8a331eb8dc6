import { describe, expect, it } from 'vitest';
import type { AnyCommand } from '@/db/command';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import {
  matchResults,
  partResult,
  planIdea,
  saveCharacter,
  saveFigures,
  saveResultsSettings,
  saveSenseIdeas,
} from './content-results.commands';

async function open() {
  const { db, door } = await openTestDoor();
  await door.run(
    commandOf(['contentItems', 'contentResults'], async (tx) => {
      const item = { date: '2026-11-16', slot: 'morning' as const, title: '早安签到' };
      await tx.create('contentItems', { ...item, id: 'item-1', status: 'sent' });
      await tx.create('contentResults', {
        id: 'report-1',
        day: '2026-11-16',
        title: '【早安签到】',
        opens: 40,
        source: 'import',
      });
    }),
    {},
  );
  const run = (command: unknown, input: unknown) => door.run(command as AnyCommand, input);
  const item = async () => (await allRows(db, 'contentItems')).find(({ id }) => id === 'item-1');
  return { db, door, run, item };
}

describe('figures of an item', () => {
  it('are one record per group, and make the item measured until the last is cleared', async () => {
    const { db, door, run, item } = await open();
    const of = { itemId: 'item-1', title: '早安签到' };
    await run(saveFigures, { ...of, figures: { reach: 400 } });
    await run(saveFigures, { ...of, figures: { opens: 120 } });
    await run(saveFigures, { ...of, groupId: 'g1', figures: { opens: 50 } });
    const typed = async () =>
      (await allRows(db, 'contentResults')).filter(({ source }) => source === 'typed');
    expect(await typed()).toEqual([
      expect.objectContaining({ id: 'item-1.all', reach: 400, opens: 120, title: '早安签到' }),
      expect.objectContaining({ id: 'item-1.g1', opens: 50, groupId: 'g1' }),
    ]);
    expect((await item())?.status).toBe('measured');
    await run(saveFigures, { ...of, groupId: 'g1', figures: { opens: null } });
    await run(saveFigures, { ...of, figures: { opens: null, reach: null } });
    expect(await typed()).toEqual([]);
    expect((await item())?.status).toBe('sent');
    await door.undo();
    expect(await typed()).toHaveLength(1);
    expect((await item())?.status).toBe('measured');
  });

  it('are refused for an item that is gone', async () => {
    const { run } = await open();
    await expect(
      run(saveFigures, { itemId: 'gone', title: '', figures: { opens: 1 } }),
    ).rejects.toMatchObject({ code: 'content-not-found' });
  });
});

describe('a reported result', () => {
  it('belongs to an item once somebody says so, and can be taken off again', async () => {
    const { db, run, item } = await open();
    const report = async () =>
      (await allRows(db, 'contentResults')).find(({ id }) => id === 'report-1');
    await run(matchResults, { pairs: [{ resultId: 'report-1', itemId: 'item-1' }] });
    expect(await report()).toMatchObject({ contentItemId: 'item-1' });
    expect((await item())?.status).toBe('measured');
    await run(partResult, { resultId: 'report-1', isUnplanned: true });
    expect((await report())?.contentItemId).toBeUndefined();
    expect(await report()).toMatchObject({ isUnplanned: true });
    expect((await item())?.status).toBe('sent');
  });
});

describe('a result matched with the wrong item', () => {
  it('leaves that item as sent when it goes to the right one', async () => {
    const { db, door, run } = await open();
    const { id } = (await run(planIdea, {
      date: '2026-11-16',
      slot: 'noon',
      title: '早安',
      sense: 'taste',
    })) as { id: string };
    const statuses = async () =>
      Object.fromEntries((await allRows(db, 'contentItems')).map((it) => [it.title, it.status]));
    await run(matchResults, { pairs: [{ resultId: 'report-1', itemId: 'item-1' }] });
    await run(matchResults, { pairs: [{ resultId: 'report-1', itemId: id }] });
    expect(await statuses()).toEqual({ 早安签到: 'sent', 早安: 'measured' });
    await door.undo();
    expect(await statuses()).toEqual({ 早安签到: 'measured', 早安: 'draft' });
  });
});

describe('settings, ideas and characters', () => {
  it('change only what is named', async () => {
    const { db, run } = await open();
    await run(saveResultsSettings, { windowHours: 48, changeDay: '2026-11-01' });
    await run(saveSenseIdeas, { sense: 'taste', ideas: ['试吃官'] });
    await run(saveResultsSettings, { changeDay: null, hitPercentile: 0.95 });
    const [row] = await allRows(db, 'modelSettings');
    expect(row?.settings).toMatchObject({
      windowHours: 48,
      hitPercentile: 0.95,
      senseIdeas: { taste: ['试吃官'] },
    });
    expect(row?.settings).not.toHaveProperty('changeDay');
    await run(saveSenseIdeas, { sense: 'taste', ideas: null });
    expect((await allRows(db, 'modelSettings'))[0]?.settings).toMatchObject({ senseIdeas: {} });
  });

  it('an idea becomes a draft behind what the day already holds', async () => {
    const { db, run } = await open();
    await run(planIdea, { date: '2026-11-16', slot: 'evening', title: '盲盒', sense: 'touch' });
    const made = (await allRows(db, 'contentItems')).find(({ title }) => title === '盲盒');
    expect(made).toMatchObject({ status: 'draft', sense: 'touch', position: 1 });
  });

  it('a card loses what was taken out of it', async () => {
    const { db, run } = await open();
    await run(saveCharacter, { name: '菜博士', tagline: '懂菜', topics: ['怎么挑'] });
    const [made] = await allRows(db, 'characters');
    expect(made).toMatchObject({ name: '菜博士', tagline: '懂菜', episodesPerWeek: 3 });
    await run(saveCharacter, { id: made?.id, name: '菜博士', topics: [] });
    const [after] = await allRows(db, 'characters');
    expect(after?.tagline).toBeUndefined();
    expect(after?.topics).toEqual([]);
  });
});
