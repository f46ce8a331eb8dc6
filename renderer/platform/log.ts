import { bridge } from './bridge';

type ProblemKind = Parameters<typeof bridge.reportProblem>[0]['kind'];

/** The sink of the window's bugs: ids and counts may be in the message, never names or phones. */
export function reportError(kind: ProblemKind, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  console.error(kind, error);
  bridge
    .reportProblem({
      kind,
      message: message.slice(0, 4000),
      ...(stack === undefined ? {} : { stack: stack.slice(0, 20_000) }),
    })
    .catch((failure: unknown) => console.error('the problem could not be reported', failure));
}
