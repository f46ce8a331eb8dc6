export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string };

/** Words of Latin script, runs of space, and single other characters (each Chinese one for itself). */
const TOKENS = /[\p{Script=Latin}\p{N}_]+|\s+|./gsu;

/** Beyond this the table of the longest common part would be too large; then all is replaced. */
const MOST_CELLS = 4_000_000;

const tokensOf = (text: string) => text.match(TOKENS) ?? [];

/**
 * What to leave out of and put into a text to get another: parts in order, neighbours of a kind
 * joined. Same and removed parts make up `before`, same and added ones `after`.
 */
export function diffTexts(before: string, after: string): DiffPart[] {
  const a = tokensOf(before);
  const b = tokensOf(after);
  const parts: DiffPart[] = [];
  const say = (kind: DiffPart['kind'], text: string) => {
    const last = parts[parts.length - 1];
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  if ((a.length + 1) * (b.length + 1) > MOST_CELLS) {
    say('removed', before);
    say('added', after);
    return parts;
  }
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      say('same', a[i] ?? '');
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      say('removed', a[i] ?? '');
      i += 1;
    } else {
      say('added', b[j] ?? '');
      j += 1;
    }
  }
  return parts;
}
