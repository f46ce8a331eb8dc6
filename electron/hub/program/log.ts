/** Ids, codes and counts; never names, tokens, contents or addresses of people. */
export type HubLogFields = Record<string, string | number | boolean | undefined>;
type Level = 'info' | 'warn' | 'error';

export type HubLog = {
  info(event: string, fields?: HubLogFields): void;
  warn(event: string, fields?: HubLogFields): void;
  /** Of an error only its name and code: messages of a database may quote what was to be stored. */
  error(event: string, error: unknown, fields?: HubLogFields): void;
};

/** One JSON object a line: `at` (UTC), `level`, `event`, and the fields. */
export function createHubLog(write: (line: string) => void): HubLog {
  const say = (level: Level, event: string, fields: HubLogFields = {}) =>
    write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  return {
    info: (event, fields) => say('info', event, fields),
    warn: (event, fields) => say('warn', event, fields),
    error: (event, error, fields) => say('error', event, { ...describe(error), ...fields }),
  };
}

function describe(error: unknown): HubLogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { error: error.name, code, place: placeOf(error) };
}

/** Where in the program it was thrown: the first line of the stack, without the message before it. */
function placeOf({ stack, message }: Error): string | undefined {
  const at = stack?.indexOf(message) ?? -1;
  const lines = stack?.slice(at < 0 ? 0 : at + message.length).split('\n');
  return lines
    ?.find((text) => /^\s+at .*:\d+:\d+\)?$/.test(text))
    ?.trim()
    .slice(0, 160);
}
