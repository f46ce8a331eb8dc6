import { describe, expect, it } from 'vitest';
import { allRows, openTestDoor } from '@/db/test-db';
import { resetSettings, saveSettings } from './insights.commands';

describe('settings of a model', () => {
  it('are saved whole, changed, reset and taken back', async () => {
    const { db, door } = await openTestDoor();
    const saved = async () =>
      (await allRows(db, 'modelSettings')).map(({ id, settings }) => [id, settings]);
    const settings = saveSettings.input.parse({ model: 'rfm', settings: { windowDays: 90 } });
    await door.run(saveSettings, settings);
    expect(await saved()).toMatchObject([['rfm', { windowDays: 90, frequencyBy: 'orders' }]]);
    await door.run(saveSettings, {
      model: 'rfm',
      settings: { ...settings.settings, windowDays: 30 },
    });
    expect(await saved()).toMatchObject([['rfm', { windowDays: 30 }]]);
    await door.run(resetSettings, { model: 'rfm' });
    expect(await saved()).toEqual([]);
    await door.undo();
    expect(await saved()).toMatchObject([['rfm', { windowDays: 30 }]]);
  });

  it('must be sound', () => {
    const isSound = (input: unknown) => saveSettings.input.safeParse(input).success;
    expect(isSound({ model: 'quadrants', settings: { margin: 0.3 } })).toBe(true);
    expect(isSound({ model: 'quadrants', settings: { margin: 3 } })).toBe(false);
    expect(isSound({ model: 'growth', settings: {} })).toBe(false);
  });
});
