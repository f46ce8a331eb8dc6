import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PEOPLE_CORPUS } from '../../../scripts/corpus/people/all-people';
import type { PeopleCase } from '../../../scripts/corpus/people/people-case';
import { dueOf, storedPeople } from '../../../scripts/corpus/people/stored-people';
import { expect, test } from '../../fixtures';
import type { Row, RunningConsole } from '../../lib/running-console';
import { ImportScreen } from '../../pages/import-screen';

const STORES = ['members', 'orders', 'tags', 'tagAssignments'] as const;

type Rows = (store: string) => Promise<Row[]>;

const nameOf = ({ name }: Row) => String(name);
const numberOf = ({ externalNo }: Row) => String(externalNo);

/** All stores in one look. */
async function readStores(running: RunningConsole) {
  return running.page.evaluate(async (stores) => {
    const { rows } = (window as unknown as { qunduoInspect: { rows: Rows } }).qunduoInspect;
    const all = await Promise.all(stores.map(async (store) => [store, await rows(store)] as const));
    return Object.fromEntries(all);
  }, STORES) as Promise<Record<(typeof STORES)[number], Row[]>>;
}

/** What the window says of the file, what it stores of it, and what an undo leaves. */
async function outcomeOf(running: RunningConsole, { kind }: PeopleCase, file: string) {
  const screen = new ImportScreen(running.page);
  await screen.plan(kind, file);
  await screen.rows.first().waitFor();
  const { counts, reasons, rows } = await screen.planned();
  const plan = { counts, reasons: reasons.sort() };
  if (counts.create === 0) return { ...plan, ...storedPeople(await readStores(running)) };
  await screen.commit();
  const stored = storedPeople(await readStores(running));
  const titles = kind === 'orders' ? stored.orders.map(numberOf) : stored.members.map(nameOf);
  expect(titles.filter((title) => !rows.join('\n').includes(title))).toEqual([]);
  await screen.undo();
  await screen.undoReport.waitFor();
  await expect
    .poll(async () => Object.values(await readStores(running)).flat(), { intervals: [50] })
    .toEqual([]);
  await expect(screen.undoReport).toHaveAttribute('data-kept', '0');
  return { ...plan, ...stored };
}

test('people and orders in every odd dress are stored as they are meant, and taken back whole', async ({
  startConsole,
  folder,
}) => {
  test.setTimeout(600_000);
  const running = await startConsole();
  await new ImportScreen(running.page).open();
  const wrong: unknown[] = [];
  for (const [index, item] of PEOPLE_CORPUS.entries()) {
    // A folder for each: the file's own name may say something.
    const file = join(folder, String(index), item.file);
    await mkdir(join(folder, String(index)));
    await writeFile(file, item.bytes());
    try {
      expect(await outcomeOf(running, item, file)).toEqual(dueOf(item));
    } catch (error) {
      wrong.push([item.name, String(error)]);
      // What one case left behind must not be another's.
      if ((await running.countRows('members')) > 0) break;
    }
  }
  expect(wrong).toEqual([]);
});
