import { HUB_REFUSALS, type Refusal } from '@shared/contracts/hub-http';
import { ExpectedError } from '@shared/lib/errors';

const STATUS: Record<Refusal['code'], number> = {
  unauthorized: 401,
  forbidden: 403,
  malformed: 400,
  'too-large': 413,
  'rate-limited': 429,
  'protocol-newer': 409,
  'protocol-older': 409,
  'invite-unknown': 404,
  'invite-expired': 410,
  'invite-spent': 410,
  'device-revoked': 403,
  'device-cloned': 409,
  'clock-ahead': 409,
  'wrong-workspace': 409,
  'scope-denied': 403,
  'behind-log': 410,
  'must-divide': 409,
  'last-owner': 409,
  'not-found': 404,
  busy: 503,
};

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
const RETRY_SECONDS = '1';

export const statusOf = ({ code }: Refusal): number => STATUS[code];

export const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { ...HEADERS, 'content-type': 'application/json' },
  });

export const bytes = (body: Uint8Array, headers: Record<string, string>): Response =>
  new Response(unshared(body), { headers: { ...HEADERS, ...headers } });

/** The same bytes, in memory that is no other thread's; copied only where it might be. */
function unshared({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array<ArrayBuffer> {
  return buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer, byteOffset, byteLength)
    : new Uint8Array(new Uint8Array(buffer, byteOffset, byteLength));
}

/** The code with what it names, and nothing else of why. */
export function refused(refusal: Refusal): Response {
  const response = json(refusal, statusOf(refusal));
  if (refusal.code === 'rate-limited' || refusal.code === 'busy') {
    response.headers.set('retry-after', RETRY_SECONDS);
  }
  return response;
}

const isRefusalCode = (code: string): code is Refusal['code'] =>
  HUB_REFUSALS.some((known) => known === code);

/** Absent for what is a fault of the hub. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof ExpectedError)) return undefined;
  if (error.code === 'frame-damaged') return { code: 'malformed' };
  if (!isRefusalCode(error.code)) return undefined;
  return Object.keys(error.data).length === 0
    ? { code: error.code }
    : { code: error.code, data: error.data };
}
