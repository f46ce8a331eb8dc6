/**
 * The two kinds of errors. `ExpectedError` is what a user can meet (a full disk, a file that is no
 * spreadsheet): it carries a code and plain data, and one map turns the code into words in both
 * languages (`shared/contracts/error-text.ts`). Everything else is a bug and goes to the sink.
 */
export type ErrorData = Record<string, string | number>;

export class ExpectedError extends Error {
  readonly code: string;
  readonly data: ErrorData;

  constructor(code: string, data: ErrorData = {}) {
    super(code);
    this.name = 'ExpectedError';
    this.code = code;
    this.data = data;
  }
}

/** For the default branch of a switch over a union: the compiler proves it is never reached. */
export function assertNever(value: never, where: string): never {
  throw new Error(`unreachable in ${where}: ${JSON.stringify(value)}`);
}

/** Throws when an invariant is broken; `why` says which. A failure is a bug, never bad input. */
export function assert(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${why}`);
}
