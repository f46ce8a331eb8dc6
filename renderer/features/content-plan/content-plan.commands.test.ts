import { readSlotSettings, slotSettingsSchema } from '@shared/domain/calendar/slot-settings.schema';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, openTestDoor } from '@/db/test-db';
import { addItem, editItem } from '@/features/content-items';
import { dropColumn, saveColumn, saveSlotSettings } from './column.commands';
import { addGreetings, removeGreeting } from './greeting.commands';
import { importHolidays, removeHolidays } from './holiday.commands';
import { placePlans, removeTemplate, renameTemplate, saveTemplate } from './place.commands';

let test: Awaited<ReturnType<typeof openTestDoor>>;
beforeEach(async () => {
  test = await openTestDoor();
});
const rows = <E extends Parameters<typeof allRows>[1]>(entity: E) => allRows(test.db, entity);

describe('columns', () => {
  it('are edited whole, an edition of a built-in one goes back to how it came', async () => {
    const column = {
      name: '地头直播',
      category: 'knowledge' as const,
      perWeek: 2,
      voice: 'seeded' as const,
    };
    await test.door.run(saveColumn, { id: 'column-origin', column });
    await test.door.run(saveColumn, {
      id: 'column-origin',
      column: { name: '地头直播', category: 'knowledge', slots: ['noon'] },
    });
    expect(await rows('contentColumns')).toEqual([
      { id: 'column-origin', name: '地头直播', category: 'knowledge', slots: ['noon'] },
    ]);
    await test.door.run(dropColumn, { id: 'column-origin', name: '地头直播' });
    expect(await rows('contentColumns')).toEqual([]);
    await test.door.undo();
    expect(await rows('contentColumns')).toHaveLength(1);
  });

  it('of the leader get an id of their own', async () => {
    const { id } = await test.door.run(saveColumn, { column: { name: '拆箱', category: 'guide' } });
    expect((await rows('contentColumns'))[0]).toMatchObject({ id, name: '拆箱' });
  });
});

describe('settings of the slots', () => {
  it('are kept, changed and taken back', async () => {
    const settings = slotSettingsSchema.parse({
      perGroupSlot: 2,
      slots: { noon: { from: '11:30' } },
    });
    await test.door.run(saveSlotSettings, settings);
    await test.door.run(saveSlotSettings, { ...settings, perGroupSlot: 4 });
    await test.door.undo();
    const stored = readSlotSettings((await rows('modelSettings'))[0]?.settings);
    expect(stored.perGroupSlot).toBe(2);
    expect(stored.slots.noon).toMatchObject({ from: '11:30', to: '13:00' });
  });
});

describe('template weeks', () => {
  it('keep the plan of a week without what became of it, in its order', async () => {
    const noon = { date: '2026-11-24', slot: 'noon' as const };
    const { id } = await test.door.run(addItem, { ...noon, title: '直播' });
    await test.door.run(editItem, { id, status: 'sent', text: '十二点开播' });
    await test.door.run(addItem, { ...noon, title: '到货' });
    await test.door.run(addItem, { date: '2026-11-23', slot: 'night', title: '接龙' });
    await test.door.run(addItem, { date: '2026-11-30', slot: 'night', title: '别的周' });
    const saved = await test.door.run(saveTemplate, { monday: '2026-11-23', name: '常用' });
    expect(saved.count).toBe(3);
    const [template] = await rows('weekTemplates');
    expect(template?.items.map(({ weekday, plan }) => [weekday, plan.title])).toEqual([
      [1, '接龙'],
      [2, '直播'],
      [2, '到货'],
    ]);
    expect(template?.items[1]?.plan).toMatchObject({ text: '十二点开播' });
    expect(JSON.stringify(template)).not.toContain('sent');
    await test.door.run(renameTemplate, { id: saved.id, name: '平常周' });
    await test.door.run(removeTemplate, { id: saved.id, name: '平常周' });
    await test.door.undo();
    expect((await rows('weekTemplates'))[0]?.name).toBe('平常周');
    await test.door.undo();
    await test.door.undo();
    await expect(test.door.run(renameTemplate, { id: saved.id, name: '无' })).rejects.toMatchObject(
      { code: 'week-template-not-found' },
    );
  });

  it('are laid behind what is there, greetings before it, each in one step', async () => {
    const cell = { date: '2026-12-01', slot: 'morning' as const };
    await test.door.run(addItem, { ...cell, title: '爆款' });
    const plan = (title: string) => ({ title, form: 'article' as const, groupIds: [] });
    const items = [
      { ...cell, plan: plan('后一条') },
      { ...cell, plan: plan('再后一条') },
    ];
    expect(await test.door.run(placePlans, { what: 'template', items })).toEqual({ count: 2 });
    await test.door.run(placePlans, {
      what: 'greetings',
      items: [{ ...cell, plan: plan('早安') }],
    });
    const titles = async () =>
      (await rows('contentItems'))
        .sort((a, b) => a.position - b.position)
        .map(({ title }) => title);
    expect(await titles()).toEqual(['早安', '爆款', '后一条', '再后一条']);
    await test.door.undo();
    await test.door.undo();
    expect(await titles()).toEqual(['爆款']);
  });
});

describe('greetings and holidays of one’s own', () => {
  it('are added, removed and brought back', async () => {
    await test.door.run(addGreetings, { texts: ['早，今天有鱼', '各位晚安'] });
    const entries = await rows('libraryEntries');
    expect(entries.map(({ kind, text }) => [kind, text])).toEqual([
      ['greeting', '早，今天有鱼'],
      ['greeting', '各位晚安'],
    ]);
    await test.door.run(removeGreeting, { id: entries[0]?.id ?? '' });
    expect(await rows('libraryEntries')).toHaveLength(1);
    await test.door.undo();
    expect(await rows('libraryEntries')).toHaveLength(2);
  });

  it('replace the table of a year and are taken back one import at a time', async () => {
    const day = (date: string) => ({ day: date, name: '春节', isOff: true });
    await test.door.run(importHolidays, {
      years: [{ year: '2027', days: [day('2027-02-06')] }],
      source: '通知',
    });
    await test.door.run(importHolidays, { years: [{ year: '2027', days: [day('2027-02-07')] }] });
    const table = async () => (await rows('holidayTables'))[0];
    expect((await table())?.days).toEqual([day('2027-02-07')]);
    expect((await table())?.source).toBeUndefined();
    await test.door.undo();
    expect(await table()).toMatchObject({ id: '2027', days: [day('2027-02-06')], source: '通知' });
    await test.door.run(removeHolidays, { year: '2027' });
    expect(await rows('holidayTables')).toEqual([]);
  });
});
