import { expose } from 'comlink';
import type { AnyCommand } from '@/db/command';
import { carryExpectedErrors } from '@/db/expected-over-comlink';
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

carryExpectedErrors();
expose(new DataWorkerApi(commands));
