import { readFileSync } from 'node:fs';
import { say } from '../../lib/progress.mjs';

/** Something in the file or the command line that whoever asked can put right. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** What a model is asked: the file, the options, and where to say what is not part of the answer. */
export type ModelAsk = {
  /** The whole file as text, UTF-8 or GB18030, without a byte order mark. */
  readText(): string;
  /** The word after `--name`. */
  option(name: string): string | undefined;
  say(line: string): void;
};

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

export function readAsk(args: readonly string[]): ModelAsk {
  const option = (name: string) => {
    const at = args.indexOf(`--${name}`);
    return at >= 0 ? args[at + 1] : undefined;
  };
  return {
    option,
    say,
    readText: () => {
      const path = option('input');
      if (!path) throw new InputError('name the file');
      try {
        return decode(readFileSync(path));
      } catch (error) {
        throw new InputError(error instanceof Error ? error.message : `cannot read ${path}`);
      }
    },
  };
}
