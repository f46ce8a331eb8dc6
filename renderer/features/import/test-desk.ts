import type { WriteDoor } from '@/db/write/write-door';
import type { PlanWrites } from '@/workers/import/plan-writing';
import { commitImport } from './import.commands';
import { commitRecords } from './record.commands';

/** Sends a plan's command through a door, as the data worker does; for tests. */
export function committing(door: WriteDoor) {
  return (command: ReturnType<PlanWrites['command']>): Promise<{ batchId: string }> =>
    command.name === 'import.commit'
      ? door.run(commitImport, command.input)
      : door.run(commitRecords, command.input);
}
