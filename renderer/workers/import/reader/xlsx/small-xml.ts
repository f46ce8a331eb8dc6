import { LIMITS } from './limits';
import type { ByteSource } from './part-bytes';
import { Refusal, Unrecognised } from './refusals';

/** `path` holds the names without prefixes from the root to the element itself. */
export type Visit = (path: readonly string[], attributes: ReadonlyMap<string, string>) => void;

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s<>/!?"'=]+)((?:\s+[^\s<>=/"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi;
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function resolved(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name) return NAMED.get(name.toLowerCase()) ?? whole;
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1);

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) {
    if (name) attributes.set(name, (double ?? single ?? '').replace(REFERENCE, resolved));
  }
  return attributes;
}

/** Leads through the elements of a small part; texts between them carry nothing there. */
export function visitElements(text: string, visit: Visit): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Refusal('unsafe');
  const path: string[] = [];
  const token = new RegExp(TOKEN);
  // Sticky, from one `<` to the next: what does not fit is not looked for further on.
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', token.lastIndex)) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) throw isCutOff(text, at) ? new Refusal('damaged') : new Unrecognised('markup');
    const [, slash, name, attributes, isEmpty] = match;
    if (!name) continue;
    if (slash) {
      if (path.pop() !== withoutPrefix(name)) throw new Unrecognised('nesting');
      continue;
    }
    path.push(withoutPrefix(name));
    visit(path, attributesOf(attributes ?? ''));
    if (isEmpty) path.pop();
  }
  if (path.length > 0) throw new Refusal('damaged');
}

/** The part ends within its last tag. */
const isCutOff = (text: string, at: number) => !text.includes('>', at);

/** A part that is read whole, as text. */
export async function readText(source: ByteSource): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let piece = await source(); piece; piece = await source()) {
    size += piece.length;
    if (size > LIMITS.smallPartBytes) throw new Refusal('too-large');
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}
