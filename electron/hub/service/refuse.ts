import type { Refusal } from '@shared/contracts/hub-http';
import { ExpectedError } from '@shared/lib/errors';

type RefusalCode = Refusal['code'];

/** What the hub answers instead of doing what was asked. */
export function refuse(code: RefusalCode, data?: Refusal['data']): never {
  throw new ExpectedError(code, data);
}

const CONTROL = /\p{Cc}|\p{Cs}/u;

/** A name or an id that a database takes as text: no control characters, no halves of characters. */
export const isPlain = (text: string): boolean => !CONTROL.test(text);

const MAX_ID = 120;
export const isPlainId = (id: string): boolean =>
  id.length > 0 && id.length <= MAX_ID && isPlain(id);
