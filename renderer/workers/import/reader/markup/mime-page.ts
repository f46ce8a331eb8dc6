import { recogniseText } from '../text/encoding';

const IS_HTML = /^content-type:\s*text\/html/im;
const TRANSFER = /^content-transfer-encoding:\s*([\w-]+)/im;
const BOUNDARY = /boundary\s*=\s*"?([^"\s;]{1,80})/i;
const SOFT_BREAK = /=[ \t]*\r?\n/g;

/** A page saved with all that belongs to it: mail headers, then its parts. */
export function isMimePage(head: string): boolean {
  return /^\s*(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n)*?mime-version:/i.test(head) && BOUNDARY.test(head);
}

function fromQuotedPrintable(text: string): Uint8Array {
  const joined = text.replace(SOFT_BREAK, '');
  const bytes = new Uint8Array(joined.length);
  let length = 0;
  for (let at = 0; at < joined.length; at++) {
    const code = joined.charCodeAt(at);
    const escaped = code === 61 ? Number.parseInt(joined.slice(at + 1, at + 3), 16) : Number.NaN;
    bytes[length++] = Number.isNaN(escaped) ? code : escaped;
    if (!Number.isNaN(escaped)) at += 2;
  }
  return bytes.subarray(0, length);
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array(0);
  }
}

function decoded(body: string, transfer: string): string {
  if (transfer !== 'quoted-printable' && transfer !== 'base64') return body;
  const bytes = transfer === 'base64' ? fromBase64(body) : fromQuotedPrintable(body);
  const encoding = recogniseText(bytes)?.encoding;
  return encoding ? new TextDecoder(encoding).decode(bytes) : '';
}

/** The HTML pages in it, one after another; pictures and styles are left where they are. */
export function pagesOfMime(text: string): string[] {
  const boundary = BOUNDARY.exec(text)?.[1];
  if (!boundary) return [];
  return text
    .split(`--${boundary}`)
    .slice(1)
    .flatMap((part) => {
      const end = /\r?\n\r?\n/.exec(part.trimStart());
      if (!end) return [];
      const headers = part.trimStart().slice(0, end.index);
      if (!IS_HTML.test(headers)) return [];
      const body = part.trimStart().slice(end.index + end[0].length);
      return [decoded(body, TRANSFER.exec(headers)?.[1]?.toLowerCase() ?? '')];
    });
}
