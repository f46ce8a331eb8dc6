import {
  GROUP_LIFE_SETTINGS_ID,
  readGroupLifeSettings,
} from '@shared/domain/group-life/life-settings.schema';
import { expect, it } from 'vitest';
import { rowTable } from '@/db/tables';
import { openTestDoor } from '@/db/test-db';
import { saveLifeSettings } from './life-settings.commands';

const open = async () => {
  const desk = await openTestDoor();
  const settings = async () =>
    readGroupLifeSettings(
      (await rowTable(desk.db, 'modelSettings').get(GROUP_LIFE_SETTINGS_ID))?.settings,
    );
  return { ...desk, settings };
};

it('changes one section and leaves the others as they were', async () => {
  const { door, settings } = await open();
  const before = await settings();
  await door.run(saveLifeSettings, { economy: { ...before.economy, hourRateFen: 5000 } });
  await door.run(saveLifeSettings, { health: { green: 70, red: 20 } });
  expect(await settings()).toEqual({
    ...before,
    economy: { ...before.economy, hourRateFen: 5000 },
    health: { green: 70, red: 20 },
  });
});

it('refuses limits that contradict each other and keeps what was there', async () => {
  const { door, settings } = await open();
  const before = await settings();
  await expect(
    door.run(saveLifeSettings, { health: { green: 20, red: 70 } }),
  ).rejects.toMatchObject({
    code: 'group-life-settings-askew',
  });
  expect(await settings()).toEqual(before);
});
