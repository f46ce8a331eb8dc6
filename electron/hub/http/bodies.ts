import { FRAMES_TYPE, HUB_LIMITS } from '@shared/contracts/hub-http';
import type { z } from 'zod';
import { refuse } from '../service/refuse';

/**
 * The body, never more of it than `maxBytes`: by what the header says before anything is read, and by
 * what comes while it is read. Contents that were packed on the way are not unpacked.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity') refuse('malformed');
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) refuse('too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) break;
    size += chunk.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      refuse('too-large');
    }
    chunks.push(chunk.value);
  }
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks, size);
}

export async function readFrameBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const body = await readBody(request, maxBytes);
  if (type !== FRAMES_TYPE) refuse('malformed');
  return body;
}

export async function readJson<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const body = await readBody(request, HUB_LIMITS.json);
  return check(schema, parse(body));
}

export function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  return read.success ? read.data : refuse('malformed');
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return refuse('malformed');
  }
}
