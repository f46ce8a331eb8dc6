import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { ExpectedError } from '@shared/lib/errors';
import { migrateUp } from '../store/migrate';
import { askAdmin } from './admin-client';
import { type AdminFile, readAdminFile } from './admin-file';
import { type AdminWork, adminWork } from './admin-work';
import { checkDump, renewLogs, restore } from './dump';
import { type DataPlace, type HubCommand, UsageError } from './options';
import { openPlace } from './serve';

/** A hub that has just taken its folder needs a moment until it can be asked. */
const STARTING_MS = 20_000;
const LOOK_MS = 100;
const UNNAMED_HUB = 'http://127.0.0.1:8787';

type Once = Exclude<HubCommand, { command: 'serve' | 'help' }>;

/** Every command but running the hub: what it answers is printed as one line of JSON. */
export async function runOnce(command: Once): Promise<object> {
  switch (command.command) {
    case 'create-workspace':
      return await withWork(command.place, (work) => work.createWorkspace({ name: command.name }));
    case 'invite': {
      const { workspaceId, role, hours, groups, url } = command;
      const wish = { workspaceId, role, hours, ...(groups && { groups }), ...(url && { url }) };
      return await withWork(command.place, (work) => work.invite(wish));
    }
    case 'backup':
      return await withWork(command.place, (work) => backup(work, command.file));
    case 'restore':
      return await withDatabase(command.place, async (database) => ({
        ...(await restore(database, command.file)),
        file: command.file,
      }));
    case 'mark-restored':
      return await withDatabase(command.place, async (database) => ({
        workspaces: await renewLogs(database),
      }));
  }
}

/** Over the database itself, or over the hub that holds its folder. */
async function withWork<T>(place: DataPlace, ask: (work: AdminWork) => Promise<T>): Promise<T> {
  try {
    return await withDatabase(place, (database) => ask(adminWork(database, () => UNNAMED_HUB)));
  } catch (error) {
    if (!('dataDir' in place) || !isTaken(error)) throw error;
    return await ask(askAdmin(await findAdmin(place.dataDir, error)));
  }
}

async function withDatabase<T>(
  place: DataPlace,
  work: (database: Awaited<ReturnType<typeof openPlace>>) => Promise<T>,
): Promise<T> {
  const database = await openPlace(place);
  try {
    await migrateUp(database.kysely);
    return await work(database);
  } finally {
    await database.close();
  }
}

const isTaken = (error: unknown) =>
  error instanceof ExpectedError && error.code === 'hub-folder-taken';

async function findAdmin(folder: string, taken: unknown): Promise<AdminFile> {
  const deadline = Date.now() + STARTING_MS;
  for (;;) {
    const file = readAdminFile(folder);
    if (file) return file;
    if (Date.now() > deadline) throw taken;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** Read back before it gets its name: a file by that name is a whole backup. */
async function backup(work: AdminWork, file: string): Promise<object> {
  if (existsSync(file)) throw new UsageError(`${file} is there already`);
  const partial = `${file}.part`;
  try {
    await work.backup(createWriteStream(partial, { mode: 0o600 }));
    const handle = await open(partial, 'r+');
    await handle.sync();
    const { size } = await handle.stat();
    await handle.close();
    const { rows } = await checkDump(partial);
    renameSync(partial, file);
    return { file, bytes: size, rows };
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
