import { readCommand, USAGE, UsageError } from './cli-options';
import { writeResources } from './resources';
import { TooManyRows } from './write/workbook-file';
import { type Truth, writeSample, writeTruth } from './write/write-sample';

function report(folder: string, truth: Truth, startedAt: number): string {
  const { members, orders, files } = truth;
  const names = Object.values(files).flat().join(', ');
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  return [
    `${folder}: ${names}`,
    `${members.roster} members, ${orders.count} orders of ${orders.distinctBuyers} buyers in ${orders.lines} lines, GMV ¥${(orders.gmvFen / 100).toFixed(2)} (${seconds} s)`,
  ].join('\n');
}

/** Returns the exit code. `resourcesFolder` is where the console's own sample lies. */
export function runSample(args: readonly string[], resourcesFolder: string): number {
  const startedAt = Date.now();
  try {
    const command = readCommand(args);
    if (command.kind === 'help') {
      console.log(USAGE);
    } else if (command.kind === 'resources') {
      console.log(report(resourcesFolder, writeResources(resourcesFolder), startedAt));
    } else {
      const truth = writeSample(command.options, command.files);
      writeTruth(command.files.folder, truth);
      console.log(report(command.files.folder, truth, startedAt));
    }
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof TooManyRows)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    return 1;
  }
}
