import { expose } from 'comlink';
import type { AnyCommand } from '@/db/command';
import { carryExpectedErrors } from '@/db/expected-over-comlink';
import type { ErasePerson } from '@/db/sync/take/erasing';
import { DataWorkerApi } from './data-worker-api';

/** Every feature's commands, found by their file name: a new command needs no other line. */
const modules = import.meta.glob<Record<string, unknown>>('../features/*/*.commands.ts', {
  eager: true,
});

function isCommand(value: unknown): value is AnyCommand {
  return typeof value === 'object' && value !== null && 'run' in value && 'input' in value;
}

const commands = new Map<string, AnyCommand>();
for (const module of Object.values(modules)) {
  for (const value of Object.values(module)) {
    if (isCommand(value)) commands.set(value.name, value);
  }
}

const api = new DataWorkerApi(commands);
/** Also where an erasure comes in that was made on another laptop. */
const erasers = import.meta.glob<{ erasePerson: ErasePerson }>(
  '../features/privacy/erase-person.ts',
  { eager: true },
);
for (const { erasePerson } of Object.values(erasers)) api.erasePerson = erasePerson;

carryExpectedErrors();
expose(api);
