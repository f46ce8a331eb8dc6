import { ExpectedError } from '@shared/lib/errors';

/** Something that the reader does not know whole: another reader may. */
export class Unrecognised extends Error {}

/**
 * Why a file is refused, without its name, which only the outermost call knows. `unsafe`: document
 * types and entities, the stuff of XML bombs and of files that fetch others.
 */
export class Refusal extends Error {
  readonly reason: 'damaged' | 'too-large' | 'bomb' | 'unsafe' | 'encrypted' | 'foreign';
  constructor(reason: Refusal['reason']) {
    super(reason);
    this.reason = reason;
  }
}

const CODES = {
  damaged: 'import-damaged',
  'too-large': 'import-too-large',
  bomb: 'import-zip-bomb',
  unsafe: 'import-unsafe-xml',
  encrypted: 'import-encrypted',
  foreign: 'import-not-a-sheet',
} as const satisfies Record<Refusal['reason'], string>;

/** The error as the user meets it. A stream that fails to inflate says so with a TypeError. */
export function refusedFile(error: unknown, file: string): unknown {
  if (error instanceof Refusal) return new ExpectedError(CODES[error.reason], { file });
  return error;
}
