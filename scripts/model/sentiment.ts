import { FeelingReader } from '@shared/domain/feelings/feeling-reader';
import type { ModelAsk } from './lib/model-ask';

export const usage = '--input FILE.txt [--json]';

/** The feeling of each line of a text file, in the same order, blank lines too. */
export function run(ask: ModelAsk) {
  const lines = ask.readText().split(/\r\n|\r|\n/);
  // What follows the last line's end is no line.
  if (lines.at(-1) === '') lines.pop();
  const reader = new FeelingReader();
  const startedAt = performance.now();
  const answers = lines.map((line) => {
    const { feeling, score } = reader.read(line);
    return { label: feeling, score: Number(score.toFixed(4)) };
  });
  ask.say(`  ${lines.length} texts in ${(performance.now() - startedAt).toFixed(0)} ms`);
  return answers;
}
