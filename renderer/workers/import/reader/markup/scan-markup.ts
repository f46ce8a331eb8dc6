import { decodeEntities } from './entities';

/** An opening tag; attributes are looked for only when asked for. */
export type Tag = {
  /** In small letters, without a prefix. */
  name: string;
  isEmpty: boolean;
  /** By its name in small letters, prefix and all; `''` where it has no value. */
  attribute: (name: string) => string | undefined;
};

export type MarkupHandler = {
  open: (tag: Tag) => void;
  close: (name: string) => void;
  /** Text between tags, entities not yet replaced; in CDATA they are none. */
  text: (raw: string, isCdata: boolean) => void;
  comment?: (text: string) => void;
};

const NAME = /[a-z][\w.:-]*/iy;
/** What is inside is never markup and never data. */
const RAW = new Set(['script', 'style']);

const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase();

/** The tag's own `>`, not one in a quoted value; the end of the text if it is broken off. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at;
    else if ((code === 34 || code === 39) && text[at - 1] === '=') quote = code;
  }
  return text.length;
}

/** By their full names and, where no other has it, by their names without prefix. */
function readAttributes(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, written = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const name = written.toLowerCase();
    const value = double ?? single ?? bare ?? '';
    if (!found.has(name)) found.set(name, value);
    const local = localName(name);
    if (local !== name && !found.has(local)) found.set(local, value);
  }
  return found;
}

function readTag(body: string, name: string): Tag {
  const rest = body.slice(name.length);
  let attributes: Map<string, string> | undefined;
  return {
    name: localName(name),
    isEmpty: rest.endsWith('/'),
    attribute: (wanted) => {
      if (rest.length < 2) return undefined;
      attributes ??= readAttributes(rest);
      const value = attributes.get(wanted) ?? attributes.get(localName(wanted));
      return value === undefined ? undefined : decodeEntities(value);
    },
  };
}

const RAW_END = { script: /<\/script/gi, style: /<\/style/gi } as const;

function behindRaw(text: string, name: string, from: number): number {
  const pattern = name === 'script' ? RAW_END.script : RAW_END.style;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

/** Behind a part that starts at `from` and ends with `mark`. */
function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/**
 * Leads through HTML or XML as it lies, well-formed or not: no tree is built, nothing is fetched or
 * executed, and the content of scripts and styles is passed over.
 */
export function scanMarkup(text: string, handler: MarkupHandler, isHtml: boolean): void {
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('<', at);
    if (next < 0 || next > at) handler.text(text.slice(at, next < 0 ? undefined : next), false);
    if (next < 0) return;
    if (text.startsWith('<!--', next)) {
      at = behind(text, '-->', next + 4);
      handler.comment?.(text.slice(next + 4, at - 3));
    } else if (text.startsWith('<![CDATA[', next)) {
      at = behind(text, ']]>', next + 9);
      handler.text(text.slice(next + 9, text.endsWith(']]>', at) ? at - 3 : at), true);
    } else if (text[next + 1] === '!' || text[next + 1] === '?') {
      at = endOfTag(text, next + 1) + 1;
    } else {
      const isClosing = text[next + 1] === '/';
      const start = next + (isClosing ? 2 : 1);
      NAME.lastIndex = start;
      const name = NAME.exec(text)?.[0];
      if (!name) {
        handler.text('<', true);
        at = next + 1;
        continue;
      }
      const end = endOfTag(text, start + name.length);
      at = end + 1;
      if (isClosing) handler.close(localName(name));
      else {
        const tag = readTag(text.slice(start, end), name);
        handler.open(tag);
        if (isHtml && RAW.has(tag.name)) at = behindRaw(text, tag.name, at);
      }
    }
  }
}
