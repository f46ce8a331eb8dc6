import { checkText } from '@shared/domain/compliance/check.rules';
import type { ModelAsk } from './lib/model-ask';

export const usage = '--input FILE.txt [--json]';

/** The check before sending of each line of a text file, in the same order, blank lines too. */
export function run(ask: ModelAsk) {
  const lines = ask.readText().split(/\r\n|\r|\n/);
  // What follows the last line's end is no line.
  if (lines.at(-1) === '') lines.pop();
  checkText('');
  const startedAt = performance.now();
  const answers = lines.map((line) => {
    const { risk, findings } = checkText(line);
    const hits = findings.map(({ start, end, text, family, risk: own }) => ({
      start,
      end,
      text,
      family,
      risk: own,
    }));
    return { risk, hits };
  });
  ask.say(`  ${lines.length} texts in ${(performance.now() - startedAt).toFixed(0)} ms`);
  return answers;
}
