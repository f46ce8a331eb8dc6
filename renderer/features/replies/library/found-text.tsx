import type { ReactNode } from 'react';
import classes from './library.module.css';

/** A text with the places marked where one of the words stands, whatever the case. */
export function FoundText({ text, words }: { text: string; words: readonly string[] }) {
  const lower = text.toLowerCase();
  const isMarked = new Uint8Array(text.length);
  for (const word of words) {
    const wanted = word.trim().toLowerCase();
    if (wanted === '') continue;
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
      isMarked.fill(1, at, at + wanted.length);
    }
  }
  const parts: ReactNode[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at + 1;
    while (end < text.length && isMarked[end] === isMarked[at]) end += 1;
    const piece = text.slice(at, end);
    parts.push(
      isMarked[at] === 1 ? (
        <mark key={at} className={classes.found}>
          {piece}
        </mark>
      ) : (
        piece
      ),
    );
    at = end;
  }
  return <>{parts}</>;
}

/** What to mark for a search: its words, and the entry's own word where pinyin or a question led to it. */
export function wordsToMark(
  text: string,
  { match, word }: { match?: string | undefined; word?: string | undefined },
): string[] {
  const typed = text.trim() === '' ? [] : [text, ...text.trim().split(/\s+/)];
  const isIndirect = match === 'pinyin' || match === 'question';
  return isIndirect && word !== undefined ? [...typed, word] : typed;
}
