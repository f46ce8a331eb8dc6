import { InputError, type ModelAsk } from './model-ask';

/** The input file as JSON. */
export function readJson(ask: ModelAsk): unknown {
  const text = ask.readText();
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`no JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
