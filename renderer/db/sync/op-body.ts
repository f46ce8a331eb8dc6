import { HUB_LIMITS } from '@shared/contracts/hub-http';
import { registry } from '@shared/domain/registry';
import { decodeBinaryJson, encodeBinaryJson } from '@shared/lib/binary-json';
import { ExpectedError } from '@shared/lib/errors';
import { gunzipSync } from 'fflate';
import { gzip } from '../packed-bytes';
import type { PayloadPart } from '../write/op-payloads';

/** What a part of an operation says, as it travels: compressed binary JSON of some of a payload. */
export type OpBody = PayloadPart;

/** What is larger than any piece could be is no honest part. */
const MAX_BODY_BYTES = 512 * 1024 * 1024;
const UNPACK_MARGIN = 64;

const travels = ({ entity }: { entity: string }) =>
  Object.hasOwn(registry, entity) && registry[entity as keyof typeof registry].scope === 'synced';

/** Without what stays on this laptop; `undefined` where nothing is left. */
export function travelling(part: PayloadPart): OpBody | undefined {
  const body: OpBody = {};
  const created = part.created?.filter(travels) ?? [];
  const removed = part.removed?.filter(travels) ?? [];
  const changes = part.changes?.filter(travels) ?? [];
  const states = part.states?.filter(travels) ?? [];
  if (created.length > 0) body.created = created;
  if (removed.length > 0) body.removed = removed;
  if (changes.length > 0) body.changes = changes;
  if (states.length > 0) body.states = states;
  return Object.keys(body).length > 0 ? body : undefined;
}

export function packBody(body: OpBody): Promise<Uint8Array<ArrayBuffer>> {
  return gzip(encodeBinaryJson(body));
}

/** The reverse, at once: inside a transaction nothing else may be waited for. `frame-damaged` else. */
export function unpackBody(bytes: Uint8Array): OpBody {
  try {
    const body = decodeBinaryJson(unpack(bytes)) as OpBody;
    if (!isBody(body)) throw new ExpectedError('frame-damaged');
    return body;
  } catch {
    throw new ExpectedError('frame-damaged');
  }
}

/** The size that gzip names at its end bounds what is allotted; a lie about it fails the unpacking. */
function unpack(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint32(bytes.byteLength - 4, true);
  const limit = Math.min(MAX_BODY_BYTES, bytes.byteLength * HUB_LIMITS.unpackRatio);
  if (size > limit) throw new ExpectedError('frame-damaged');
  const out = gunzipSync(bytes, { out: new Uint8Array(size + UNPACK_MARGIN) });
  if (out.byteLength !== size) throw new ExpectedError('frame-damaged');
  return out;
}

function isBody(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const { created, removed, changes, states } = body as Record<string, unknown>;
  return [created, removed, changes, states].every(
    (list) =>
      list === undefined ||
      (Array.isArray(list) && list.every((item) => typeof item === 'object' && item !== null)),
  );
}
