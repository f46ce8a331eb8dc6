import type { ByteSource } from './part-bytes';
import { Unrecognised } from './refusals';

const LOOK_AT = 256;
const DECLARED = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/;

/** The encoding that a part's first bytes tell, by mark, by the shape of `<` or by declaration. */
function encodingOf(head: Uint8Array): string {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  const text = String.fromCharCode(...head.subarray(0, LOOK_AT)).replace(/^\u00ef\u00bb\u00bf/, '');
  const label = DECLARED.exec(text)?.[1]?.toLowerCase() ?? 'utf-8';
  // A declaration in single bytes cannot mean UTF-16, whatever it says.
  return label === 'us-ascii' || label.startsWith('utf-16') ? 'utf-8' : label;
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    throw new Unrecognised(`encoding ${encoding}`);
  }
}

async function readHead(source: ByteSource): Promise<Uint8Array | undefined> {
  let head = await source();
  while (head && head.length < LOOK_AT) {
    const more = await source();
    if (!more) break;
    const joined = new Uint8Array(head.length + more.length);
    joined.set(head);
    joined.set(more, head.length);
    head = joined;
  }
  return head;
}

/** The same part in UTF-8 without a byte-order mark, whatever encoding it is written in. */
export async function asUtf8(source: ByteSource): Promise<ByteSource> {
  let head = await readHead(source);
  const encoding = head ? encodingOf(head) : 'utf-8';
  if (encoding === 'utf-8') {
    if (head?.[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) head = head.subarray(3);
    return async () => {
      if (!head) return source();
      const first = head;
      head = undefined;
      return first;
    };
  }
  const decoder = decoderFor(encoding);
  const encoder = new TextEncoder();
  let isOver = false;
  return async () => {
    if (isOver) return undefined;
    const bytes = head ?? (await source());
    head = undefined;
    isOver = bytes === undefined;
    return encoder.encode(bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
  };
}
