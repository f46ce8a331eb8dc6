import type { DecidingWords } from '@shared/domain/feelings/feeling-reader';
import type { ReactNode } from 'react';
import classes from './marked-text.module.css';

const RANK = { complaint: 0, bad: 1, good: 1, topic: 2 } as const;

/** A text with the words that decided marked; where marks meet, complaint goes before topic. */
export function MarkedText({ text, words }: { text: string; words: readonly DecidingWords[] }) {
  const kinds: (DecidingWords['kind'] | undefined)[] = [];
  for (const { start, end, kind } of [...words].sort((a, b) => RANK[b.kind] - RANK[a.kind])) {
    for (let at = start; at < end; at++) kinds[at] = kind;
  }
  const parts: ReactNode[] = [];
  for (let at = 0; at < text.length; ) {
    const kind = kinds[at];
    let end = at + 1;
    while (end < text.length && kinds[end] === kind) end += 1;
    const piece = text.slice(at, end);
    parts.push(
      kind ? (
        <mark key={at} className={classes.mark} data-kind={kind}>
          {piece}
        </mark>
      ) : (
        piece
      ),
    );
    at = end;
  }
  return <span className={classes.text}>{parts}</span>;
}
