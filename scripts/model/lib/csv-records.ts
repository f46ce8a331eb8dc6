import { InputError } from './model-ask';

/**
 * Reads CSV text record by record: commas, `"` quotes (doubled inside), LF, CRLF or CR line ends.
 * Blank lines are passed over. `visit` gets the fields and the line on which the record begins.
 */
export function forEachRecord(
  text: string,
  visit: (fields: readonly string[], line: number) => void,
): void {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const end = endOfLine(text, at);
    const plain = text.slice(at, end);
    if (plain.includes('"')) {
      const record = readQuoted(text, at, line);
      visit(record.fields, line);
      line += record.lines;
      at = record.next;
      continue;
    }
    if (plain.trim() !== '') visit(plain.split(','), line);
    line += 1;
    at = afterLineEnd(text, end);
  }
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed < 0 ? text.length : feed;
  if (feed > from && text.charCodeAt(feed - 1) === 13) return feed - 1;
  if (feed >= 0) return end;
  // Files with bare carriage returns have no feed at all.
  const bare = text.indexOf('\r', from);
  return bare < 0 ? text.length : bare;
}

function afterLineEnd(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}

function readQuoted(text: string, from: number, line: number) {
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  let lines = 1;
  let at = from;
  for (; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (isQuoted) {
      if (char === '\n') lines += 1;
      if (char !== '"') field += char;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (char === '"' && field.trim() === '') {
      field = '';
      isQuoted = true;
    } else if (char === ',') {
      fields.push(field);
      field = '';
    } else if (char === '\n' || char === '\r') break;
    else field += char;
  }
  if (isQuoted) throw new InputError(`line ${line}: a quote is not closed`);
  fields.push(field);
  return { fields, lines, next: afterLineEnd(text, at) };
}
