import { breakLines, textEm } from '@shared/domain/calendar/sheet/measure';

/** Text in at most `most` lines of `widthEm`; a longer one ends with what `tail` says of it. */
export function textLines(text: string, widthEm: number, most: number, tail: string): string[] {
  const lines = breakLines(text.trim(), widthEm).map(({ line }) => line.trimEnd());
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const last = fitting(kept[most - 1] ?? '', widthEm - textEm(tail) - 1);
  return [...kept.slice(0, most - 1), `${last}…${tail}`];
}

/** As many of the words, joined, as fit on one line, and what `rest` says of the others. */
export function joinFitting(
  words: readonly string[],
  joint: string,
  widthEm: number,
  rest: (hidden: number) => string,
): string {
  const whole = words.join(joint);
  if (textEm(whole) <= widthEm) return whole;
  for (let shown = words.length - 1; shown > 0; shown -= 1) {
    const text = `${words.slice(0, shown).join(joint)}${rest(words.length - shown)}`;
    if (textEm(text) <= widthEm) return text;
  }
  const only = words.length > 1 ? rest(words.length - 1) : '';
  return `${fitting(words[0] ?? '', widthEm - textEm(only) - 1)}…${only}`;
}

export type PackedLine = { text: string; words: number };

/**
 * Words packed into lines behind `head`, none of them broken where it fits on a line of its own; each
 * line says how many words stand on it.
 */
export function packWords(
  head: string,
  words: readonly string[],
  joint: string,
  widthEm: number,
): PackedLine[] {
  const lines: PackedLine[] = [];
  let line = { text: head, words: 0 };
  for (const word of words) {
    const text = line.words === 0 ? `${line.text}${word}` : `${line.text}${joint}${word}`;
    // The joint stands at the end of a line that is followed by another.
    if (textEm(text) + textEm(joint.trimEnd()) <= widthEm) {
      line = { text, words: line.words + 1 };
      continue;
    }
    if (line.words > 0) lines.push({ ...line, text: `${line.text}${joint.trimEnd()}` });
    const start = line.words === 0 ? line.text : '';
    line = { text: `${start}${word}`, words: 1 };
    if (textEm(line.text) > widthEm) line.text = `${fitting(line.text, widthEm - 1)}…`;
  }
  if (line.words > 0) lines.push(line);
  return lines;
}

function fitting(text: string, widthEm: number): string {
  let width = 0;
  let kept = '';
  for (const character of text) {
    width += textEm(character);
    if (width > widthEm) break;
    kept += character;
  }
  return kept;
}
